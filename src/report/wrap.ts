import { withoutControls } from "./controls.js";

/** A stretch of text and how it is painted, which must not change its width. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
}

const NARROWEST = 20;

/** A word, or a piece's part of one, as it is on a line. */
interface Atom {
  readonly text: string;
  readonly hasSpaceBefore: boolean;
  readonly piece: Piece;
}

/**
 * Breaks the pieces at spaces into lines of at most `width` characters; a longer word gets its own line. The first line begins with
 * `first`, the others with as many spaces.
 */
export function wrap(pieces: readonly Piece[], width: number, first = ""): string {
  const indent = lengthOf(first);
  const room = Math.max(NARROWEST, width - indent);
  const lines: Atom[][] = [[]];
  let used = 0;
  for (const word of wordsOf(pieces)) {
    const length = word.reduce((sum, atom) => sum + lengthOf(atom.text), 0);
    if (used > 0 && used + 1 + length > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...word);
    used += length + (used > 0 ? 1 : 0);
  }
  return lines.map((line, index) => (index === 0 ? first : " ".repeat(indent)) + painted(line)).join("\n");
}

/** The words of all pieces; a word that several pieces make up, such as one with a new comma, is not broken. */
function wordsOf(pieces: readonly Piece[]): Atom[][] {
  const words: Atom[][] = [];
  let hasSpaceBefore = true;
  for (const piece of pieces) {
    for (const part of withoutSteering(piece.text).split(/(\s+)/u)) {
      if (part === "") continue;
      if (/^\s/u.test(part)) {
        hasSpaceBefore = true;
        continue;
      }
      const atom = { text: part, hasSpaceBefore, piece };
      if (hasSpaceBefore) words.push([atom]);
      else words.at(-1)?.push(atom);
      hasSpaceBefore = false;
    }
  }
  return words;
}

/** Paints the words of a piece together, but not the space before them: an underlined gap looks like a word. */
function painted(line: readonly Atom[]): string {
  let text = "";
  let run = "";
  line.forEach((atom, index) => {
    const space = atom.hasSpaceBefore && index > 0 ? " " : "";
    const before = line[index - 1];
    if (before === undefined || before.piece === atom.piece) {
      run += space + atom.text;
    } else {
      text += before.piece.paint(run) + space;
      run = atom.text;
    }
  });
  return text + (line.at(-1)?.piece.paint(run) ?? "");
}

/**
 * A text from a file must not control the terminal: control characters, and those that change the direction of writing, are made visible.
 */
function withoutSteering(text: string): string {
  return withoutControls(text).replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

function lengthOf(text: string): number {
  return [...text].length;
}
