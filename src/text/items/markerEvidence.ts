import { textOf } from "../../layout/lines.js";
import { type FlowLine, SAME_X } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import { itemTextX, lineStart } from "../flow/hanging.js";
import { CERTAIN, wouldFit } from "../flow/room.js";
import { isLoose, isSpaced } from "../flow/spacing.js";
import { type LineMarker, follows, opensList } from "../words/markers.js";
import { endsSentence } from "../words/sentences.js";
import { type OpenItem, introduces } from "./rawItem.js";

/** A line of a cell that starts as an item does: all that may tell whether it is one. */
export interface MarkedLine {
  readonly line: FlowLine;
  readonly marker: LineMarker;
  readonly before: FlowLine | undefined;
  readonly below: readonly FlowLine[];
  /** The item that the line goes on with if its sign is a word. */
  readonly open: OpenItem | undefined;
  /** Whether its number is the next one of an open list. */
  readonly isNext: boolean;
  /** Whether items with a marker of its kind have started at its x before. */
  readonly isLevel: boolean;
  readonly style: FlowStyle;
}

type Styled = Pick<MarkedLine, "line" | "open" | "style">;

/** It counts on from an item above. */
export function continuesCount({ isNext }: Pick<MarkedLine, "isNext">): boolean {
  return isNext;
}

/**
 * It is the dash of a range that the line above starts, from a number to a larger one or from a day to a day ("Beijing, 2" + "– 8 September",
 * "29 June" + "– 1 July"), and no items with dashes stand there.
 */
export function goesOnRange({ line, marker, before, isLevel }: Pick<MarkedLine, "line" | "marker" | "before" | "isLevel">): boolean {
  if (marker.kind !== "dash" || before === undefined || isLevel) return false;
  const [from, to] = [/(?:^|\s)(\d{1,4})$/u.exec(textOf(before.line)), /^\P{L}\s*(\d{1,4})(?=\s|[.,;)]|$)/u.exec(textOf(line.line))];
  if (from !== null && to !== null) return Number(from[1]) < Number(to[1]);
  return /(?:^|\s)\d{1,2} \p{Lu}\p{Ll}+$/u.test(textOf(before.line)) && /^\P{L}\s*\d{1,2} \p{Lu}\p{Ll}+/u.test(textOf(line.line));
}

/** White space divides it from the line above. */
export function isApartFromText({ line, style }: Styled): boolean {
  return isSpaced(line, style);
}

/** It may be the first of a list, and the text above it ends with a colon. */
export function opensAnnouncedList({ marker, open }: Pick<MarkedLine, "marker" | "open">): boolean {
  return open !== undefined && opensList(marker) && introduces(open.item);
}

/** It stands further in than the lines above it: no sentence goes on there. */
export function isFurtherIn(at: Styled): boolean {
  return at.line.x > textStartOf(at) + SAME_X * at.line.size;
}

/** The line above had room for it, where lines are filled. A dash is so narrow that its room may be an accident, unless another line starts so. */
export function hadRoomAbove(at: MarkedLine): boolean {
  const { line, marker, before, below } = at;
  if (before === undefined || !at.style.flowed || !isInText(at)) return false;
  const isRepeated = below.some((other) => other.marker?.kind === marker.kind && isBelow(other, line));
  return wouldFit(line, before, isRepeated ? 1 : CERTAIN);
}

/** The list that it would open goes on below, with no line further left before. */
export function listGoesOn(at: MarkedLine): boolean {
  const { line, marker, below } = at;
  if (!isInText(at) || !opensList(marker)) return false;
  for (const other of below) {
    if (other.x < line.x - SAME_X * line.size) return false;
    if (other.marker !== undefined && isBelow(other, line) && follows(other.marker, marker)) return true;
  }
  return false;
}

/** Where the lines of an item start under its marker, so may a dash or a number of the sentence; but for where items start behind the end of a sentence, or set apart, be it by little. */
export function mayStandInText(at: MarkedLine): boolean {
  const { line, before, isLevel, style } = at;
  if (before === undefined || hangs(at) || !isInText(at) || line.pitch === undefined || wouldFit(line, before, 1)) return false;
  return !(isLevel && (endsSentence(before) || !style.spaced || isLoose(line, style)));
}

/** It does not stand where the item's own lines hang, but below them or where items have started. */
export function standsAsItem(at: MarkedLine): boolean {
  return !(isInText(at) && hangs(at)) && (at.line.pitch !== undefined || at.isLevel);
}

/** A gap behind a marker that no word space has, in font sizes. */
const TAB_GAP = 0.5;

/** Justified lines have wide word spaces too: a marker's gap is wider than these by this factor. */
const WIDER = 1.5;

/** The gap behind it is wider than word spaces are, there and in general. */
export function isTabbed({ line: { line: { words, size } }, marker }: Pick<MarkedLine, "line" | "marker">): boolean {
  if (words[0]?.text.length !== marker.length) return false;
  const [first = 0, ...others] = words.slice(1).map((word, i) => word.box.x0 - (words[i]?.box.x1 ?? word.box.x0));
  return first > TAB_GAP * size && first > WIDER * Math.max(0, ...others);
}

/** The line below hangs under its text, as lines of items do. */
export function linesHangBelow({ line, below: [after], style }: Pick<MarkedLine, "line" | "below" | "style">): boolean {
  const near = SAME_X * line.size;
  const isText = after?.pitch !== undefined && after.marker === undefined && !isSpaced(after, style);
  return isText && after.x > line.x + near && Math.abs(after.x - itemTextX(line, style)) <= near;
}

/** Its text comes on the next line: behind the marker, or under it where lines do not hang and the column is too narrow for marker and word. */
export function textFollows({ line, marker, below: [after], style }: MarkedLine): boolean {
  if (after === undefined || after.marker !== undefined || isSpaced(after, style)) return false;
  return after.x > line.x + SAME_X * line.size || (!style.hanging[marker.kind] && isBelow(after, line) && !wouldFit(after, line, 1));
}

/** A number or a letter that no list goes on with is the end of a sentence ("P.O. Box" + "217."), but for where its kind marks items, and no sentence goes on. */
export function endsSentenceAlone(at: MarkedLine): boolean {
  const { marker: { kind }, open, isNext, isLevel } = at;
  return open !== undefined && !isNext && (kind === "number" || kind === "letter") && !(isLevel && !isInText(at));
}

/** Whether the lines of the open item hang behind its marker. */
function hangs({ open, style }: Styled): boolean {
  return open !== undefined && style.hanging[open.item.kind];
}

/** The x at which a line starts that goes on with the open item. */
function textStartOf(at: Styled): number {
  const { line, open, style } = at;
  return open === undefined ? line.x : lineStart(open.item.kind, { ...open, size: line.size }, style);
}

/** Whether a line starts where those do that go on with the open item. */
function isInText(at: Styled): boolean {
  return Math.abs(at.line.x - textStartOf(at)) <= SAME_X * at.line.size;
}

/** Whether a line starts at the x of another one. */
function isBelow(other: FlowLine, line: FlowLine): boolean {
  return Math.abs(other.x - line.x) <= SAME_X * line.size;
}
