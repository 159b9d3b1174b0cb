import { type Box, unionOf } from "../../geometry/box.js";
import { type Edge, covers } from "../../layout/edges.js";
import { textOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import type { Interval } from "../evidence/gutters.js";
import { type TextLine, spaceBetween, textLinesOf, wordsOfLines } from "../evidence/textLines.js";
import { isCaption } from "./captions.js";
import type { GridTable } from "./grid.js";
import { isContents, isTextTable } from "./plausible.js";
import { readingZones } from "./proseColumns.js";
import { partsBelowTitles } from "./sideBySide.js";
import { columnsOfText } from "./textColumns.js";
import { textGrid } from "./textGrid.js";

/** Lines further apart than this, in font sizes, do not belong to one table: two empty lines. */
const FARTHEST = 2.5;

/** More consecutive lines than this without a gap are a paragraph, not a wrapped label or heading. */
const LONGEST_LABEL = 3;

/** A line with `PROSE_WORDS` words that fills the share `PROSE_WIDTH` of the block's width is prose. */
const PROSE_WORDS = 8;
const PROSE_WIDTH = 0.6;

/** Tables that no ruling lines enclose: blocks of lines whose phrases are in columns. `words` are those that no other table has. */
export function textTables(words: readonly Word[], edges: readonly Edge[]): GridTable[] {
  return readingZones(words)
    .flatMap(partsBelowTitles)
    .flatMap((zone) => blocksOf(textLinesOf(zone), edges))
    .flatMap((block) => {
      const table = tableIn(block, edges);
      return table === undefined ? [] : [table];
    });
}

/** Runs of lines that may be a table. */
function blocksOf(lines: readonly TextLine[], edges: readonly Edge[]): TextLine[][] {
  const width = extent(lines);
  const regions = ruledRegions(lines, edges);
  const blocks: TextLine[][] = [];
  let block: TextLine[] = [];
  let plain = 0;
  const finish = (): void => {
    if (block.filter((line) => line.phrases.length > 1).length >= 2) blocks.push(block);
    block = [];
    plain = 0;
  };
  for (const line of lines) {
    const above = block.at(-1);
    if (regions.some((region) => line.line.baseline > region.y0 && line.line.baseline < region.y1)) {
      block.push(line);
      continue;
    }
    if (above !== undefined && spaceBetween(above.line.box, line.line.box) > FARTHEST * line.line.size) finish();
    if (isProse(line, width) || isCaption(textOf(line.line))) {
      finish();
      continue;
    }
    plain = line.phrases.length > 1 ? 0 : plain + 1;
    if (plain > LONGEST_LABEL) finish();
    block.push(line);
  }
  finish();
  return blocks;
}

/** Finds three or more rules of one length above each other, with phrases side by side between each two: that is one table. */
function ruledRegions(lines: readonly TextLine[], edges: readonly Edge[]): Pick<Box, "y0" | "y1">[] {
  return ruleSets(edges).flatMap((set) => {
    const regions: { y0: number; y1: number; gaps: number }[] = [];
    set.slice(1).forEach((rule, i) => {
      const y0 = set[i]?.at ?? rule.at;
      const inside = lines.filter((line) => line.line.baseline > y0 && line.line.baseline < rule.at);
      if (!isTabular(inside, rule)) return;
      const open = regions.at(-1);
      if (open?.y1 === y0) regions[regions.length - 1] = { y0: open.y0, y1: rule.at, gaps: open.gaps + 1 };
      else regions.push({ y0, y1: rule.at, gaps: 1 });
    });
    return regions.filter((region) => region.gaps > 1);
  });
}

/** Whether lines under a rule are within its ends, and have phrases side by side. */
function isTabular(lines: readonly TextLine[], rule: Edge): boolean {
  const within = lines.every(({ line }) => line.box.x0 >= rule.from - OVERHANG && line.box.x1 <= rule.to + OVERHANG);
  const titled = lines.some((line) => isCaption(textOf(line.line)));
  return lines.length > 0 && within && !titled && lines.filter((line) => line.phrases.length > 1).length >= GAPPED * lines.length;
}

/** Text extends beyond the rules of its table by no more than this, in points. */
const OVERHANG = 5;

/** In tables of long texts, at least this share of the lines has text in more than one column. */
const GAPPED = 0.4;

/**
 * Rules of one table end at the same x within this many points: borders of cells are drawn to the middle or to the edge of those that they
 * meet.
 */
const SAME_END = 3;

/** Rules with the same ends, at least three. */
function ruleSets(edges: readonly Edge[]): Edge[][] {
  const sets: Edge[][] = [];
  for (const edge of edges) {
    if (edge.axis !== "horizontal") continue;
    const set = sets.find(
      ([first]) => first !== undefined && Math.abs(first.from - edge.from) <= SAME_END && Math.abs(first.to - edge.to) <= SAME_END,
    );
    if (set === undefined) sets.push([edge]);
    else set.push(edge);
  }
  return sets.filter((set) => set.length >= 3).map((set) => set.sort((a, b) => a.at - b.at));
}

function extent(lines: readonly TextLine[]): number {
  const box = unionOf(lines.map((line) => line.line.box));
  return box === undefined ? 0 : box.x1 - box.x0;
}

/** Whether a line reads as running text: long, and without columns of numbers. */
function isProse(line: TextLine, width: number): boolean {
  return !line.hasData && line.phrases.some(({ words, box }) => words.length >= PROSE_WORDS && box.x1 - box.x0 >= PROSE_WIDTH * width);
}

function tableIn(block: readonly TextLine[], edges: readonly Edge[]): GridTable | undefined {
  const trimmed = trim(block, edges);
  const words = wordsOfLines(trimmed);
  const tabular = trimmed.filter((line) => line.phrases.length > 1);
  const [, second] = columnsOfText(tabular, []);
  // Further lines of a text after the first column are not headings or prose, however many there are.
  const goingOn = trimmed.filter((line) => line.phrases.length === 1 && second !== undefined && line.line.box.x0 >= second.x0 - FLUSH);
  if (tabular.length < MOSTLY_TABULAR * (trimmed.length - goingOn.length)) return undefined;
  const table = isContents(trimmed) ? undefined : textGrid(words, edges);
  return table === undefined || !isTextTable(table, ownRules(table.box, edges)) ? undefined : table;
}

/** At least this share of a table's lines has phrases side by side: otherwise it is text with a few gaps. */
const MOSTLY_TABULAR = 0.5;

/** The block without the notes and titles above and below its columns. */
function trim(block: readonly TextLine[], edges: readonly Edge[]): TextLine[] {
  const first = Math.max(
    0,
    block.findIndex((line) => line.phrases.length > 1),
  );
  const last = block.findLastIndex((line) => line.phrases.length > 1);
  const core = block.slice(first, last + 1);
  const columns = columnsOfText(core, []);
  const box = unionOf(core.map((line) => line.line.box));
  if (box === undefined || columns.length < 2) return core;
  let start = first;
  while (start > 0 && belongsAbove(block[start - 1], block[start], columns, box)) start -= 1;
  let end = last + 1;
  while (end < block.length && belongsBelow(block[end - 1], block[end], columns)) end += 1;
  return withoutTail(cutAtRules(block.slice(start, end), wideRules(box, edges)));
}

/** The lines of a table of numbers, without lines at its end that have none: they are text below it. */
function withoutTail(lines: readonly TextLine[]): TextLine[] {
  const data = lines.filter((line) => line.hasData);
  if (data.length < MOSTLY_DATA * lines.length) return [...lines];
  return lines.slice(0, lines.findLastIndex((line) => line.hasData) + 1);
}

/** A table of numbers has them on this share of its lines. */
const MOSTLY_DATA = 0.6;

/**
 * Whether a line with one phrase is a heading over columns: the start of a column's name, or over several columns but, unlike a title, not
 * over the labels.
 */
function belongsAbove(line: TextLine | undefined, below: TextLine | undefined, columns: readonly Interval[], box: Box): boolean {
  if (line === undefined || below === undefined) return false;
  const own = line.line.box;
  const space = spaceBetween(own, below.line.box);
  if (own.x0 < (columns[0]?.x1 ?? own.x0) || space > line.line.size) return false;
  const isTitle = Math.abs(own.x0 + own.x1 - box.x0 - box.x1) < 2 * line.line.size;
  const touched = columns.filter((column) => own.x0 < column.x1 && own.x1 > column.x0);
  if (touched.length > 1 || (isTitle && touched.some((column) => own.x1 - own.x0 > column.x1 - column.x0))) return !isTitle;
  return space <= WRAPPED * line.line.size && below.phrases.some((name) => isAligned(own, name.box, ALIGNED * line.line.size));
}

/** Lines of one column's name share an edge or a middle within this, in font sizes: centred lines of odd widths are rounded. */
const ALIGNED = 0.5;

/** Whether two boxes share a left edge, a right edge or a middle. */
function isAligned(a: Box, b: Box, tolerance: number): boolean {
  const offsets = [a.x0 - b.x0, a.x1 - b.x1, (a.x0 + a.x1 - b.x0 - b.x1) / 2];
  return offsets.some((offset) => Math.abs(offset) <= tolerance);
}

/** Whether a line with one phrase continues a text in a column other than the first. */
function belongsBelow(above: TextLine | undefined, line: TextLine | undefined, columns: readonly Interval[]): boolean {
  if (line === undefined || above === undefined) return false;
  const own = line.line.box;
  const tight = spaceBetween(above.line.box, own) <= WRAPPED * line.line.size;
  return tight && columns.slice(1).some((column, i) => Math.abs(own.x0 - column.x0) <= FLUSH && own.x1 < (columns[i + 2]?.x0 ?? Infinity));
}

/** Left edges this near, in points, are one. */
const FLUSH = 2;

/** Lines of one cell are no further apart than this, in font sizes. */
const WRAPPED = 0.5;

function wideRules(box: Box, edges: readonly Edge[]): number[] {
  return edges
    .filter((edge) => edge.axis === "horizontal" && covers(edge, box.x0, box.x1, WIDE))
    .map((edge) => edge.at)
    .sort((a, b) => a - b);
}

/** The lines without what is above a rule that has header lines below it, and without what is below the last rule and not a row. */
function cutAtRules(lines: readonly TextLine[], rules: readonly number[]): TextLine[] {
  const firstData = lines.findIndex((line) => line.hasData);
  const [first] = lines;
  let start = 0;
  for (const y of rules) {
    const above = lines.filter((line) => line.line.baseline < y + 1).length;
    // A rule above all of it is the table's upper end.
    if (above === 0 && first !== undefined && y > first.line.box.y0 - NEAR) break;
    if (above > 0 && above < firstData && lines.slice(above, firstData).some((line) => line.phrases.length > 1)) {
      start = above;
      break;
    }
  }
  const bottom = rules.at(-1);
  let end = lines.length;
  // With one run of lines above it, the last rule is the one under the header.
  const isEnd =
    bottom !== undefined &&
    new Set(lines.filter(({ line }) => line.baseline < bottom + 1).map(({ line }) => rules.filter((y) => y + 1 <= line.baseline).length))
      .size > 1;
  while (isEnd && end > start) {
    const line = lines[end - 1];
    if (line === undefined || line.hasData || line.line.baseline < bottom + 1) break;
    end -= 1;
  }
  return lines.slice(start, end);
}

/** The y of rules that are drawn for this block: about as wide as it, near or in it. Frames of charts and pages are wider. */
function ownRules(box: Box, edges: readonly Edge[]): number[] {
  const width = box.x1 - box.x0;
  return edges
    .filter((edge) => {
      const isNear = edge.at > box.y0 - NEAR && edge.at < box.y1 + NEAR;
      return edge.axis === "horizontal" && isNear && covers(edge, box.x0, box.x1, WIDE) && edge.to - edge.from <= WIDEST * width;
    })
    .map((edge) => edge.at);
}

/** How far above or below a table its own rules are drawn, in points: a line and a half. */
const NEAR = 20;

/** A rule that belongs to a block covers at least this share of its width, and is no wider than this many times its width. */
const WIDE = 0.7;
const WIDEST = 1.5;
