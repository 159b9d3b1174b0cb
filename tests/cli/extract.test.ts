import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { annexDocumentSchema } from "../../src/model/annex.js";
import { annex, fixture, lines, newFolder } from "../support/annex.js";
import { onePage } from "../support/rawPdf.js";
import { smallAnnex } from "../support/smallAnnex.js";

let small: Uint8Array;
let encrypted: Uint8Array;

beforeAll(async () => {
  small = await smallAnnex();
  encrypted = await smallAnnex({ userPassword: "sesam" });
});

/** A folder with the file `small.pdf`. */
function folderWithSmall(): string {
  const folder = newFolder();
  writeFileSync(join(folder, "small.pdf"), small);
  return folder;
}

describe("one PDF", () => {
  test("is printed as a document that fits the schema, and nothing else is said", async () => {
    const { code, stdout, stderr } = await annex(["extract", fixture("annex-2019.pdf")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const document = annexDocumentSchema.parse(JSON.parse(stdout));
    expect(document.meetings.map((meeting) => meeting.number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const bytes = readFileSync(fixture("annex-2019.pdf"));
    expect(document.source).toMatchObject({
      file: "annex-2019.pdf",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.byteLength,
    });
  });

  test("gives the same bytes in another time zone, language and folder", async () => {
    const path = fixture("annex-2019.pdf");
    const here = await annex(["extract", path]);
    const there = await annex(["extract", path], { cwd: newFolder(), env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } });
    expect(there.stdout).toBe(here.stdout);
  });

  test("comes from stdin and goes to a file", async () => {
    const folder = newFolder();
    const { code, stdout, stderr } = await annex(["extract", "-", "-o", "out.json"], { cwd: folder, input: small });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readdirSync(folder)).toEqual(["out.json"]);
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toMatchObject({ source: { file: "stdin" } });
  });

  test("in a folder of its own is meant by the folder", async () => {
    const folder = folderWithSmall();
    expect((await annex(["extract", folder])).stdout).toBe((await annex(["extract", join(folder, "small.pdf")])).stdout);
  });

  test("has its glyphs accounted for, each in one home", async () => {
    const { stderr } = await annex(["extract", "--stats=json", fixture("annex-2019.pdf")]);
    const { glyphs, ...homes } = JSON.parse(stderr) as Record<string, number>;
    expect(Object.values(homes).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
    const text = await annex(["extract", "--stats", fixture("annex-2019.pdf")]);
    expect(lines(text.stderr)[0]).toMatch(/^glyphs +\d+$/u);
    expect(lines(text.stderr)).toHaveLength(10);
  });

  test("that is encrypted wants its password, from a file or the environment", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "secret.pdf"), encrypted);
    writeFileSync(join(folder, "password"), "sesam\n");
    const without = await annex(["extract", "secret.pdf"], { cwd: folder });
    expect(without).toMatchObject({ code: 2, stdout: "" });
    expect(without.stderr).toMatch(/^annex: secret\.pdf: encrypted PDF\n.*--password-file/u);
    const wrong = await annex(["extract", "secret.pdf"], { cwd: folder, env: { ANNEX_PASSWORD: "simsim" } });
    expect(wrong.stderr).toContain("the password is wrong");
    const fromFile = await annex(["extract", "secret.pdf", "--password-file", "password"], { cwd: folder });
    const fromEnvironment = await annex(["extract", "secret.pdf"], { cwd: folder, env: { ANNEX_PASSWORD: "sesam" } });
    expect(fromFile).toMatchObject({ code: 0, stderr: "" });
    expect(fromEnvironment.stdout).toBe(fromFile.stdout);
  });

  test("with errors among its diagnostics exits 1, and 2 where that is wanted", async () => {
    const folder = newFolder();
    const pdf = await smallAnnex();
    // A NO cell that contradicts the label.
    const contradicting = Buffer.from(await smallAnnex({ number: 7 }));
    writeFileSync(join(folder, "a.pdf"), contradicting);
    writeFileSync(join(folder, "b.pdf"), pdf);
    const plain = await annex(["extract", "a.pdf"], { cwd: folder });
    expect(plain.code).toBe(1);
    const { diagnostics } = annexDocumentSchema.parse(JSON.parse(plain.stdout));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([{ code: "number-mismatch", actual: 7, expected: 1 }]);
    expect((await annex(["extract", "a.pdf", "--strict"], { cwd: folder })).code).toBe(2);
    expect((await annex(["extract", "b.pdf", "--strict"], { cwd: folder })).code).toBe(0);
  });
});

test("a PDF whose text is in glyphs that stand for no characters is told so, where nothing names the columns: its matrix may be the right one", async () => {
  const folder = newFolder();
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 65 /LastChar 67 /Widths [500 500 500] /Encoding << /Differences [65 /letter /other /g36] >> >>";
  writeFileSync(join(folder, "coded.pdf"), onePage("BT /F2 10 Tf 50 300 Td (ABC) Tj ET", { resources: "/Font << /F2 6 0 R >>", more: [font] }));
  const { code, stderr } = await annex(["extract", "coded.pdf"], { cwd: folder });
  expect(code).toBe(2);
  expect(lines(stderr)).toEqual([
    "annex: coded.pdf: no table with the columns NO, THEMES, WORKSHOPS, ACTION PLAN, RECOMMENDATION, FOLLOW UP; 3 glyphs without a character",
    "Does its text come out when you copy it from a PDF reader? If not, export it from its source again.",
  ]);
});

