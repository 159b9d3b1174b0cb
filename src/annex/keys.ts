import { type Line, textOf } from "../layout/lines.js";
import { type KeptStrip, openCell } from "../table/matrix/strip.js";
import type { KeysOf, RowKey } from "../table/pages/rowKey.js";
import { withoutNoteMarks } from "./noteMarks.js";
import { printedNumber } from "./printedNumber.js";

/** The number that may come before the label in the same cell: "5. ASEM – CMM5". */
export const NUMBER_BEFORE = String.raw`(?:\(?\d{1,3}[.)]?\s+)?`;

/** Keys nearer than this, in font sizes, belong to one row: the number and the label are side by side. */
const ONE_ROW = 1.6;

/** What a meeting's cell starts with: its label, with or without a number before it. */
export function labelStart(label: RegExp): RegExp {
  return new RegExp(`^${NUMBER_BEFORE}(?:${label.source})`, label.flags);
}

/** Finds where meetings start: at a number in the number column or at a label in the meeting column. */
export function meetingKeys(label: RegExp, numberField: string | undefined, meetingField: string | undefined): KeysOf {
  return (strip) => {
    const labels = meetingField === undefined ? [] : labelKeys(strip, meetingField, label);
    const numbers = numberField === undefined ? [] : numberKeys(strip, numberField);
    const keys = [...labels];
    for (const number of numbers) {
      const known = keys.some((key) => key.id === number.id || Math.abs(key.baseline - number.baseline) <= ONE_ROW * key.size);
      if (!known) keys.push(number);
    }
    return keys.sort((a, b) => a.baseline - b.baseline);
  };
}

function linesIn(strip: KeptStrip, field: string): Line[] {
  return strip.cells.filter((cell) => cell.field === field).flatMap((cell) => openCell(cell).lines);
}

function numberKeys(strip: KeptStrip, field: string): RowKey[] {
  return linesIn(strip, field).flatMap((line) => {
    const { text } = withoutNoteMarks(textOf(line));
    const number = text.includes(" ") ? undefined : printedNumber(text);
    return number === undefined ? [] : [{ baseline: line.baseline, size: line.size, id: String(number), field }];
  });
}

/** Labels at the start of a line; a label may span several lines. */
function labelKeys(strip: KeptStrip, field: string, label: RegExp): RowKey[] {
  const lines = linesIn(strip, field);
  const texts = lines.map((line) => withoutNoteMarks(textOf(line)).text);
  const start = labelStart(label);
  let skip = 0;
  return lines.flatMap((line, i) => {
    if (i < skip) return [];
    const match = start.exec(texts.slice(i).join(" "));
    if (match === null || match[0].trim() === "") return [];
    skip = i + linesCovered(texts.slice(i), match[0].length);
    return [{ baseline: line.baseline, size: line.size, id: String(Number(match[1])), field }];
  });
}

function linesCovered(texts: readonly string[], length: number): number {
  let covered = 0;
  for (const [i, text] of texts.entries()) {
    covered += text.length + 1;
    if (covered > length) return i + 1;
  }
  return texts.length;
}
