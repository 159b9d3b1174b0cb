import { unionOf } from "../geometry/box.js";
import type { ToBbox } from "../layout/bbox.js";
import { glyphsIn, textOf } from "../layout/lines.js";
import type { Item, Span } from "../model/annex.js";
import type { Finding } from "../model/diagnostic.js";
import type { Bbox } from "../model/place.js";
import type { KeptCell } from "../table/matrix/strip.js";
import type { FlowLine } from "../text/flow/flowLine.js";
import type { FlowStyle } from "../text/flow/flowStyle.js";
import { hadNoRoomForLetter } from "../text/flow/room.js";
import { type CellItems, type UndecidedStart, itemsOf } from "../text/items/items.js";
import type { UnplacedParagraph } from "../text/items/openItems.js";
import type { RawItem } from "../text/items/rawItem.js";
import { joinLines } from "../text/words/join.js";
import { normalise } from "../text/words/normalise.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import { keptFlow } from "./rowCells.js";

/** The items of one cell, with what is doubtful about them and how many glyphs went where. */
export interface ColumnCell {
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  readonly itemGlyphs: number;
  readonly emptyMarkerGlyphs: number;
}

/** Where a cell is: its column and the prefix of its items' ids, such as `cmm8/recommendations`. */
export interface CellAddress {
  readonly field: string;
  readonly prefix: string;
  readonly meeting: number | undefined;
  readonly parts: readonly KeptCell[];
}

/** Reads cells of one column. Lines are unpacked one cell at a time, so that only those of one are in memory. */
export function readColumn(cells: readonly CellAddress[], style: FlowStyle, knowledge: WordKnowledge, toBbox: ToBbox): ColumnCell[] {
  return cells.map((cell) => {
    const lines = keptFlow(cell.parts);
    const found = itemsOf(lines, style, knowledge.dictionary);
    const { items, empty } = found;
    const reader = new CellReader(cell, knowledge, toBbox, found);
    const read = items.map((item, k) => reader.read(item, `${cell.prefix}/${k + 1}`));
    for (const line of empty) reader.reportEmpty(line, cell.field);
    const total = glyphsIn(lines.map((line) => line.line));
    const emptyMarkerGlyphs = glyphsIn(empty.map((line) => line.line));
    return { items: read, findings: reader.findings, itemGlyphs: total - emptyMarkerGlyphs, emptyMarkerGlyphs };
  });
}

/** A cell read as one text: its lines joined, with what is doubtful about them. */
export interface ReadText {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly findings: readonly Finding[];
  readonly glyphs: number;
}

/** Reads a cell as one text, by the same rules as the paragraphs of items. */
export function readText(parts: readonly KeptCell[], knowledge: WordKnowledge, toBbox: ToBbox): ReadText {
  const lines = keptFlow(parts);
  const reader = new CellReader({}, knowledge, toBbox);
  const text = reader.paragraph(lines, 0);
  return { text, spans: spansOf(lines, toBbox), findings: reader.findings, glyphs: glyphsIn(lines.map((line) => line.line)) };
}

class CellReader {
  readonly findings: Finding[] = [];
  readonly #undecided: ReadonlyMap<FlowLine, UndecidedStart>;
  readonly #unplaced: ReadonlyMap<FlowLine, UnplacedParagraph>;

  constructor(
    readonly cell: { readonly meeting?: number | undefined },
    readonly knowledge: WordKnowledge,
    readonly toBbox: ToBbox,
    { undecided, unplaced }: Pick<CellItems, "undecided" | "unplaced"> = { undecided: [], unplaced: [] },
  ) {
    this.#undecided = new Map(undecided.map((start) => [start.line, start]));
    this.#unplaced = new Map(unplaced.map((paragraph) => [paragraph.line, paragraph]));
  }

  read(raw: RawItem, id: string): Item {
    const text = raw.paragraphs.map((lines, i) => this.paragraph(lines, i === 0 ? raw.markerLength : 0)).join("\n");
    const own = raw.paragraphs.flat();
    this.#reportUndecided(own, id);
    const spans = spansOf(own, this.toBbox);
    const children = raw.children.map((child, i) => this.read(child, `${id}/${i + 1}`));
    return {
      id,
      marker: raw.kind,
      ...(raw.number === undefined ? {} : { number: raw.number }),
      text,
      ...(children.length === 0 ? {} : { children }),
      pages: spans.map((span) => span.page),
      spans,
      ...recognitionOf(own),
    };
  }

  paragraph(lines: readonly FlowLine[], markerLength: number): string {
    const texts = lines.map((line, i) => {
      const text = textOf(line.line);
      return i === 0 ? text.slice(markerLength) : text;
    });
    const { text, undecided } = joinLines(texts, this.knowledge, (i) => hadNoRoomForLetter(lines[i], lines[i + 1]));
    for (const { cut, joined, line } of undecided) {
      const place = lines[line];
      if (place === undefined) continue;
      this.findings.push({
        code: "hyphen-undecided",
        before: cut.before,
        after: cut.after,
        ...(joined ? { joined } : {}),
        ...this.#placeOf(place),
      });
    }
    return text;
  }

  /**
   * Reports which of an item's lines may just as well start another paragraph, or continue the one before, and which of its paragraphs may
   * just as well be in another item.
   */
  #reportUndecided(own: readonly FlowLine[], item: string): void {
    for (const { before, line, divided } of own.flatMap((line) => this.#undecided.get(line) ?? [])) {
      this.findings.push({
        code: "paragraph-undecided",
        item,
        before: normalise(before.line.words.at(-1)?.text ?? ""),
        after: normalise(line.line.words[0]?.text ?? ""),
        divided,
        ...this.#placeOf(line),
      });
    }
    for (const { line, divided } of own.flatMap((line) => this.#unplaced.get(line) ?? [])) {
      const start = normalise(line.line.words[0]?.text ?? "");
      this.findings.push({ code: "item-undecided", item, start, divided, ...this.#placeOf(line) });
    }
  }

  reportEmpty(line: FlowLine, column: string): void {
    this.findings.push({ code: "bullet-empty", column, ...this.#placeOf(line) });
  }

  #placeOf(line: FlowLine): { page: number; bbox: Bbox; meeting?: number } {
    const { meeting } = this.cell;
    return {
      page: line.page,
      bbox: this.toBbox(line.page, line.line.box),
      ...(meeting === undefined ? {} : { meeting }),
    };
  }
}

/** The mark of text that was recognised in pictures, with the least confidence of its words. */
function recognitionOf(lines: readonly FlowLine[]): Pick<Item, "ocr"> {
  const confidences: number[] = [];
  for (const { line } of lines) for (const { confidence } of line.words) if (confidence !== undefined) confidences.push(confidence);
  return confidences.length === 0 ? {} : { ocr: { confidence: Math.round(Math.min(...confidences)) } };
}

/** One box per page around the lines. */
function spansOf(lines: readonly FlowLine[], toBbox: ToBbox): Span[] {
  const pages = [...new Set(lines.map((line) => line.page))];
  return pages.flatMap((page) => {
    const box = unionOf(lines.filter((line) => line.page === page).map((line) => line.line.box));
    return box === undefined ? [] : [{ page, bbox: toBbox(page, box) }];
  });
}
