import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { annex } from "../support/annex.js";

const PAGE = readFileSync(new URL("../../man/annex.1", import.meta.url), "utf8");

/** What a reader of the page sees, without the macros and escapes of roff. */
const text = PAGE.replace(/\\f[BIR]/gu, "")
  .replaceAll("\\-", "-")
  .replaceAll("\\(aq", "'")
  .replaceAll("\\(ti", "~");

test("the man page is what the command line makes of it; npm run man makes it anew", () => {
  const made = execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/manPage.mjs", import.meta.url))], { encoding: "utf8" });
  expect(PAGE).toBe(made);
});

test("the man page has every option and every example that the help has", async () => {
  const { stdout } = await annex(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]|^ {2}([a-z]+) +[a-z]/gmu)].map(([, a, b]) => a ?? b ?? "").filter((name) => !["annex", "help"].includes(name));
  expect(commands.length).toBeGreaterThan(6);
  const sections = text.split(/^\.S[SH] (?:annex )?/mu);
  for (const command of commands) {
    const help = (await annex([command, "--help"])).stdout;
    const section = sections.find((one) => one.startsWith(`${command}\n`)) ?? "";
    const options = [...help.matchAll(/^ {2}(-[^ ].*?)(?: {2}|$)/gmu)].map(([, option = ""]) => option);
    const examples = [...(help.split("Examples:\n")[1] ?? "").matchAll(/^ {2}(\S.*?)(?: {2}|$)/gmu)].map(([, example = ""]) => example);
    expect(options.length).toBeGreaterThan(0);
    expect(examples.length).toBeGreaterThan(1);
    for (const line of [...options, ...examples]) expect(section.split("\n")).toContain(line);
  }
});

test("the man page has no line that roff would take for a request of its own", () => {
  expect(PAGE.split("\n").filter((line) => /^[.']/u.test(line) && !/^\.(?:\\"|TH|SH|SS|TP|PP|br|RS|RE)(?: |$)/u.test(line))).toEqual([]);
  expect(PAGE).toMatch(/^[\n -~]*$/u);
});
