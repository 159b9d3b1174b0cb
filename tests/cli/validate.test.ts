import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annex, lines, newFolder } from "../support/annex.js";
import { gold } from "../support/gold.js";

/** A folder with the named files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

const GOOD = JSON.stringify(gold(2019));
const { meetings, ...rest } = gold(2019);
const BAD = JSON.stringify({ ...rest, meetings: meetings.map((meeting) => ({ ...meeting, theme: 8 })).slice(0, 2) });

describe("annex validate", () => {
  test("says that a file is valid, or nothing", async () => {
    const cwd = folderWith({ "good.json": GOOD });
    expect(await annex(["validate", "good.json"], { cwd })).toMatchObject({ code: 0, stdout: "", stderr: "good.json: valid\n" });
    expect(await annex(["validate", "good.json", "--quiet"], { cwd })).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(await annex(["validate", "-"], { input: GOOD })).toMatchObject({ code: 0, stderr: "-: valid\n" });
  });

  test("names each fault with its path and exits 1", async () => {
    const { code, stderr } = await annex(["validate", "bad.json"], { cwd: folderWith({ "bad.json": BAD }) });
    expect(code).toBe(1);
    expect(lines(stderr)).toEqual([
      "bad.json: $.meetings[0].theme: Unexpected 8, expected string",
      "bad.json: $.meetings[1].theme: Unexpected 8, expected string",
    ]);
  });

  test.each([
    { name: "that is no JSON", contents: "{", says: /^annex: file\.json: not JSON: / },
    { name: "that is empty", contents: "", says: /^annex: file\.json: not JSON: / },
    { name: "that is missing", contents: undefined, says: /^annex: file\.json: no such file/ },
  ])("exits 2 for a file $name", async ({ contents, says }) => {
    const { code, stderr } = await annex(["validate", "file.json"], { cwd: folderWith(contents === undefined ? {} : { "file.json": contents }) });
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n {4}at /u);
  });

  test.each([1000, 200_000])("refuses what nests %i deep, and so do check and diff", async (depth) => {
    const cwd = folderWith({ "deep.json": `{"a":"[\\"[", "b":${'[{"children":'.repeat(depth)}1${"}]".repeat(depth)}}`, "good.json": GOOD });
    const refused = { code: 2, stdout: "", stderr: "annex: deep.json: nested more than 500 deep\nNo result of this program is.\n" };
    for (const args of [["validate"], ["check"], ["diff", "good.json"]]) {
      expect(await annex([...args, "deep.json"], { cwd })).toMatchObject(refused);
    }
  });

  test("looks at every file and exits by the worst", async () => {
    const cwd = folderWith({ "good.json": GOOD, "bad.json": BAD, "broken.json": "[" });
    expect((await annex(["validate", "bad.json", "good.json"], { cwd })).code).toBe(1);
    const all = await annex(["validate", "broken.json", "bad.json", "good.json"], { cwd });
    expect(all.code).toBe(2);
    expect(all.stderr).toContain("bad.json: $.meetings[0].theme");
    expect(all.stderr).toContain("good.json: valid\n");
  });
});

test("annex schema prints the published schema", async () => {
  const published = readFileSync(new URL("../../schema/annex-1.schema.json", import.meta.url), "utf8");
  expect(await annex(["schema"])).toMatchObject({ code: 0, stdout: published, stderr: "" });
});
