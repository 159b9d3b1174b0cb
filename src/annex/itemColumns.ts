import type { ToBbox } from "../layout/bbox.js";
import type { Item, ItemColumn } from "../model/annex.js";
import type { TableRow } from "../table/pages/rows.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import { type ColumnCell, readColumn } from "./columnItems.js";
import type { ColumnStyles } from "./columnStyles.js";
import type { Profile } from "./profile.js";
import { cellOf } from "./rowCells.js";
import type { RowHead } from "./rowHeads.js";

/** The cells of each column that holds items, by its field; one cell for each row. */
export type ItemColumns = ReadonlyMap<string, readonly ColumnCell[]>;

/** Reads the columns of items, one after the other; `heads` are those of the rows. */
export function readItemColumns(
  rows: readonly TableRow[],
  heads: readonly RowHead[],
  styles: ColumnStyles,
  profile: Profile,
  knowledge: WordKnowledge,
  toBbox: ToBbox,
): ItemColumns {
  const fields = profile.columns.filter(({ holds }) => holds === "items").map(({ field }) => field);
  return new Map(
    fields.map((field) => {
      const cells = rows.map((row, i) => ({
        field,
        prefix: `${heads[i]?.id ?? ""}/${field}`,
        meeting: heads[i]?.number,
        parts: cellOf(row, field),
      }));
      return [field, readColumn(cells, styles.of(field), knowledge, toBbox)];
    }),
  );
}

/** The items of a row in the columns that a meeting has. */
export function itemsOfRow(columns: ItemColumns, row: number): Record<ItemColumn, Item[]> {
  const itemsIn = (field: ItemColumn): Item[] => [...(columns.get(field)?.[row]?.items ?? [])];
  return {
    workshops: itemsIn("workshops"),
    actionPlan: itemsIn("actionPlan"),
    recommendations: itemsIn("recommendations"),
    followUp: itemsIn("followUp"),
  };
}