describe("a profile", () => {
  const asem = JSON.parse(readFileSync(new URL("../../profiles/asem-culture-ministers.json", import.meta.url), "utf8")) as {
    columns: { headers: string[] }[];
  };

  test("tells what the columns are called", async () => {
    const folder = folderWithSmall();
    writeFileSync(join(folder, "same.json"), JSON.stringify(asem));
    expect((await annex(["extract", "small.pdf", "--profile", "same.json"], { cwd: folder })).code).toBe(0);
    const other = { ...asem, columns: asem.columns.map((column, index) => ({ ...column, headers: [`Spalte ${index}`] })) };
    writeFileSync(join(folder, "other.json"), JSON.stringify(other));
    const { code, stderr } = await annex(["extract", "small.pdf", "--profile", "other.json"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("no table with the columns Spalte 0, Spalte 1");
  });

  test("of the wrong shape is refused, each fault with its path", async () => {
    const folder = folderWithSmall();
    writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...asem, label: 3, columns: [asem.columns[0], { field: "x" }] }));
    const { code, stdout, stderr } = await annex(["extract", "small.pdf", "--profile", "bad.json"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("bad.json: not a profile: $.label: Unexpected 3, expected string");
    expect(stderr).toContain("$.columns[1].headers: Missing, expected array");
    expect(lines(stderr)).toHaveLength(2);
  });

  test("with columns whose items the output has no place for is refused: they would be lost", async () => {
    const folder = folderWithSmall();
    const columns = [...asem.columns, { field: "remarks", holds: "items", headers: ["REMARKS"] }, { field: "themes", holds: "meeting", headers: ["X"] }];
    writeFileSync(join(folder, "more.json"), JSON.stringify({ ...asem, columns }));
    const { code, stderr } = await annex(["extract", "small.pdf", "--profile", "more.json"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('$.columns[6].field: Unexpected "remarks", expected workshops, actionPlan, recommendations, followUp');
    expect(stderr).toContain('$.columns[7].field: Unexpected "themes", expected each field once');
    expect(stderr).toContain('$.columns[7].holds: Unexpected "meeting", expected one column that holds meeting');
  });

  test("whose label is no regular expression is refused", async () => {
    const folder = folderWithSmall();
    writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...asem, label: "(" }));
    const { code, stderr } = await annex(["extract", "small.pdf", "--profile", "bad.json"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'annex: bad.json: not a profile: $.label: Unexpected "(", expected a regular expression\n' });
  });

  test("that is no JSON is refused", async () => {
    const folder = folderWithSmall();
    writeFileSync(join(folder, "bad.json"), "{");
    const { code, stderr } = await annex(["extract", "small.pdf", "--profile", "bad.json"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^annex: bad\.json: not JSON: /u);
  });
});

describe("several PDFs", () => {
  test("need a folder to go to", async () => {
    const { code, stdout, stderr } = await annex(["extract", fixture("annex-2016.pdf"), fixture("annex-2019.pdf")]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: "annex: 2 PDFs for one output, expected one\nGive --out-dir DIR to write a file for each.\n",
    });
  });

  test("each get a file; a bad one is named and does not stop the rest", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "in", "deep"), { recursive: true });
    writeFileSync(join(folder, "in", "b.pdf"), small);
    writeFileSync(join(folder, "in", "a.PDF"), "no PDF");
    writeFileSync(join(folder, "in", "deep", "b.pdf"), small);
    writeFileSync(join(folder, "in", "notes.txt"), "not meant");
    const { code, stdout, stderr } = await annex(["extract", "in", "in/b.pdf", "--out-dir", "out"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(lines(stderr)).toEqual([
      "annex: in/a.PDF: not a PDF: it has no %PDF- header",
      "3 PDFs: 2 read, 0 read with errors, 1 failed",
    ]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["b-2.json", "b.json", "manifest.ndjson"]);
    const alone = await annex(["extract", "in/b.pdf"], { cwd: folder });
    expect(readFileSync(join(folder, "out", "b.json"), "utf8")).toBe(alone.stdout);
  });

  test("never lead out of the folder by their names, nor into one another", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "in"));
    const names = [".pdf", "..pdf", "...pdf", "a.pdf"];
    for (const name of names) writeFileSync(join(folder, "in", name), small);
    expect((await annex(["extract", "in", "--format", "csv", "--out-dir", "out"], { cwd: folder })).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["...pdf", "..pdf", ".pdf", "a", "manifest.ndjson"]);
    for (const name of ["...pdf", "..pdf", ".pdf", "a"]) {
      expect(readdirSync(join(folder, "out", name)).sort()).toEqual(["datapackage.json", "items.csv", "meetings.csv"]);
    }
  });

  test("never leave the folder, whatever they are called", async () => {
    const folder = newFolder();
    const names = ["..pdf", ".pdf", "...pdf", "a\nb.pdf", "Ä.pdf", "A\u0308.pdf", "x.PDF", "X.pdf", "\u001B[31mred.pdf", `${"l".repeat(251)}.pdf`, "-o.pdf"];
    mkdirSync(join(folder, "in"));
    for (const name of names) writeFileSync(join(folder, "in", name), small);
    const { code, stderr } = await annex(["extract", "in", "--out-dir", "out"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `${names.length} PDFs: ${names.length} read, 0 read with errors, 0 failed\n` });
    expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
    expect(readdirSync(join(folder, "out"))).toHaveLength(names.length + 1);
  });

  test("in an empty folder are none", async () => {
    const { code, stderr } = await annex(["extract", newFolder(), "--out-dir", newFolder()]);
    expect(code).toBe(2);
    expect(stderr).toContain("no PDFs there");
  });
});

