import type { Item } from "../model/annex.js";
import type { Finding } from "../model/diagnostic.js";
import { withNested } from "../model/nested.js";

/** A row that was read, with what is needed to find gaps in it. */
export interface ReadRow {
  readonly pages: readonly number[];
  readonly meeting: number | undefined;
  /** Of all its cells. */
  readonly items: readonly Item[];
}

/**
 * Rows and items that continue after a page that could not be read, or not completely: what follows may belong to a row or an item that
 * began on it, and is doubtful.
 */
export function gapFindings(rows: readonly ReadRow[], pageFindings: readonly Finding[]): Finding[] {
  const gaps = pageFindings.flatMap(({ code, page }) =>
    (code === "page-unreadable" || code === "page-without-text") && page !== undefined ? [page] : [],
  );
  return rows.flatMap(({ pages, meeting, items }) => {
    const place = meeting === undefined ? {} : { meeting };
    return gaps.flatMap((missing): Finding[] => {
      const page = firstBehind(pages, missing);
      if (page === undefined) return [];
      const cut = withNested(items).filter((item) => firstBehind(item.pages, missing) !== undefined);
      return [
        { code: "row-interrupted", missing, page, ...place },
        ...cut.map((item): Finding => {
          const { bbox } = item.spans.find((span) => span.page > missing) ?? {};
          return { code: "item-interrupted", missing, item: item.id, page, ...(bbox === undefined ? {} : { bbox }), ...place };
        }),
      ];
    });
  });
}

/**
 * The first page after `missing` on which something continues that is also on that page or before it; undefined if it does not. Pages are
 * in order.
 */
function firstBehind(pages: readonly number[], missing: number): number | undefined {
  const [first = Infinity] = pages;
  return first <= missing ? pages.find((page) => page > missing) : undefined;
}
