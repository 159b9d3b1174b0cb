import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { annex, fixture, newFolder } from "../support/annex.js";
import { checkoutInto } from "../support/checkout.js";
import { gold } from "../support/gold.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What pre-commit knows of a hook, as far as these need it. */
const hookSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  entry: z.string(),
  args: z.array(z.string()),
  language: z.literal("node"),
  types: z.array(z.enum(["pdf", "json"])),
  require_serial: z.boolean(),
});

const HOOKS = z.array(hookSchema).parse(parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")));

/** Runs a hook as pre-commit does: the entry, its arguments or those that the user gives, the names of the files. */
function run(id: string, files: readonly string[], cwd: string, args?: readonly string[]): ReturnType<typeof annex> {
  const hook = HOOKS.find((one) => one.id === id)!;
  const [program, ...entry] = hook.entry.split(" ");
  expect(program).toBe("annex");
  return annex([...entry, ...(args ?? hook.args), ...files], { cwd });
}

/** A folder with annexes and files that are none. */
function folder(): string {
  const path = newFolder();
  for (const name of ["annex.pdf", "-x.pdf"]) cpSync(fixture("annex-2019.pdf"), join(path, name));
  writeFileSync(join(path, "annex.json"), JSON.stringify(gold(2019)));
  writeFileSync(join(path, "-x.json"), JSON.stringify({ ...gold(2019), meetings: 8 }));
  writeFileSync(join(path, "broken.pdf"), "no PDF");
  return path;
}

describe("the hooks for pre-commit", () => {
  test("are one for PDFs and one for JSON, of the command that the package installs", () => {
    const { bin } = z.object({ bin: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
    expect(HOOKS.map(({ id, types }) => [id, ...types])).toEqual([
      ["annex-check", "pdf"],
      ["annex-validate", "json"],
    ]);
    for (const { entry } of HOOKS) expect(Object.keys(bin)).toContain(entry.split(" ")[0]);
  });

  test("are installed as pre-commit does it: what npm pack prints is the file to install", () => {
    const checkout = newFolder();
    checkoutInto(checkout);
    symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
    const printed = execFileSync("npm", ["pack"], { cwd: checkout, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(existsSync(join(checkout, printed.trim()))).toBe(true);
  });

  test("check PDFs, however their names begin", async () => {
    const cwd = folder();
    const fine = await run("annex-check", ["-x.pdf", "annex.pdf"], cwd);
    expect(fine).toMatchObject({ code: 0, stderr: "" });
    expect(fine.stdout).toContain("20 warnings");
    expect(await run("annex-check", ["annex.pdf"], cwd, ["--fail-on=warning", "--"])).toMatchObject({ code: 1 });
    expect(await run("annex-check", ["annex.pdf", "broken.pdf"], cwd)).toMatchObject({ code: 2 });
  });

  test("hold JSON against the schema, and say nothing of what is valid", async () => {
    const cwd = folder();
    expect(await run("annex-validate", ["annex.json"], cwd)).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    const wrong = await run("annex-validate", ["annex.json", "-x.json"], cwd);
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toMatch(/^-x\.json: .*meetings/u);
  });
});
