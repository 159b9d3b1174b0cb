import { ITEM_COLUMNS } from "../../../src/index.js";
import type { Recipe, RecipeCell, RecipeMeeting } from "./recipe.js";

/** A meeting with these cells; the others are empty. */
export function plainMeeting(cells: Partial<RecipeMeeting["cells"]>): RecipeMeeting {
  return {
    label: "ASEM CMM 1",
    number: 1,
    printed: "1",
    theme: ["Heritage"],
    quotes: ["“", "”"],
    ownLines: true,
    city: "Beijing",
    country: "China",
    date: { text: "3-4 December 2003", start: "2003-12-03", end: "2003-12-04" },
    cells: { workshops: [], actionPlan: [], recommendations: [], followUp: [], ...cells },
  };
}

/** A list without markers. */
export function sentences(...texts: string[]): RecipeCell {
  return texts.map((text) => ({ kind: "none", marker: "", paragraphs: [text.split(" ")], children: [] }));
}

/** A list with bullets. */
export function bulleted(...texts: string[]): RecipeCell {
  return texts.map((text) => ({ kind: "bullet", marker: "•", paragraphs: [text.split(" ")], children: [] }));
}

/** The plainest matrix: what a test is about is what it gives otherwise. */
export const plainRecipe: Recipe = {
  paper: { width: 842, height: 595, margin: 40, turn: 0, turnedBack: false, crop: 0, unit: 1 },
  font: "Helvetica",
  size: 8,
  leading: 1.2,
  tracking: 0,
  columns: [
    { field: "number", names: ["NO"], weight: 1 },
    { field: "themes", names: ["THEMES"], weight: 1 },
    ...ITEM_COLUMNS.map((field, i) => ({ field, names: [["WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"][i]!], weight: 1 })),
  ],
  rules: { between: "cells", as: "strokes", colour: "black", width: 0.5, closedBreaks: true },
  headers: { on: "every page", centred: false, stacked: false, bottom: false, fill: undefined },
  rows: { keys: "top", items: "top", padding: 4, spare: 0, breaks: "anywhere" },
  lists: { hanging: true, hang: 2, indent: 2, gap: 0, bullets: "text", flushNumbers: false },
  drawing: { unit: "line", order: "by cell", seed: 0 },
  furniture: [],
  cutsWords: false,
  justified: false,
  title: false,
  meetings: [plainMeeting({})],
};
