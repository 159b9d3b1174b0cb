import type { TableRow } from "../table/pages/rows.js";
import { type FlowStyle, StyleEvidence } from "../text/flow/flowStyle.js";
import { LineMeasures } from "../text/flow/leading.js";
import { cellOf, keptFlow } from "./rowCells.js";

/**
 * What the cells of a column have in common (edge, leading, hanging indent), for each column: found over all its cells, or over those of
 * the whole table if the column's own do not show it.
 */
export class ColumnStyles {
  readonly #columns = new Map<string, StyleEvidence>();
  readonly #table = new LineMeasures();

  constructor(rows: readonly TableRow[]) {
    for (const row of rows) {
      for (const field of new Set(row.parts.map((part) => part.field))) this.#evidence(field).add(keptFlow(cellOf(row, field)));
    }
    for (const { measures } of this.#columns.values()) this.#table.addAll(measures);
  }

  /** The style of a column. */
  of(field: string): FlowStyle {
    return this.#evidence(field).style(this.#table);
  }

  /** The style of a column as its own cells show it, regardless of the others. */
  alone(field: string): FlowStyle {
    return this.#evidence(field).style();
  }

  #evidence(field: string): StyleEvidence {
    const evidence = this.#columns.get(field) ?? new StyleEvidence();
    this.#columns.set(field, evidence);
    return evidence;
  }
}
