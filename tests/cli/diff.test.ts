import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annex, fixture, newFolder } from "../support/annex.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { smallAnnex } from "../support/smallAnnex.js";

/** A folder with two editions: of the newer one, a word of a decision, and a theme with signs that would steer a terminal. */
function folderWithEditions(): string {
  const folder = newFolder();
  const edited = plainGold(2019);
  const [eight] = edited.meetings;
  const [first] = eight?.recommendations ?? [];
  if (eight === undefined || first === undefined) throw new Error("the gold has no meeting");
  first.text = first.text.replace("Strengthen", "Deepen");
  eight.theme = `${eight.theme} \u001B[31mred\u0007 \u202Eback`;
  writeFileSync(join(folder, "old.json"), JSON.stringify(gold(2019)));
  writeFileSync(join(folder, "new.json"), JSON.stringify(complete(edited, "new.pdf")));
  return folder;
}

const COLOUR = /\u001B\[/u;

describe("annex diff", () => {
  test.each(["annex-2019-chromium.pdf", "annex-2019-unruled.pdf"])("finds nothing between two producers' PDFs of one edition: %s", async (other) => {
    const { code, stdout, stderr } = await annex(["diff", fixture("annex-2019.pdf"), fixture(other), "--format", "json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 205 }, changes: [] });
  });

  test("reads a PDF against JSON, from stdin too, and exits 1 for differences", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "old.json"), JSON.stringify(gold(2016)));
    const runs = [
      annex(["diff", "old.json", fixture("annex-2019.pdf"), "--format", "json"], { cwd }),
      annex(["diff", "old.json", "-", "--format", "json"], { cwd, input: readFileSync(fixture("annex-2019.pdf")) }),
    ];
    for (const { code, stdout, stderr } of await Promise.all(runs)) {
      expect([code, stderr]).toEqual([1, ""]);
      expect((JSON.parse(stdout) as { summary: unknown }).summary).toEqual({ added: 1, removed: 0, changed: 4, moved: 0, unchanged: 173 });
    }
  });

  test("tells the new ids only with --ids", async () => {
    const cwd = folderWithEditions();
    const diff = ["diff", "old.json", "new.json", "--format", "json"];
    expect(JSON.parse((await annex(diff, { cwd })).stdout)).not.toHaveProperty("ids");
    const { ids } = JSON.parse((await annex([...diff, "--ids"], { cwd })).stdout) as { ids: unknown[] };
    expect(ids).toHaveLength(205);
    expect(ids).toContainEqual({ from: "cmm8/recommendations/1", to: "cmm8/recommendations/1" });
  });

  test("has no colours in a pipe, with NO_COLOR or in a file; --color gives them", async () => {
    const cwd = folderWithEditions();
    const plain = (await annex(["diff", "old.json", "new.json"], { cwd })).stdout;
    expect(plain).not.toMatch(COLOUR);
    expect(plain).toContain("[-Strengthen-] {+Deepen+}");
    expect((await annex(["diff", "old.json", "new.json"], { cwd, env: { FORCE_COLOR: "1" } })).stdout).toMatch(COLOUR);
    expect((await annex(["diff", "old.json", "new.json"], { cwd, env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).toBe(plain);
    expect((await annex(["diff", "old.json", "new.json", "--no-color"], { cwd, env: { FORCE_COLOR: "1" } })).stdout).toBe(plain);
    const coloured = (await annex(["diff", "old.json", "new.json", "--color"], { cwd })).stdout;
    expect(coloured).toContain("\u001B[31mStrengthen\u001B[39m \u001B[32mDeepen\u001B[39m");
    await annex(["diff", "old.json", "new.json", "-o", "diff.txt"], { cwd, env: { FORCE_COLOR: "1" } });
    expect(readFileSync(join(cwd, "diff.txt"), "utf8")).toBe(plain);
  });

  test.each([
    ["diff", "old.json", "new.json", "--format", "markdown"],
    ["diff", "old.json", "new.json", "--format", "html"],
  ])("brings no escape sequence of a text to the terminal: %s %s %s %s %s", async (...args) => {
    const { stdout } = await annex(args, { cwd: folderWithEditions() });
    expect(stdout).toMatch(/\uFFFD\\?\[31m/u);
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/u);
  });

  test("fits a narrow terminal", async () => {
    const cwd = folderWithEditions();
    const { stdout } = await annex(["diff", "old.json", "new.json"], { cwd, env: { COLUMNS: "40" } });
    expect(stdout.split("\n").filter((line) => line.length > 40)).toEqual([]);
  });

  test("shows the signs that would steer a terminal instead of obeying them", async () => {
    const { stdout } = await annex(["diff", "old.json", "new.json"], { cwd: folderWithEditions() });
    expect(stdout).toContain("\uFFFD[31mred\uFFFD");
    expect(stdout).toContain("\uFFFDback");
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
  });

  test.each(["text", "json", "markdown", "html"])("writes %s to a file, the same bytes as to stdout", async (format) => {
    const cwd = folderWithEditions();
    const [toFile, toPipe] = await Promise.all([
      annex(["diff", "old.json", "new.json", "--format", format, "-o", "out"], { cwd }),
      annex(["diff", "old.json", "new.json", "--format", format], { cwd }),
    ]);
    expect(toFile).toMatchObject({ code: 1, stdout: "", stderr: "" });
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe(toPipe.stdout);
  });

  test("says of both files what is wrong with them, writes nothing and exits 2", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "text.pdf"), "no PDF");
    writeFileSync(join(cwd, "other.json"), '{"meetings": []}');
    const { code, stdout, stderr } = await annex(["diff", "text.pdf", "other.json", "-o", "out.txt"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^annex: text\.pdf: not a PDF: .*\nannex: other\.json: not an extracted annex: \$.*\n$/u);
    expect(() => readFileSync(join(cwd, "out.txt"))).toThrow("ENOENT");
  });

  test.each([
    { args: ["diff", "-", "-"], says: /stdin can be read once/ },
    { args: ["diff", "only.json"], says: /missing required argument 'new'/ },
    { args: ["diff", "a.json", "b.json", "--format", "xml"], says: /Allowed choices are text, json, markdown, html/ },
    { args: ["diff", "missing.json", "missing.pdf"], says: /missing\.json: no such file[^]*missing\.pdf: no such file/ },
  ])("exits 2 for $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await annex(args, { cwd: newFolder() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  test("reads encrypted PDFs with one password", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "old.pdf"), await smallAnnex({ userPassword: "secret" }));
    writeFileSync(join(cwd, "new.pdf"), await smallAnnex({ userPassword: "secret", action: "Study it better" }));
    const { code, stdout } = await annex(["diff", "old.pdf", "new.pdf"], { cwd, env: { ANNEX_PASSWORD: "secret" } });
    expect(code).toBe(1);
    expect(stdout).toContain("~ Study it [-well-] {+better+}");
    expect((await annex(["diff", "old.pdf", "new.pdf"], { cwd })).code).toBe(2);
  });
});
