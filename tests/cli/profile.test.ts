import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type MatrixRecord, type RecordsDocument, extractAnnex, recordsJsonSchema } from "../../src/index.js";
import { recordsDocumentSchema } from "../../src/model/records.js";
import { annex, fixture, lines, newFolder } from "../support/annex.js";
import { type DrawnMatrix, drawnMatrix } from "../support/drawnMatrix.js";

const MATRIX: DrawnMatrix = {
  headers: ["Country", "Since", "People", "Plans for the years to come"],
  rows: [
    ["Laos", "9 October 2004", "7,100,000", "• Go on"],
    ["Malta", "2004-10-09", "520,000", ""],
    ["Norway", "5 October 2012", "5,400,000", "• Go further – as long as it takes to get there • Report"],
  ],
  rules: "grid",
  title: "Members and their plans",
};

let pdf: Uint8Array;

beforeAll(async () => {
  pdf = await drawnMatrix(MATRIX);
});

/** A new folder with the matrix as m.pdf and its profile as p.json. */
async function folderWithProfile(): Promise<string> {
  const folder = newFolder();
  writeFileSync(join(folder, "m.pdf"), pdf);
  const { code, stdout, stderr } = await annex(["profile", "new", "m.pdf", "-o", "p.json"], { cwd: folder });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "m.pdf: table 1 of 1, 4 columns, from page 1\n" });
  return folder;
}

function recordsIn(stdout: string): RecordsDocument {
  return recordsDocumentSchema.parse(JSON.parse(stdout));
}

