import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annex, fixture, newFolder } from "../support/annex.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { smallAnnex } from "../support/smallAnnex.js";

interface Report {
  readonly summary: Readonly<Record<"error" | "warning" | "info", number>>;
  readonly files: readonly { readonly file: string; readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

const read = (stdout: string): Report => JSON.parse(stdout) as Report;

/** A folder with the edition of 2019 as JSON, and other files. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  writeFileSync(join(folder, "annex.json"), JSON.stringify(gold(2019)));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

describe("annex check", () => {
  test("tells what is wrong in a PDF, each with its place", async () => {
    const { code, stdout, stderr } = await annex(["check", fixture("annex-2019.pdf"), "--format", "json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const { summary, files } = read(stdout);
    expect(summary).toEqual({ error: 0, warning: 10, info: 5 });
    expect(files[0]?.findings).toHaveLength(15);
    for (const finding of files[0]?.findings ?? []) expect(finding).toMatchObject({ page: expect.any(Number) as number });
  });

  test.each([
    ["error", 0],
    ["warning", 1],
    ["info", 1],
    ["never", 0],
  ])("exits by --fail-on %s: %i", async (level, expected) => {
    const { code, stdout } = await annex(["check", "annex.json", "--fail-on", level], { cwd: folderWith() });
    expect(code).toBe(expected);
    expect(stdout).toContain("warnings");
  });

  test("takes levels from --rule, the last word on a rule", async () => {
    const args = ["check", "annex.json", "--format", "json", "--rule", "item-duplicate=off", "--rule", "item-cut=info", "--rule", "item-cut=error"];
    const { code, stdout } = await annex(args, { cwd: folderWith() });
    expect(code).toBe(1);
    const findings = read(stdout).files.flatMap((file) => file.findings);
    expect(findings.map(({ rule }) => rule)).not.toContain("item-duplicate");
    expect(findings.find(({ rule }) => rule === "item-cut")?.severity).toBe("error");
  });

  test("takes them from annex.config.json, and the options stand over it", async () => {
    const cwd = folderWith({
      "annex.config.json": '{"failOn": "info", "rules": {"item-duplicate": "off"}}',
      "other.json": '{"failOn": "never"}',
    });
    const check = ["check", "annex.json", "--format", "json"];
    const byFile = await annex(check, { cwd });
    expect(byFile.code).toBe(1);
    expect(byFile.stdout).not.toContain("item-duplicate");
    expect((await annex([...check, "--fail-on", "error"], { cwd })).code).toBe(0);
    expect((await annex([...check, "--rule", "item-duplicate=info"], { cwd })).stdout).toContain("item-duplicate");
    const byOther = await annex([...check, "--config", "other.json"], { cwd });
    expect(byOther.code).toBe(0);
    expect(byOther.stdout).toContain("item-duplicate");
  });

  test.each([
    { args: ["--rule", "item-cuts=off"], says: /--rule item-cuts=off: Unexpected rule "item-cuts" at rules, expected "item-cut"/ },
    { args: ["--rule", "item-cut=loud"], says: /expected one of off, info, warning, error/ },
    { args: ["--config", "missing.json"], says: /missing\.json: no such file/ },
    { args: ["--config", "wrong.json"], says: /wrong\.json: Unexpected key "fail_on", expected "failOn"/ },
    { args: ["--config", "broken.json"], says: /broken\.json: not JSON/ },
    { args: ["--fail-on", "fatal"], says: /Allowed choices are error, warning, info, never/ },
    { args: ["--baseline", "missing.pdf"], says: /missing\.pdf: no such file/ },
  ])("exits 2 for $args", async ({ args, says }) => {
    const cwd = folderWith({ "wrong.json": '{"fail_on": "never"}', "broken.json": "{" });
    const { code, stdout, stderr } = await annex(["check", "annex.json", ...args], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  test("tells with --baseline what an edition lost, and nothing of what it only lays out otherwise", async () => {
    const plain = plainGold(2019);
    plain.meetings.splice(2, 1);
    const cwd = folderWith({ "new.json": JSON.stringify(complete(plain)) });
    const lost = await annex(["check", "new.json", "--baseline", "annex.json", "--format", "json"], { cwd });
    expect(lost.code).toBe(1);
    expect(read(lost.stdout).files[0]?.findings.filter(({ rule }) => rule.startsWith("baseline-")).map(({ rule }) => rule)).toEqual(["baseline-meeting-gone"]);
    const same = await annex(["check", fixture("annex-2019-chromium.pdf"), "--baseline", "annex.json", "--format", "json"], { cwd });
    expect(same.code).toBe(0);
    expect(same.stdout).not.toContain("baseline-");
  });

  test("checks several files, by the names that were given, though one cannot be read", async () => {
    const cwd = folderWith({ "broken.pdf": "no PDF" });
    writeFileSync(join(cwd, "small.pdf"), await smallAnnex({ meetings: 2 }));
    const { code, stdout, stderr } = await annex(["check", "./annex.json", "broken.pdf", "small.pdf", "--format", "json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^annex: broken\.pdf: not a PDF/);
    expect(read(stdout).files.map(({ file }) => file)).toEqual(["./annex.json", "small.pdf"]);
  });

  test.each(["--stats", "--debug", "-x"])("takes %s behind -- for a file's name", async (name) => {
    const { code, stdout } = await annex(["check", "--format", "json", "--", name], { cwd: folderWith({ [name]: JSON.stringify(gold(2019)) }) });
    expect(code).toBe(0);
    expect(read(stdout).files.map(({ file }) => file)).toEqual([name]);
  });

  test("reads from stdin", async () => {
    const { stdout } = await annex(["check", "-", "--format", "json"], { input: JSON.stringify(gold(2019)) });
    expect(read(stdout).files.map(({ file }) => file)).toEqual(["stdin"]);
  });

  test.each(["text", "json", "github", "sarif", "junit", "markdown"])("writes %s to a file, the same bytes as to stdout", async (format) => {
    const cwd = folderWith();
    const [toFile, toPipe] = await Promise.all([
      annex(["check", "annex.json", "--format", format, "-o", "out"], { cwd }),
      annex(["check", "annex.json", "--format", format], { cwd }),
    ]);
    expect(toFile).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe(toPipe.stdout);
  });

  test("writes nothing where nothing can be checked", async () => {
    const cwd = folderWith({ "broken.pdf": "no PDF" });
    expect(await annex(["check", "broken.pdf", "-o", "out"], { cwd })).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  test("fits a narrow terminal, obeys NO_COLOR, and lets no text steer the terminal", async () => {
    const plain = plainGold(2019);
    plain.meetings[0]?.workshops.push({ marker: "number", number: 9, text: "alert \u001B[31m\u0007 \u202Eback, and" });
    const cwd = folderWith({ "nasty.json": JSON.stringify(complete(plain)) });
    const coloured = await annex(["check", "nasty.json", "--color"], { cwd });
    expect(coloured.stdout).toMatch(/\u001B\[33mwarning\u001B\[39m/u);
    const { stdout } = await annex(["check", "nasty.json"], { cwd, env: { COLUMNS: "44", NO_COLOR: "1", FORCE_COLOR: "1" } });
    expect(stdout).toContain("alert \uFFFD[31m\uFFFD \uFFFDback");
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
    expect(stdout.split("\n").filter((line) => line.length > 44)).toEqual([]);
  });
});