describe("wrong usage", () => {
  test.each([
    { args: [], says: "Usage: annex" },
    { args: ["exract"], says: "annex: unknown command 'exract'\n(Did you mean extract?)\n" },
    { args: ["nonsense"], says: "annex: unknown command 'nonsense'\nannex --help lists the commands.\n" },
    { args: ["a.pdf"], says: "annex: unknown command 'a.pdf'\nName a command first: annex extract a.pdf\n" },
    { args: ["extract"], says: "annex: missing required argument 'pdf'\nannex extract --help shows its arguments, options and examples.\n" },
    { args: ["extract", "a.pdf", "--colour"], says: "annex: unknown option '--colour'" },
    { args: ["extract", "a.pdf", "--timeout", "soon"], says: "Expected seconds" },
    { args: ["extract", "a.pdf", "--max-memory", "-1"], says: "Expected a whole number" },
    { args: ["extract", "a.pdf", "--format", "xml"], says: "Allowed choices are json" },
    { args: ["extract", "a.pdf", "--shard", "3/2", "--out-dir", "x"], says: "Expected K/N" },
    { args: ["extract", "a.pdf", "--resume"], says: "--resume is for many PDFs" },
    { args: ["extract", "a.pdf", "--out-dir", "x", "-o", "y"], says: "exclude each other" },
  ])("exits 2 and says what is wrong: $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await annex(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n {4}at /u);
  });
});

describe("trouble with a file", () => {
  test.each([
    { name: "nothing there", path: "missing.pdf", says: "missing.pdf: no such file or folder\nCheck the path.\n" },
    { name: "nothing there, and a name that is near", path: "smal.pdf", says: "smal.pdf: no such file or folder\nDid you mean small.pdf?\n" },
    { name: "no folder", path: "no/small.pdf", says: "no/small.pdf: no such file or folder\nThere is no folder no.\n" },
    { name: "a file for a folder", path: "small.pdf/x.pdf", says: "a part of the path is a file" },
    { name: "a link that leads nowhere", path: "link.pdf", says: "link.pdf: no such file or folder\nIt is a link to gone.pdf, which is not there.\n" },
  ])("is said in a line: $name", async ({ path, says }) => {
    const cwd = folderWithSmall();
    symlinkSync("gone.pdf", join(cwd, "link.pdf"));
    const { code, stdout, stderr } = await annex(["extract", path], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });

  test("that has no end stops at the limit", async () => {
    const { code, stderr } = await annex(["extract", "/dev/zero", "--max-memory", "16"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: /dev/zero: larger than 16 MiB\nAllow more with --max-memory MIB.\n" });
    // Which allows no more of a text.
    expect((await annex(["validate", "/dev/zero"])).stderr).toBe("annex: /dev/zero: larger than 256 MiB\n");
  });

  test("shows a stack only where it is wanted", async () => {
    expect((await annex(["extract", "missing.pdf"])).stderr).not.toContain(" at ");
    expect((await annex(["extract", "missing.pdf", "--debug"])).stderr).toMatch(/\n {4}at /u);
  });

  test("does not bring its name's escape sequences to the terminal", async () => {
    const folder = newFolder();
    copyFileSync(fixture("awkward/qpdf-fuzz-65773.fuzz"), join(folder, "\u001B]0;owned\u0007.pdf"));
    const { stderr } = await annex(["extract", "\u001B]0;owned\u0007.pdf"], { cwd: folder });
    expect(stderr).toContain("\\u001b]0;owned\\u0007.pdf: not a PDF");
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/u);
  });

  test("does not bring its name's escape sequences to the terminal where it is taken for an option", async () => {
    const { code, stderr } = await annex(["extract", "--\u001B[31mred\n\u009B1m\u202E.pdf"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: unknown option '--\\u001b[31mred\\u000a\\u009b1m\\u202e.pdf'\nannex extract --help shows its arguments, options and examples.\n" });
    expect((await annex(["extrac"])).stderr).toBe("annex: unknown command 'extrac'\n(Did you mean extract?)\n");
  });
});
