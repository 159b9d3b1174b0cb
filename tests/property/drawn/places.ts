import { expect } from "vitest";
import { ITEM_COLUMNS, type Item, type Meeting } from "../../../src/index.js";
import type { SetRecipe } from "./pages.js";
import type { Paper, Recipe, RecipeItem } from "./recipe.js";

/** The widest indent of a marker before its text, in font sizes: "(viii)" in Courier, and a space that a justified line stretches. */
const MARKER = 5;
const CLOSE = 0.35;

/** Demands that each item's boxes lie where its text was drawn on the page as shown. */
export function expectPlaces(recipe: Recipe, set: SetRecipe, meetings: readonly Meeting[]): void {
  recipe.meetings.forEach((meeting, i) => {
    for (const field of ITEM_COLUMNS) expectItems(recipe, set, meeting.cells[field], meetings[i]![field]);
  });
}

function expectItems(recipe: Recipe, set: SetRecipe, drawn: readonly RecipeItem[], read: readonly Item[]): void {
  drawn.forEach((item, i) => {
    const { spans, children = [], id } = read[i]!;
    for (const { page, bbox } of spans) {
      const place = set.placesOf.get(item)!.get(page)!;
      const [x0, y0, x1, y1] = asRead(bbox, recipe.paper);
      const actual = { id, left: place.x0 - x0, right: x1 - place.x1, top: place.first - y0, bottom: y1 - place.last };
      expect(isNear(actual, set.size), JSON.stringify({ ...actual, place, bbox })).toBe(true);
    }
    expectItems(recipe, set, item.children, children);
  });
}

/** Whether a box starts at the text or its marker, ends with the text, and reaches from above the first baseline to below the last, by less than a line. */
function isNear({ left, right, top, bottom }: Record<"left" | "right" | "top" | "bottom", number>, size: number): boolean {
  const close = CLOSE * size;
  return left >= -close && left <= MARKER * size && Math.abs(right) <= close && top > 0.4 * size && top < 1.5 * size && bottom > -close && bottom < size;
}

/** A box of the page as shown, on the page as read: text that is shown sideways is read along its lines. */
function asRead([x0, y0, x1, y1]: readonly number[], { width, height, turn, turnedBack }: Paper): [number, number, number, number] {
  const box = [x0!, y0!, x1!, y1!] as const;
  switch (turnedBack ? 0 : turn) {
    case 0:
      return [...box];
    case 90:
      return [width - box[3], box[0], width - box[1], box[2]];
    case 180:
      return [width - box[2], height - box[3], width - box[0], height - box[1]];
    case 270:
      return [box[1], height - box[2], box[3], height - box[0]];
  }
}
