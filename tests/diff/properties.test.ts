import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/diff/diff.js";
import type { AnnexDiff, Change } from "../../src/diff/model.js";
import { gold } from "../support/gold.js";
import { apply, meaningOf } from "./apply.js";
import { documentArbitrary, editionsArbitrary } from "./arbitrary.js";

const pairArbitrary = fc.oneof(editionsArbitrary, fc.tuple(documentArbitrary, documentArbitrary));

describe("diffDocuments", () => {
  test("finds nothing between a document and itself", () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        const diff = diffDocuments(document, structuredClone(document));
        expect(diff.changes).toEqual([]);
        expect(diff.ids.filter((link) => link.from !== link.to)).toEqual([]);
      }),
    );
  });

  test("tells all that is needed to make the newer document from the older", () => {
    fc.assert(
      fc.property(pairArbitrary, ([older, newer]) => {
        expect(apply(diffDocuments(older, newer).changes, older)).toEqual(meaningOf(newer));
      }),
      { numRuns: 1000 },
    );
  });

  test("says the mirror image when the documents are swapped", () => {
    fc.assert(
      fc.property(pairArbitrary, ([older, newer]) => {
        const forwards = diffDocuments(older, newer);
        const backwards = diffDocuments(newer, older);
        expect(essence(backwards)).toEqual(essence(forwards, true));
      }),
      { numRuns: 1000 },
    );
  });

  test("makes the 2019 edition from the 2016 edition and back", () => {
    const [older, newer] = [gold(2016), gold(2019)];
    expect(apply(diffDocuments(older, newer).changes, older)).toEqual(meaningOf(newer));
    expect(apply(diffDocuments(newer, older).changes, newer)).toEqual(meaningOf(older));
  });
});

const MIRRORED = { added: "removed", removed: "added", changed: "changed", moved: "moved" } as const;

/** The changes with no order and without what names only one side, seen from the other side where `mirrored`. */
function essence(diff: AnnexDiff, mirrored = false): string[] {
  return diff.changes
    .map((change) => {
      const [before, after] = mirrored ? [valueOf(change, "after"), valueOf(change, "before")] : [valueOf(change, "before"), valueOf(change, "after")];
      const field = "field" in change ? change.field : "";
      const moved = "moved" in change && change.moved === true;
      return JSON.stringify([mirrored ? MIRRORED[change.kind] : change.kind, change.subject, field, moved, before, after]);
    })
    .sort();
}

function valueOf(change: Change, side: "before" | "after"): unknown {
  const values: { before?: unknown; after?: unknown } = change;
  return values[side] ?? null;
}
