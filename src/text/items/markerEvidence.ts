import { textOf } from "../../layout/lines.js";
import { type FlowLine, SAME_X } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import { itemTextX, lineStart } from "../flow/hanging.js";
import { CERTAIN, wouldFit } from "../flow/room.js";
import { isLoose, isSpaced } from "../flow/spacing.js";
import type { Dictionary } from "../words/wordKnowledge.js";
import { type LineMarker, follows, opensList } from "../words/markers.js";
import { endsOpen, endsSentence } from "../words/sentences.js";
import { type OpenItem, introduces } from "./rawItem.js";

/** A line of a cell that starts as an item does: everything that may show whether it is one. */
export interface MarkedLine {
  readonly line: FlowLine;
  readonly marker: LineMarker;
  readonly before: FlowLine | undefined;
  readonly below: readonly FlowLine[];
  /** The item that the line continues if its sign is a word. */
  readonly open: OpenItem | undefined;
  /** Whether its number is the next one of an open list. */
  readonly isNext: boolean;
  /** Whether items with a marker of its kind have already started at its x. */
  readonly isLevel: boolean;
  readonly style: FlowStyle;
  /** Knows words in small letters, and so no names. */
  readonly isWord: Dictionary;
}

type Styled = Pick<MarkedLine, "line" | "open" | "style">;

/** Its number continues from an item above. */
export function continuesCount({ isNext }: Pick<MarkedLine, "isNext">): boolean {
  return isNext;
}

/**
 * It is the dash of a range that the line above starts, from a number to a larger one or from a day to a day ("Beijing, 2" + "– 8
 * September", "29 June" + "– 1 July"), and there are no items with dashes at its x.
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

/** It is further in than the lines above it: no sentence continues there. */
export function isFurtherIn(at: Styled): boolean {
  return at.line.x > textStartOf(at) + SAME_X * at.line.size;
}

/**
 * The line above had room for it, and lines are filled; if too few lines show that, the line above ends a sentence, and a list may start with
 * the number. A dash is so narrow that there may be room by accident, unless another line starts with one too.
 */
export function hadRoomAbove(at: MarkedLine): boolean {
  const { line, marker, before, below } = at;
  if (before === undefined || !isInText(at)) return false;
  if (!at.style.flowed && (marker.kind === "dash" || !opensList(marker) || !endsSentence(before))) return false;
  const isRepeated = below.some((other) => other.marker?.kind === marker.kind && isBelow(other, line));
  return wouldFit(line, before, isRepeated ? 1 : CERTAIN);
}

/** The list that it would open continues below, with no line further left before that. */
export function listGoesOn({ line, marker, below }: MarkedLine): boolean {
  if (!opensList(marker)) return false;
  for (const other of below) {
    if (other.x < line.x - SAME_X * line.size) return false;
    if (other.marker !== undefined && isBelow(other, line) && follows(other.marker, marker)) return true;
  }
  return false;
}

/**
 * If the lines of an item start under its marker, a dash or a number of the sentence may start there too; but not if items have started
 * there and this one comes after the end of a sentence, or is set apart, even slightly.
 */
export function mayStandInText(at: MarkedLine): boolean {
  const { line, before, isLevel, style } = at;
  if (before === undefined || hangs(at) || !isInText(at) || line.pitch === undefined || wouldFit(line, before, 1)) return false;
  return !(isLevel && (endsSentence(before) || !style.spaced || isLoose(line, style)));
}

/**
 * It stands where items have started and the lines of their sentences start, too, below a full line that ends no sentence, and no white space
 * divides items: it is a word's by chance where an item fills its last line, and an item's by chance where a line of a sentence starts with it.
 */
export function isOfFullLine(at: MarkedLine): boolean {
  const { line, marker, before, isLevel, style } = at;
  if (!isLevel || (marker.kind !== "dash" && marker.kind !== "number") || style.spaced || isLoose(line, style)) return false;
  if (before === undefined || line.pitch === undefined || hangs(at) || !isInText(at)) return false;
  return !endsSentence(before) && !wouldFit(line, before, 1);
}

