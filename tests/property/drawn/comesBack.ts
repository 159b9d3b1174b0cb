import fc from "fast-check";
import { expect } from "vitest";
import { extractAnnex } from "../../../src/index.js";
import { drawRecipe } from "./draw.js";
import { expectedHeading, expectedMeetings, plainMeetings } from "./expected.js";
import { expectPlaces } from "./places.js";
import type { Recipe } from "./recipe.js";

/** Draws a recipe and demands it back; one whose words have no room in its columns says nothing. */
export async function comesBack(drawn: Recipe): Promise<void> {
  const pdf = await drawRecipe(drawn);
  fc.pre(pdf !== undefined);
  const { document, ledger } = await extractAnnex(pdf.bytes);
  expect(plainMeetings(document.meetings)).toEqual(expectedMeetings(drawn, pdf.set));
  expect(document.document).toEqual(expectedHeading(drawn));
  expect(ledger.homeless).toBe(0);
  expectPlaces(drawn, pdf.set, document.meetings);
}
