import { textOf } from "../layout/lines.js";
import type { FlowLine } from "../text/flow/flowLine.js";
import { TextPattern } from "../text/words/textPattern.js";
import { labelStart } from "./keys.js";
import { withoutNoteMarks } from "./noteMarks.js";

/** What may follow a repeated label: "ASEM CMM 8 (continued)". */
const CONTINUED = /\(?\bcont(?:inued|inuation|['’]?d)?\b\.?\)?\s*$/iu;

/**
 * The lines of a meeting's cell without the parts that repeat its head: if a row continues in another one, some documents repeat its label,
 * or everything at its start. A part that says anything else stays.
 */
export function withoutRepeatedHeads(lines: readonly FlowLine[], label: RegExp): FlowLine[] {
  const parts = partsOf(lines);
  const start = labelStart(label);
  const kept: FlowLine[][] = [];
  let head = "";
  // How much of the head has been repeated; undefined if no part repeats it.
  let repeated: number | undefined;
  for (const part of parts) {
    const { text } = withoutNoteMarks(part.map(({ line }) => textOf(line)).join(" "));
    const letters = lettersOf(text.replace(CONTINUED, ""));
    const from = start.test(text) ? 0 : repeated;
    if (from !== undefined && letters !== "" && head.startsWith(letters, from)) {
      repeated = from + letters.length;
      continue;
    }
    repeated = undefined;
    kept.push(part);
    head += lettersOf(text);
  }
  return kept.flat();
}

/** The lines of each part of a cell: the first of a part has none above it. */
function partsOf(lines: readonly FlowLine[]): FlowLine[][] {
  const parts: FlowLine[][] = [];
  for (const line of lines) {
    if (line.pitch === undefined) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

const NO_LETTER = new TextPattern(/[^\p{L}\p{N}]/gu);

/** What two settings of one text have in common, regardless of line breaks and cut words. */
function lettersOf(text: string): string {
  return NO_LETTER.replaceIn(text, () => "").toLowerCase();
}
