import type { PageLayout } from "../layout/pageLayout.js";
import type { Line } from "../layout/lines.js";
import type { Word } from "../layout/word.js";
import { cutAtEngineBreaks } from "./engineBreaks.js";
import { type PageEdges, edgesOf, furnitureAmong, pageNumberOn } from "./furniture.js";
import { matchHeader } from "./header.js";
import { namesOn } from "./openHeader.js";
import { type Matrix, type PageTable, pageTable } from "./pageTable.js";

/** A page, the matrix on it, and which of its words are furniture. */
export interface ReadPage {
  readonly page: PageLayout;
  readonly furniture: ReadonlySet<Word>;
  readonly table: PageTable;
}

/**
 * Finds the matrix on pages as they come, while those behind them are still parsed. What is furniture shows only when all pages are there:
 * until then only a page's number is taken for it, and pages are read again from the first on where that was not all.
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
    const edges = edgesOf(page, (line) => isHeaderLine(line, this.#matrix));
    this.#edges.push(edges);
    this.#read.push(this.#readPage(page, pageNumberOn(edges), this.#read.at(-1)));
  }

  /** All pages, when the last one has been added. */
  pages(): ReadPage[] {
    const furniture = furnitureAmong(this.#edges);
    // Whatever is furniture, the page's number is: a guess is right if there is no more.
    const wrong = this.#read.findIndex((read, i) => read.furniture.size !== furniture[i]?.size);
    if (wrong < 0) return this.#read;
    const pages = this.#read.slice(0, wrong);
    this.#read.slice(wrong).forEach(({ page }, i) => pages.push(this.#readPage(page, furniture[wrong + i] ?? new Set(), pages.at(-1))));
    return pages;
  }

  #readPage(page: PageLayout, furniture: ReadonlySet<Word>, before: ReadPage | undefined): ReadPage {
    const words = page.words.filter((word) => !furniture.has(word));
    const table = pageTable(page, words, this.#matrix, before?.table.layout);
    return { page, furniture, table: { ...table, strips: table.strips.map(cutAtEngineBreaks) } };
  }
}

function isHeaderLine(line: Line, matrix: Matrix): boolean {
  const names = namesOn(line, matrix.columns).map((phrase) => phrase.text);
  return matchHeader(names, matrix.columns) !== undefined;
}
