/** A spelling dictionary in the two files of Hunspell (`man 5 hunspell`). */
export interface DictionaryFiles {
  /** The affix file: how words are formed from stems. */
  readonly aff: Uint8Array;
  /**
   * The number of stems, then the stems, one per line, each with the flags of the affixes that it takes: `cooperate/NGVDSX`. In byte order,
   * as the files of dictionary-en and dictionary-en-gb are.
   */
  readonly dic: Uint8Array;
}

/**
 * One way to form a word at its start: `add` is put before the stem. The prefixes of English strip nothing, and apply to any stem with
 * their flag.
 */
interface PrefixRule {
  readonly flag: string;
  readonly add: string;
}

/** One way to form a word at its end: `strip` is removed from the stem if it matches `condition`, and `add` is appended. */
interface SuffixRule {
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
}

/**
 * A function that says whether a word is in the dictionary: as a stem, or formed by a suffix, a prefix, or both. Stems are looked up in the
 * file as it is: forming all words first, as spelling checkers do for their suggestions, takes a hundred times longer than the few
 * questions that a document asks.
 */
export function wordChecker({ aff, dic }: DictionaryFiles): (word: string) => boolean {
  const stems = Buffer.from(dic.buffer, dic.byteOffset, dic.byteLength);
  const { prefixes, suffixes } = rulesOf(new TextDecoder().decode(aff));
  /** The flags of a stem; undefined if it is not in the dictionary. */
  const flagsOf = (stem: string): string | undefined => restOfLine(stems, `${stem}/`) ?? (restOfLine(stems, stem) === "" ? "" : undefined);
  const isFormed = (word: string, wanted: string): boolean => {
    if (flagsOf(word)?.includes(wanted) === true) return true;
    return suffixes.some((rule) => {
      if (!word.endsWith(rule.add)) return false;
      const stem = word.slice(0, word.length - rule.add.length) + rule.strip;
      if (!rule.condition.test(stem)) return false;
      const flags = flagsOf(stem);
      return flags !== undefined && flags.includes(rule.flag) && flags.includes(wanted);
    });
  };
  const isWord = (word: string): boolean =>
    flagsOf(word) !== undefined ||
    isFormed(word, "") ||
    prefixes.some((rule) => word.startsWith(rule.add) && isFormed(word.slice(rule.add.length), rule.flag));
  return (word) => isWord(word) || isWord(word.toLowerCase());
}

/**
 * The rest of the first line, of sorted lines, that starts with a text; undefined if none does. The first line of the file does not count.
 */
function restOfLine(lines: Buffer, text: string): string | undefined {
  const start = Buffer.from(text);
  let low = lines.indexOf(NEWLINE) + 1;
  let high = lines.length;
  while (low < high) {
    const from = lines.lastIndexOf(NEWLINE, Math.max(low, Math.floor((low + high) / 2)) - 1) + 1;
    const to = endOfLine(lines, from);
    if (lines.compare(start, 0, start.length, from, to) < 0) low = to + 1;
    else high = from;
  }
  const end = endOfLine(lines, low);
  return lines.subarray(low, low + start.length).equals(start) ? lines.subarray(low + start.length, end).toString() : undefined;
}

const NEWLINE = 0x0a;

function endOfLine(lines: Buffer, from: number): number {
  const end = lines.indexOf(NEWLINE, from);
  return end < 0 ? lines.length : end;
}

function rulesOf(aff: string): { prefixes: PrefixRule[]; suffixes: SuffixRule[] } {
  const prefixes: PrefixRule[] = [];
  const suffixes: SuffixRule[] = [];
  for (const line of aff.split("\n")) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/u);
    // The first line of a group has a count in place of what is added, and no condition.
    if (flag === undefined || strip === undefined || add === undefined || condition === undefined) continue;
    if (kind === "PFX") prefixes.push({ flag, add });
    // "0" is Hunspell's word for nothing.
    if (kind === "SFX")
      suffixes.push({ flag, strip: strip === "0" ? "" : strip, add: add === "0" ? "" : add, condition: new RegExp(`${condition}$`, "u") });
  }
  return { prefixes, suffixes };
}
