import type { Line } from "../../layout/lines.js";
import { type PackedWords, packWords, unpackWords } from "../../layout/packedWords.js";
import type { PageLayout } from "../../layout/pageLayout.js";
import type { Word } from "../../layout/word.js";
import { type PageEdges, edgesOf, furnitureAmong, pageNumberOn } from "../evidence/furniture.js";
import { ruledFrames } from "../evidence/ruledFrames.js";
import { withCellRules } from "../matrix/cellRules.js";
import { matchHeader, mayBeHeader } from "../matrix/header.js";
import type { Matrix, PageTable } from "../matrix/matrix.js";
import { namesOn } from "../matrix/headerNames.js";
import { findHeader } from "../matrix/openHeader.js";
import { pageTable } from "../matrix/pageTable.js";
import { type KeptStrip, keepStrip, openStrip } from "../matrix/strip.js";
import { type WideGap, cutAtEngineBreaks, engineBreaks, wideGapsIn } from "./engineBreaks.js";
import { fixedPrint } from "./fixedPrint.js";
import { watermarkWords } from "./watermarkWords.js";

/** A page as it is kept until all pages have been read. */
export interface KeptPage extends Omit<PageLayout, "words"> {
  readonly words: PackedWords;
}

/** A page, the matrix on it, and the indices of its words that are furniture. */
export interface ReadPage {
  readonly page: KeptPage;
  readonly furniture: ReadonlySet<number>;
  readonly table: KeptTable;
}

/** The table on a page, as it is kept. */
interface KeptTable extends Omit<PageTable, "strips"> {
  readonly strips: readonly KeptStrip[];
  readonly gaps: readonly WideGap[];
}

/**
 * Finds the matrix on pages as they arrive, while later pages are still being parsed. Furniture can only be recognised once all pages have
 * arrived: until then only the page number is taken for it, and if that was not all, pages are read again from the first one where it was
 * not.
 */
export class PagesReader {
  readonly #matrix: Matrix;
  readonly #read: ReadPage[] = [];
  readonly #edges: PageEdges[] = [];

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
  }

  /** Reads the next page. */
  add(page: PageLayout): void {
    const edges = edgesOf(page, (lines) => headersAmong(lines, this.#matrix));
    this.#edges.push(edges);
    this.#read.push(this.#readPage(page, pageNumberOn(edges), this.#read.at(-1)));
  }

  /** All pages, once the last one has been added. */
  pages(): ReadPage[] {
    return this.#cutAtBreaks(this.#withEarlyRows(this.#withoutFixedPrint(this.#withoutFurniture())));
  }

  /** The pages, with their cells cut where the engine that laid them out broke pages of its own. */
  #cutAtBreaks(pages: readonly ReadPage[]): ReadPage[] {
    const breaks = engineBreaks(pages.map(({ table }) => ({ gaps: table.gaps, strips: () => table.strips.map(openStrip) })));
    if (breaks.length === 0) return [...pages];
    return pages.map(({ table, ...read }) => ({
      ...read,
      table: { ...table, strips: table.strips.map((strip) => cutAtEngineBreaks(strip, breaks)) },
    }));
  }

  #withoutFurniture(): ReadPage[] {
    // Page numbers are always furniture: the guess was right if there is nothing more.
    return this.#readAgain(this.#read, furnitureAmong(this.#edges));
  }

  #withoutFixedPrint(pages: readonly ReadPage[]): ReadPage[] {
    const fixed = fixedPrint(
      pages.map(({ page: { words }, furniture, table: { headers, outside, layout } }) => ({
        words,
        furniture,
        headers,
        outside,
        boundaries: layout?.boundaries ?? [],
      })),
    );
    const watermarks = watermarkWords(pages.map(({ page }) => page));
    return this.#readAgain(
      pages,
      pages.map(({ furniture }, i) => new Set([...furniture, ...(fixed[i] ?? []), ...(watermarks[i] ?? [])])),
    );
  }

  /** The pages, read again from the first one that has more furniture than was left out. */
  #readAgain(read: readonly ReadPage[], furniture: readonly ReadonlySet<number>[]): ReadPage[] {
    const wrong = read.findIndex(({ furniture: known }, i) => known.size !== furniture[i]?.size);
    if (wrong < 0) return [...read];
    const pages = read.slice(0, wrong);
    read
      .slice(wrong)
      .forEach(({ page }, i) =>
        pages.push(this.#readPage({ ...page, words: unpackWords(page.words) }, furniture[wrong + i] ?? new Set(), pages.at(-1))),
      );
    return pages;
  }

  /**
   * If the header first appears on a later page than the table: the pages before it with the same number of columns within rules are read
   * with its columns.
   */
  #withEarlyRows(pages: readonly ReadPage[]): ReadPage[] {
    const first = pages.findIndex(({ table }) => table.headers.length > 0);
    const named = pages[first];
    const columns = named?.table.layout?.ruled === true ? named.table.layout.fields.length : undefined;
    const hasRows = ({ edges }: KeptPage): boolean => ruledFrames(edges).some((frame) => frame.columns.length - 1 === columns);
    return pages.map((read, i) =>
      i < first && hasRows(read.page) ? this.#readPage({ ...read.page, words: unpackWords(read.page.words) }, read.furniture, named) : read,
    );
  }

  #readPage(page: PageLayout, furniture: ReadonlySet<number>, before: ReadPage | undefined): ReadPage {
    const words = page.words.filter((_, place) => !furniture.has(place));
    const { strips, ...table } = pageTable(page, words, this.#matrix, before?.table.layout);
    const places = new Map(page.words.map((word, place) => [word, place]));
    const packed = packWords(page.words);
    const kept = strips.map((strip) => keepStrip(withCellRules(strip, page.edges), packed, (word) => placeAmong(places, word)));
    return {
      page: { ...page, words: packed },
      furniture,
      table: { ...table, strips: kept, gaps: strips.flatMap((strip) => wideGapsIn(strip, this.#matrix.columns)) },
    };
  }
}

function placeAmong(places: ReadonlyMap<Word, number>, word: Word): number {
  const place = places.get(word);
  if (place === undefined) throw new Error(`The table has a word that its page has not: ${word.text}`);
  return place;
}

/** Which of a page's lines belong to a header: those that name columns, and those on which these names begin or continue. */
function headersAmong(lines: readonly Line[], { columns }: Matrix): (line: Line) => boolean {
  const isHeader = (line: Line): boolean =>
    mayBeHeader(line.words, columns) &&
    matchHeader(
      namesOn(line, columns).map(({ text }) => text),
      columns,
    ) !== undefined;
  const header = findHeader(lines, columns);
  return (line) => (header !== undefined && line.box.y0 >= header.box.y0 && line.box.y1 <= header.box.y1) || isHeader(line);
}