describe("annex profile new", () => {
  test("describes the columns of a table, ready to edit", async () => {
    const folder = await folderWithProfile();
    expect(JSON.parse(readFileSync(join(folder, "p.json"), "utf8"))).toEqual({
      kind: "records",
      name: "m",
      key: "country",
      columns: [
        { field: "country", holds: "text", headers: ["Country"] },
        { field: "since", holds: "date", headers: ["Since"] },
        { field: "people", holds: "number", headers: ["People"] },
        { field: "plansForTheYearsToCome", holds: "items", headers: ["Plans for the years to come"] },
      ],
    });
  });

  test("tells which tables there are where the one that is wanted is not among them", async () => {
    const { code, stdout, stderr } = await annex(["profile", "new", "-", "--table", "2"], { input: pdf });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: "annex: -: no table 2, only 1 table found\nannex tables --join lists the tables.\n" });
  });

  test("wants an action that it knows", async () => {
    expect(await annex(["profile", "old", "-"], { input: pdf })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("annex extract with such a profile", () => {
  test("gives a record for each row, its cells by the fields of the profile, with their places", async () => {
    const folder = await folderWithProfile();
    const { code, stdout, stderr } = await annex(["extract", "m.pdf", "--profile", "p.json"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { records, title, profile } = recordsIn(stdout);
    expect({ title, profile }).toEqual({ title: MATRIX.title, profile: "m" });
    expect(records.map(withoutPlaces)).toEqual([
      {
        country: { text: "Laos" },
        since: { text: "9 October 2004", start: "2004-10-09", end: "2004-10-09" },
        people: { text: "7,100,000", value: 7_100_000 },
        plansForTheYearsToCome: { items: [{ id: "row1/plansForTheYearsToCome/1", marker: "bullet", text: "Go on" }] },
      },
      {
        country: { text: "Malta" },
        since: { text: "2004-10-09", start: "2004-10-09", end: "2004-10-09" },
        people: { text: "520,000", value: 520_000 },
        plansForTheYearsToCome: { items: [] },
      },
      {
        country: { text: "Norway" },
        since: { text: "5 October 2012", start: "2012-10-05", end: "2012-10-05" },
        people: { text: "5,400,000", value: 5_400_000 },
        plansForTheYearsToCome: {
          items: [{ id: "row3/plansForTheYearsToCome/1", marker: "bullet", text: "Go further – as long as it takes to get there • Report" }],
        },
      },
    ]);
    const country = records[0]?.cells["country"];
    expect(country).toMatchObject({ spans: [{ page: 1 }] });
  });

  test("gives what fits the schema that the profile makes, and annex validate holds it to that", async () => {
    const folder = await folderWithProfile();
    const { stdout } = await annex(["extract", "m.pdf", "--profile", "p.json", "-o", "r.json"], { cwd: folder });
    expect(stdout).toBe("");
    const schema = JSON.parse((await annex(["schema", "--profile", "p.json"], { cwd: folder })).stdout) as object;
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const document = JSON.parse(readFileSync(join(folder, "r.json"), "utf8")) as RecordsDocument;
    expect(ajv.validate(schema, document)).toBe(true);
    expect(await annex(["validate", "r.json", "--profile", "p.json"], { cwd: folder })).toMatchObject({ code: 0, stderr: "r.json: valid\n" });
    const [first] = document.records;
    delete first!.cells["people"];
    writeFileSync(join(folder, "less.json"), JSON.stringify(document));
    expect(ajv.validate(schema, document)).toBe(false);
    expect(ajv.validate(recordsJsonSchema(), document)).toBe(true);
    expect(await annex(["validate", "less.json", "--profile", "p.json"], { cwd: folder })).toMatchObject({
      code: 1,
      stderr: "less.json: $.records[0].cells.people: Missing, expected object\n",
    });
    expect((await annex(["validate", "less.json"], { cwd: folder })).code).toBe(0);
  });

  test("writes CSV, refuses formats that are for meetings, and takes part in batches", async () => {
    const folder = await folderWithProfile();
    const csv = await annex(["extract", "m.pdf", "--profile", "p.json", "--format", "csv"], { cwd: folder });
    expect(csv.stdout.split("\r\n").slice(0, 3)).toEqual([
      "row,pages,country,since,people,plansForTheYearsToCome",
      '1,[1],Laos,9 October 2004,"7,100,000",• Go on',
      '2,[1],Malta,2004-10-09,"520,000",""',
    ]);
    const html = await annex(["extract", "m.pdf", "--profile", "p.json", "--format", "html"], { cwd: folder });
    expect({ ...html }).toMatchObject({ code: 2, stdout: "", stderr: "annex: --format html is not for records, which the profile describes\nGive one of json, ndjson, csv.\n" });
    await annex(["extract", "m.pdf", "--profile", "p.json", "--format", "ndjson", "--out-dir", "out"], { cwd: folder });
    expect(lines(readFileSync(join(folder, "out", "m.ndjson"), "utf8"))).toHaveLength(3);
    const [entry] = lines(readFileSync(join(folder, "out", "manifest.ndjson"), "utf8"));
    expect(JSON.parse(entry!)).toMatchObject({ outcome: "ok", counts: { records: 3, items: 2, errors: 0, warnings: 0 } });
  });

  test("says where every glyph went", async () => {
    const folder = await folderWithProfile();
    const { stderr } = await annex(["extract", "m.pdf", "--profile", "p.json", "--stats=json", "-o", "r.json"], { cwd: folder });
    const { glyphs, ...homes } = JSON.parse(stderr) as Record<string, number>;
    expect(homes).toMatchObject({ homeless: 0, heading: 20 });
    expect(Object.values(homes).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  test("knows columns by long names, by signs, and by their place where they have no name", async () => {
    const headers = ["", "Number of partners that have signed the declaration so far", "%", "Remarks"];
    const rows = [
      ["North", "12", "40", "None"],
      ["South", "18", "60", "To be confirmed by all of the partners in time"],
    ];
    const folder = newFolder();
    writeFileSync(join(folder, "m.pdf"), await drawnMatrix({ headers, rows, rules: "grid" }));
    await annex(["profile", "new", "m.pdf", "-o", "p.json"], { cwd: folder });
    const { code, stdout } = await annex(["extract", "m.pdf", "--profile", "p.json"], { cwd: folder });
    const { columns, records } = recordsIn(stdout);
    expect(code).toBe(0);
    expect(columns.map(({ header }) => header)).toEqual([null, ...headers.slice(1)]);
    expect(records.map(({ cells }) => columns.map(({ field }) => cells[field]))).toMatchObject(rows.map((row) => row.map((text) => ({ text }))));
  });

  test("starts records at the lines that the profile tells, and nowhere else", async () => {
    const folder = await folderWithProfile();
    const profile = JSON.parse(readFileSync(join(folder, "p.json"), "utf8")) as object;
    writeFileSync(join(folder, "starts.json"), JSON.stringify({ ...profile, starts: "[LN]" }));
    const { records } = recordsIn((await annex(["extract", "m.pdf", "--profile", "starts.json"], { cwd: folder })).stdout);
    expect(records.map(({ cells }) => cells["country"])).toMatchObject([{ text: "Laos Malta" }, { text: "Norway" }]);
  });

  test("is refused where it contradicts itself, each fault with its path", async () => {
    const folder = await folderWithProfile();
    const bad = { kind: "records", name: "bad", key: "x", starts: "(", columns: [{ field: "a b", holds: "text", headers: ["A"] }] };
    writeFileSync(join(folder, "bad.json"), JSON.stringify(bad));
    const { code, stderr } = await annex(["extract", "m.pdf", "--profile", "bad.json"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("$.starts: ");
    expect(stderr).toContain("$.columns[0].field: ");
    writeFileSync(join(folder, "kind.json"), JSON.stringify({ ...bad, kind: "record" }));
    expect((await annex(["extract", "m.pdf", "--profile", "kind.json"], { cwd: folder })).stderr).toContain('$.kind: Unexpected "record", expected "meetings" or "records"');
  });

  test("cannot be compared, checked or inspected, and is told so", async () => {
    const folder = await folderWithProfile();
    await annex(["extract", "m.pdf", "--profile", "p.json", "-o", "r.json"], { cwd: folder });
    const message = (command: string): string => `annex: p.json: describes records, and annex ${command} reads annexes of meetings only\nannex extract reads records.\n`;
    expect(await annex(["diff", "m.pdf", "m.pdf", "--profile", "p.json"], { cwd: folder })).toMatchObject({ code: 2, stdout: "", stderr: message("diff") });
    expect(await annex(["check", "m.pdf", "--profile", "p.json"], { cwd: folder })).toMatchObject({ code: 2, stdout: "", stderr: message("check") });
    expect(await annex(["inspect", "m.pdf", "--profile", "p.json"], { cwd: folder })).toMatchObject({ code: 2, stdout: "", stderr: message("inspect") });
    expect(await annex(["check", "r.json"], { cwd: folder })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "annex: r.json: has records, and annex check reads annexes of meetings only\nannex validate r.json holds records against their schema.\n",
    });
  });
});

describe("a profile that is made from the annex", () => {
  const FIELDS = ["workshops", "actionPlan", "recommendation", "followUp"];

  test.each(["annex-2019.pdf", "annex-2019-unruled.pdf", "annex-2019-chromium.pdf", "annex-2016.pdf"])("reads every word of %s, with the items that the annex's own gives", async (name) => {
    const folder = newFolder();
    expect((await annex(["profile", "new", fixture("annex-2019.pdf"), "-o", "p.json"], { cwd: folder })).code).toBe(0);
    const { code, stdout, stderr } = await annex(["extract", fixture(name), "--profile", "p.json", "--stats=json"], { cwd: folder });
    const { document, ledger } = await extractAnnex(readFileSync(fixture(name)));
    expect(code).toBe(0);
    const { cells, ...homes } = JSON.parse(stderr) as Record<string, number>;
    expect({ ...homes, meetings: cells }).toEqual(ledger);
    const { records } = recordsIn(stdout);
    expect(records.map((record) => FIELDS.map((field) => itemsIn(record, field)))).toEqual(
      document.meetings.map(({ workshops, actionPlan, recommendations, followUp }) => [workshops, actionPlan, recommendations, followUp].map(plain)),
    );
    expect(records.map(({ pages }) => pages)).toEqual(document.meetings.map(({ pages }) => pages));
  });
});

function itemsIn({ cells }: MatrixRecord, field: string): unknown {
  const cell = cells[field];
  return cell !== undefined && "items" in cell ? plain(cell.items) : cell;
}

/** Values without the ids, which name records otherwise than meetings. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "id" ? undefined : inner)));
}

function withoutPlaces({ cells }: MatrixRecord): unknown {
  return JSON.parse(JSON.stringify(cells, (key, inner: unknown) => (key === "spans" || key === "pages" ? undefined : inner)));
}
