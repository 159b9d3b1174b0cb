import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/diff/diff.js";
import type { Change } from "../../src/diff/model.js";
import { comparable } from "../../src/diff/text.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { editedCopy } from "./editor.js";

/** A change in a line, as the editor writes them. */
function inShort(change: Change): string {
  if ("field" in change) return `changed ${change.meeting ?? "document"} ${change.field}: ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
  if (change.subject === "meeting") return `${change.kind} meeting: ${(change.kind === "removed" ? change.before : change.after).label}`;
  const where = `${change.meeting}/${change.column}`;
  switch (change.kind) {
    case "added":
      return `added ${where}: ${change.after.text}`;
    case "removed":
      return `removed: ${change.before.text}`;
    case "moved":
      return `moved ${where}: ${change.after.text}`;
    case "changed":
      return `changed${change.moved === true ? " and moved" : ""} ${where}: ${change.before.text} → ${change.after.text}`;
  }
}

const sorted = (lines: readonly string[]): string[] => lines.map(comparable).sort();

describe("an edition with random edits of every kind", () => {
  test.each(Array.from({ length: 60 }, (_, seed) => ({ seed, edits: 1 + (seed % 20) })))("seed $seed: shows its $edits edits, and nothing else", ({ seed, edits }) => {
    const { document, expected } = editedCopy(plainGold(2019), seed, edits);
    expect(sorted(diffDocuments(gold(2019), complete(document)).changes.map(inShort))).toEqual(sorted(expected));
  });
});
