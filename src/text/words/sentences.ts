import { type Line, textOf } from "../../layout/lines.js";

/** A line, of which only the words matter. */
interface Worded {
  readonly line: Line;
}

/** Whether a line's text starts with a small letter: it continues a sentence. */
export function startsLow({ line }: Worded): boolean {
  return /^["“‘(]*\p{Ll}/u.test(line.words[0]?.text ?? "");
}

/** The word that a line starts with, if only its first letter is a capital. */
export function capitalisedStart({ line }: Worded): string | undefined {
  return /^["“‘(]*(\p{Lu}\p{Ll}+)(?!\p{L})/u.exec(line.words[0]?.text ?? "")?.[1];
}

/** Whether a line ends with a word in small letters, without punctuation. */
export function endsWithSmallWord({ line }: Worded): boolean {
  return /^[(“‘"]?\p{Ll}[\p{Ll}-]+$/u.test(line.words.at(-1)?.text ?? "");
}

/** Words that neither a sentence nor a title ends with. */
const UNENDING: ReadonlySet<string> = new Set(
  "a an the and or of in on to for with by from at as into its their this these those that which".split(" "),
);

/** Whether a line ends in the middle of a sentence: with a word that needs another one after it. */
export function endsOpen({ line }: Worded): boolean {
  return UNENDING.has(line.words.at(-1)?.text ?? "");
}

/** Words that have small letters within sentences: with a capital they start one. */
const STARTING: ReadonlySet<string> = new Set("The This These It Its At In On During To".split(" "));

/** Whether a line starts a sentence, as far as its first word shows. */
export function startsSentence({ line }: Worded): boolean {
  return line.words.length > 1 && STARTING.has(line.words[0]?.text ?? "");
}

/** Whether a line ends where a sentence may end. */
export function endsSentence({ line }: Worded): boolean {
  const text = textOf(line);
  return /[.;:!?]["”’)]*$/u.test(text) && !ABBREVIATED.test(text);
}

/** Whether a line ends with a semicolon, as items of a list do, and clauses of a sentence. */
export function endsClause({ line }: Worded): boolean {
  return textOf(line).endsWith(";");
}

/** Whether a sentence ends between two lines: after "etc." one continues with a small letter. */
export function endsBetween(before: Worded, after: Worded): boolean {
  return endsSentence(before) && !(startsLow(after) && /(?:^|[\s,(])(?:etc|et al)\.["”’)]*$/u.test(textOf(before.line)));
}

/** An abbreviation that is followed by other words. */
const ABBREVIATED =
  /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|cf|vs|incl|esp|approx|No|Nos|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|St|Dr|Mr|Mrs|Ms|Prof|H\.E)\.$/u;

/** Whether a line ends with a colon, which may announce a list. */
export function endsWithColon({ line }: Worded): boolean {
  return /[:：]["”’)]*$/u.test(line.words.at(-1)?.text ?? "");
}

/** Whether a line says that a list follows; a colon alone may be in any title. */
export function announcesList({ line }: Worded): boolean {
  return /(?:\bfollows|\bfollowing|\bnamely|\bi\.?e\.?|\be\.?g\.?)\s?[:：]$/iu.test(textOf(line));
}
