import { ITEM_COLUMNS, type AnnexDocument, type Item, type ItemColumn, type Meeting } from "../model/annex.js";
import { comparable, wordSet } from "./text.js";

/** An item of a document as the comparison sees it. */
export interface Entry {
  readonly item: Item;
  /** Place in the document, counted from 0 in reading order over all meetings and columns. */
  readonly index: number;
  /** Place among the items of the same parent or, at the top, of the same cell; counted from 0. */
  readonly sibling: number;
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly cell: Cell;
  /** Place in the cell, counted from 0 in reading order, children after their parent. */
  readonly place: number;
  /** JSON Pointer into the document. */
  readonly path: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** The items of one column of one meeting, including nested ones, in reading order. */
export interface Cell {
  readonly row: Row;
  readonly column: ItemColumn;
  readonly entries: readonly Entry[];
}

/** A meeting of a document with its cells. */
export interface Row {
  readonly meeting: Meeting;
  /** Place in the document, counted from 0. */
  readonly index: number;
  /** JSON Pointer into the document. */
  readonly path: string;
  readonly cells: readonly Cell[];
}

/** Lays a document out for comparison: every item with its place. */
export function outline(document: AnnexDocument): Row[] {
  let index = 0;

  /** Makes an entry for each item, and appends them and those of their children to `all` in reading order. */
  function addEntries(items: readonly Item[], at: { cell: Cell; path: string; parent?: Entry }, all: Entry[]): Entry[] {
    return items.map((item, sibling) => {
      const { cell, parent } = at;
      const text = comparable(item.text);
      const children: Entry[] = [];
      const path = `${at.path}/${sibling}`;
      const entry: Entry = { item, index: index++, sibling, parent, children, cell, place: all.length, path, text, words: wordSet(text) };
      all.push(entry);
      children.push(...addEntries(item.children ?? [], { cell, path: `${path}/children`, parent: entry }, all));
      return entry;
    });
  }

  return document.meetings.map((meeting, place) => {
    const cells: Cell[] = [];
    const row: Row = { meeting, index: place, path: `/meetings/${place}`, cells };
    for (const column of ITEM_COLUMNS) {
      const entries: Entry[] = [];
      const cell: Cell = { row, column, entries };
      addEntries(meeting[column], { cell, path: `${row.path}/${column}` }, entries);
      cells.push(cell);
    }
    return row;
  });
}

/** All items of the rows in reading order. */
export function entriesIn(rows: readonly Row[]): Entry[] {
  return rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));
}
