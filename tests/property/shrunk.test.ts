/** Matrices that did not come back when they were drawn at random, made as small as they could be. */
import { test } from "vitest";
import { comesBack } from "./drawn/comesBack.js";
import { bulleted, plainMeeting, plainRecipe, sentences } from "./drawn/plain.js";
import type { Headers, Recipe, RecipeColumn, RecipeMeeting, Rows, Rules } from "./drawn/recipe.js";

const WHITE: Rules = { ...plainRecipe.rules, colour: "white" };
const NONE: Rules = { ...plainRecipe.rules, between: "nothing" };
const ROWS: Rules = { ...plainRecipe.rules, between: "rows" };
const STACKED: Headers = { ...plainRecipe.headers, centred: true, stacked: true, bottom: true };

/** The plain columns in an order that tells nothing, some of them with another name. */
function named(names: Partial<Record<RecipeColumn["field"], string>>): RecipeColumn[] {
  const columns = plainRecipe.columns.map((column) => ({ ...column, names: [names[column.field] ?? column.names[0]!] }));
  return [4, 0, 3, 1, 5, 2].map((at) => columns[at]!);
}

/** So many meetings with the same cells, from the last to the first. */
function meetings(count: number, cells: () => Partial<RecipeMeeting["cells"]>): RecipeMeeting[] {
  return Array.from({ length: count }, (_, i) => ({ ...plainMeeting(cells()), label: `ASEM CMM ${count - i}`, number: count - i, printed: `${count - i}` }));
}

/** So many items of one line each. */
function items(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `Support the museums of ${["Asia", "Europe"][i % 2]!}.`);
}

const SHORT = plainMeeting({ workshops: bulleted("Support events."), actionPlan: bulleted("Promote events."), followUp: bulleted("Organise events.") });
const LONG = plainMeeting({ ...SHORT.cells, workshops: bulleted(...items(60)) });

test("single-line paragraphs stay apart in a column that never shows its leading", async () => {
  const workshops = sentences("Establish shared events.", "Encourage policy workshops.");
  const actionPlan = sentences("Support the partners of all regional museums and networks between the cities of the regions.");
  await comesBack({ ...plainRecipe, meetings: [plainMeeting({ workshops, actionPlan })] });
});

test("white lines, which only the coloured ground of the header shows, divide no rows: these are found below it", async () => {
  await comesBack({ ...plainRecipe, rules: WHITE, headers: { ...plainRecipe.headers, fill: "#d9d9d9" }, meetings: meetings(2, () => ({ workshops: bulleted("Support events.") })) });
});

test("they do so also on a page where the header is not repeated", async () => {
  await comesBack({ ...plainRecipe, rules: WHITE, headers: { ...plainRecipe.headers, on: "first page", fill: "#d9d9d9" }, meetings: [LONG] });
});

test("a name on three lines is whole where the others stand beside its last", async () => {
  await comesBack({ ...plainRecipe, columns: named({ actionPlan: "PLAN OF ACTION", followUp: "FOLLOW-UP" }), rules: NONE, headers: STACKED, meetings: [SHORT] });
});

test("the first lines of such names are no running title", async () => {
  await comesBack({ ...plainRecipe, columns: named({}), rules: NONE, headers: STACKED, meetings: [LONG] });
});

test("a name of letterspaced words is one", async () => {
  await comesBack({ ...plainRecipe, font: "Courier", size: 6, tracking: 0.06, drawing: { ...plainRecipe.drawing, unit: "word" }, columns: named({ actionPlan: "PLAN OF ACTION", workshops: "TOPIC’S WORKSHOP" }), rules: NONE, meetings: [SHORT] });
});

test("the numbers of a narrow column are one also where a wide column's name stands far from its text", async () => {
  const columns = plainRecipe.columns.map((column) => ({ ...column, weight: column.field === "themes" ? 12 : 1 }));
  await comesBack({ ...plainRecipe, columns, rules: NONE, headers: { ...plainRecipe.headers, centred: true }, meetings: [{ ...SHORT, printed: "1." }] });
});

test.each<[string, Recipe["rules"]]>([
  ["", ROWS],
  [", also where a row is left open at a page's end", { ...ROWS, closedBreaks: false }],
])("keys in the middle of rows over pages are those of the rows that lines divide%s", async (_, rules) => {
  const cells = (): Partial<RecipeMeeting["cells"]> => ({ workshops: bulleted(...items(34)), recommendations: bulleted(...items(26)) });
  await comesBack({ ...plainRecipe, rules, rows: { ...plainRecipe.rows, keys: "middle" }, lists: { ...plainRecipe.lists, gap: 1 }, meetings: meetings(3, cells) });
});

test("one in the middle of the only row of its page is that row's", async () => {
  const cells = (): Partial<RecipeMeeting["cells"]> => ({ workshops: bulleted(...items(30)), recommendations: sentences(...items(9)) });
  await comesBack({ ...plainRecipe, rules: ROWS, rows: { ...plainRecipe.rows, keys: "middle", breaks: "where needed" }, headers: { ...plainRecipe.headers, on: "first page" }, meetings: meetings(2, cells) });
});

test("a column that is empty under its name is found where it has text, on a later page without names", async () => {
  const [later, first] = meetings(2, () => ({ workshops: sentences(...Array.from({ length: 20 }, () => "Support the museums of Asia and the exchange between them.")), recommendations: bulleted("Support events.") }));
  const actionPlan = sentences("Promote events.");
  const headers: Headers = { ...plainRecipe.headers, on: "first page", centred: true };
  const rows: Rows = { ...plainRecipe.rows, breaks: "where needed" };
  await comesBack({ ...plainRecipe, rules: NONE, headers, rows, meetings: [later!, { ...first!, cells: { ...first!.cells, actionPlan } }] });
});
