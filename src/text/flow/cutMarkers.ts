import { unionOf } from "../../geometry/box.js";
import { type Line, lineOfSorted } from "../../layout/lines.js";

/** A line with nothing but the start of a marker, and what closes it on the next line: no other line starts like that. */
const OPENED = /^\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})$/iu;
const CLOSING = /^[).](?![).])/u;

/** Lines in which markers that were cut for lack of room are whole again: "(10" above ") To rely on" becomes "(10) To rely on". */
export function withWholeMarkers(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(isOpened)) return lines;
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const joined = before !== undefined && isOpened(before) ? joinedLine(before, line) : undefined;
    if (joined === undefined) whole.push(line);
    else whole[whole.length - 1] = joined;
  }
  return whole;
}

function isOpened({ words }: Line): boolean {
  return words.length === 1 && OPENED.test(words[0]?.text ?? "");
}

function joinedLine(opened: Line, { words: [first, ...rest] }: Line): Line | undefined {
  const [start] = opened.words;
  if (start === undefined || first === undefined || !CLOSING.test(first.text)) return undefined;
  const box = unionOf([start.box, first.box]) ?? first.box;
  return lineOfSorted([{ ...first, text: start.text + first.text, box, glyphs: start.glyphs + first.glyphs }, ...rest]);
}