/**
 * On such a line, the sentence goes on: the number is not the next one of the list; or behind the dash is a small letter, with which no item
 * of the list starts ("museums" + "– large"), or a name below another one ("Asia" + "– Europe").
 */
export function mayGoOnFromFullLine(at: MarkedLine): boolean {
  const { line, marker, before, open, isWord } = at;
  if (before === undefined || !isOfFullLine(at)) return false;
  if (marker.kind === "number" || endsOpen(before)) return true;
  const text = textBehind(line, marker.length);
  const first = open?.item.paragraphs[0]?.[0];
  if (first !== undefined && SMALL.test(text)) return !SMALL.test(textBehind(first, open?.item.markerLength ?? 0));
  const names = [LAST_NAME.exec(textOf(before.line)), FIRST_NAME.exec(text)].map((match) => match?.[1]);
  return names.every((name) => name !== undefined && !isWord(name.toLowerCase()));
}

const SMALL = /^["“‘(]*\p{Ll}/u;
const LAST_NAME = /(?:^|[\s(–-])(\p{Lu}\p{L}+)$/u;
const FIRST_NAME = /^(\p{Lu}\p{L}+)/u;

function textBehind({ line }: FlowLine, markerLength: number): string {
  return textOf(line).slice(markerLength).trimStart();
}

/**
 * It is not where the item's own lines hang, but below them or where items have started; at the top of a page it may open a list where no
 * line of a hanging item starts.
 */
export function standsAsItem(at: MarkedLine): boolean {
  if (isInText(at) && hangs(at)) return false;
  return at.line.pitch !== undefined || at.isLevel || (hangs(at) && opensList(at.marker));
}

/** A gap wider than this after a marker, in font sizes, is not a word space. */
const TAB_GAP = 0.5;

/** Justified lines have wide word spaces too: a marker's gap must exceed these by this factor. */
const WIDER = 1.5;

/** The gap after it is wider than word spaces are, both on this line and in general. */
export function isTabbed({ line, marker }: Pick<MarkedLine, "line" | "marker">): boolean {
  const { words, size } = line.line;
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

/**
 * Its text is on the next line: further right than the marker, or under it if lines do not hang and the column is too narrow for both
 * marker and word.
 */
export function textFollows({ line, marker, below: [after], style }: MarkedLine): boolean {
  if (after === undefined || after.marker !== undefined || isSpaced(after, style)) return false;
  return after.x > line.x + SAME_X * line.size || (!style.hanging[marker.kind] && isBelow(after, line) && !wouldFit(after, line, 1));
}

/**
 * A number or a letter that no list continues with is the end of a sentence ("P.O. Box" + "217."), unless its kind marks items at its x and
 * no sentence continues there.
 */
export function endsSentenceAlone(at: MarkedLine): boolean {
  const { open, isNext, isLevel } = at;
  const { kind } = at.marker;
  return open !== undefined && !isNext && (kind === "number" || kind === "letter") && !(isLevel && !isInText(at));
}

/** Whether the lines of the open item hang, starting after its marker. */
function hangs({ open, style }: Styled): boolean {
  return open !== undefined && style.hanging[open.item.kind];
}

/** The x at which lines that continue the open item start. */
function textStartOf(at: Styled): number {
  const { line, open, style } = at;
  return open === undefined ? line.x : lineStart(open.item.kind, { ...open, size: line.size }, style);
}

/** Whether a line starts where lines that continue the open item do. */
function isInText(at: Styled): boolean {
  return Math.abs(at.line.x - textStartOf(at)) <= SAME_X * at.line.size;
}

/** Whether a line starts at the x of another one. */
function isBelow(other: FlowLine, line: FlowLine): boolean {
  return Math.abs(other.x - line.x) <= SAME_X * line.size;
}
