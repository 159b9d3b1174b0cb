import { unionOf } from "../../geometry/box.js";
import { glyphsIn, linesOf } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { phrasesOf } from "../evidence/phrases.js";
import type { HeaderMatch } from "./header.js";
import type { CellPart, HeaderCell, HeaderRow } from "./strip.js";

/** Where columns are, and which is which. */
export interface ColumnPlaces {
  /** The field of each column from left to right; undefined for a column that the profile does not have. */
  readonly fields: readonly (string | undefined)[];
  /** The x between the columns, one fewer than there are columns. */
  readonly boundaries: readonly number[];
  readonly left: number;
  readonly right: number;
}

/** The parts of cells that the words of each column make. */
export function cellParts(page: number, columns: readonly (readonly Word[])[], layout: ColumnPlaces): CellPart[] {
  const edges = [layout.left, ...layout.boundaries, layout.right];
  return columns.flatMap((words, i) => {
    const lines = linesOf(words);
    if (lines.length === 0) return [];
    return [
      {
        page,
        field: layout.fields[i] ?? UNKNOWN_FIELD,
        lines,
        left: edges[i] ?? layout.left,
        right: edges[i + 1] ?? layout.right,
        rules: [],
      },
    ];
  });
}

/** The field of cells in a column that the profile does not have. */
export const UNKNOWN_FIELD = "";

/** The names of columns as a page shows them: the words of each, its text, and the fields that these texts name. */
export interface ShownNames {
  readonly columns: readonly (readonly Word[])[];
  readonly texts: readonly string[];
  readonly match: HeaderMatch;
}

/** A header made of the names of its columns, and of the words above several columns. */
export function headerRow(page: number, { columns, texts, match }: ShownNames, heading: readonly Word[]): HeaderRow {
  const names = columns.flatMap((words, i): HeaderCell[] => {
    const box = unionOf(words.map((word) => word.box));
    if (box === undefined) return [];
    return [{ text: texts[i] ?? "", field: match.fields[i], known: !match.unknown.includes(i), box }];
  });
  const above = linesOf(heading);
  const cells = [...names, ...above.flatMap(phrasesOf).map(({ text, box }): HeaderCell => ({ text, field: undefined, known: true, box }))];
  const box = unionOf(cells.map((cell) => cell.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { page, box, glyphs: columns.reduce((sum, words) => sum + glyphsIn(linesOf(words)), glyphsIn(above)), cells };
}
