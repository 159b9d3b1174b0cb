import { textOf } from "../../src/layout/lines.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { styleOf } from "../../src/text/flow/flowStyle.js";
import { itemsOf } from "../../src/text/items/items.js";
import type { RawItem } from "../../src/text/items/rawItem.js";
import type { CellPart } from "../../src/table/matrix/strip.js";
import { type SetLine, partOf } from "./cells.js";

/** A dictionary of all words but a name. */
export const isWord = (word: string): boolean => word !== "asia";

/** Lines of a sentence that runs on, 12 points apart plus what `more` adds to each: enough of them to show the leading. */
export function sentences(from: number, more: readonly number[] = [0]): SetLine[] {
  let baseline = from;
  return Array.from({ length: 20 }, (_, i): SetLine => {
    if (i > 0) baseline += 12 + more[i % more.length]!;
    return [0, baseline, i === 0 ? "All of it is said here in full" : "and so is more of it said again"];
  });
}

/**
 * The breaks of a cell without any evidence of whether a paragraph ends there, as "last + first" if the lines were read as one, and "last |
 * first" if not.
 */
export function undecidedIn(parts: readonly (readonly SetLine[])[], others: readonly (readonly SetLine[])[]): string[] {
  const flow = flowOf(parts.map((lines, i) => partOf(lines, "plan", i + 1)));
  const { undecided } = itemsOf(flow, styleOf([flow, ...others.map((lines) => flowOf([partOf(lines)]))]), isWord);
  return undecided.map(({ before, line, divided }) => `${before.line.words.at(-1)?.text} ${divided ? "|" : "+"} ${line.line.words[0]?.text}`);
}

/** The paragraphs of a cell of which nothing shows whether they belong to the item above, as "+ first" if they were read so, and "| first" if not. */
export function unplacedIn(lines: readonly SetLine[], others: readonly (readonly SetLine[])[]): string[] {
  const flow = flowOf([partOf(lines)]);
  const { unplaced } = itemsOf(flow, styleOf([flow, ...others.map((other) => flowOf([partOf(other)]))]), isWord);
  return unplaced.map(({ line, divided }) => `${divided ? "|" : "+"} ${line.line.words[0]?.text}`);
}

/** The items of a cell: each as "kind: paragraph | paragraph"; if it has children, they follow it in an array. */
export type Outline = string | [string, Outline[]];

/** The items of a cell in a column with others. */
export function outline(parts: readonly (readonly SetLine[])[], others: readonly (readonly SetLine[])[] = []): Outline[] {
  return outlineOfParts(
    parts.map((lines, i) => partOf(lines, "plan", i + 1)),
    others,
  );
}

/** The same of parts, which may have lines drawn across them. */
export function outlineOfParts(parts: readonly CellPart[], others: readonly (readonly SetLine[])[] = []): Outline[] {
  const flow = flowOf(parts);
  const style = styleOf([flow, ...others.map((lines) => flowOf([partOf(lines)]))]);
  return itemsOf(flow, style, isWord).items.map(outlineOf);
}

function outlineOf({ kind, paragraphs, children }: RawItem): Outline {
  const text = `${kind}: ${paragraphs.map((lines) => lines.map(({ line }) => textOf(line)).join(" ")).join(" | ")}`;
  return children.length === 0 ? text : [text, children.map(outlineOf)];
}
