import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { fixture, newFolder } from "../support/annex.js";
import { checkoutInto } from "../support/checkout.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { ACTION, runAction } from "./runner.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A workspace with the edition of 2019 as PDF and JSON, and other files. */
function workspaceWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  cpSync(fixture("annex-2019.pdf"), join(folder, "annex.pdf"));
  writeFileSync(join(folder, "annex.json"), JSON.stringify(gold(2019)));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

/** The edition of 2019 without its third meeting. */
function shortened(): string {
  const plain = plainGold(2019);
  plain.meetings.splice(2, 1);
  return JSON.stringify(complete(plain));
}

const annotations = (log: string, level: string): string[] => log.split("\n").filter((line) => line.startsWith(`::${level} `));

describe("the action", () => {
  test("pastes nothing into a script", () => {
    for (const { run, env = {} } of ACTION.runs.steps) {
      expect(run).toMatch(/^bash "\$GITHUB_ACTION_PATH\/action\/[a-z]+\.sh"$/u);
      // Bash, Node and the runner obey variables of their own.
      for (const name of Object.keys(env)) expect(name).toMatch(/^ANNEX_/u);
    }
  });

  test("uses each input, and nothing that it does not declare", () => {
    const expressions = ACTION.runs.steps.flatMap(({ env = {}, ...step }) => [...Object.values(env), step.if ?? ""]).join("\n");
    const used = [...expressions.matchAll(/inputs\.([\w-]+)/gu)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(ACTION.inputs).sort());
  });

  test("passes an annex that has no errors, and tells what there is", () => {
    const job = runAction(workspaceWith(), { file: "annex.pdf" });
    expect(job.code).toBe(0);
    expect(job.steps).not.toContain("Compare it with the baseline");
    expect(job.outputs).toMatchObject({ "exit-code": "0", errors: "0", warnings: "10", notes: "5", differences: "", "diff-page": "" });
    expect(annotations(job.log, "warning")).toHaveLength(10);
    expect(annotations(job.log, "notice")).toHaveLength(5);
    expect(annotations(job.log, "warning")[0]).toMatch(/^::warning file=annex\.pdf,title=placeholder-left::p\. 1: Unexpected placeholder/u);
    expect(job.summary).toMatch(/^## Annex check: .*10 warnings/u);
    const sarif = JSON.parse(readFileSync(job.outputs["sarif"]!, "utf8")) as { runs: { results: { locations: { physicalLocation: unknown }[] }[] }[] };
    expect(sarif.runs[0]?.results).toHaveLength(15);
    expect(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri: "annex.pdf" } });
    expect(JSON.parse(readFileSync(job.outputs["report"]!, "utf8"))).toMatchObject({ summary: { warning: 10 } });
  });

  test("fails for findings of the level that was asked for, when all is reported", () => {
    const job = runAction(workspaceWith(), { file: "annex.json", "fail-on": "warning", baseline: "annex.json" });
    expect(job.code).toBe(1);
    expect(job.steps.at(-1)).toBe("Set the result");
    expect(job.outputs).toMatchObject({ "exit-code": "1", errors: "0", differences: "0" });
    expect(existsSync(job.outputs["sarif"]!)).toBe(true);
    expect(job.log).toContain("The check failed: see its findings");
  });

  test("takes levels of rules, one a line, from the workflow and from the configuration", () => {
    const workspace = workspaceWith({ "strict.json": '{"failOn": "info"}' });
    const byRules = runAction(workspace, { file: "annex.json", rules: "\n  item-cut=error\n  item-duplicate=off  \n" });
    expect(byRules.code).toBe(1);
    expect(Number(byRules.outputs["errors"])).toBeGreaterThan(0);
    expect(byRules.log).not.toContain("item-duplicate");
    expect(runAction(workspace, { file: "annex.json", config: "strict.json" }).code).toBe(1);
  });

  test("tells what is different from a baseline, and fails for it only where that is wanted", () => {
    const inputs = { file: "annex.json", baseline: fixture("annex-2016.pdf") };
    const workspace = workspaceWith({ "old.json": JSON.stringify(gold(2016)) });
    const told = runAction(workspace, inputs);
    expect(told.code).toBe(0);
    expect(Number(told.outputs["differences"])).toBeGreaterThan(0);
    expect(told.summary).toContain("## Annex check");
    expect(told.summary).toContain("2003-2018");
    expect(readFileSync(told.outputs["diff-page"]!, "utf8")).toMatch(/^<!doctype html>/iu);
    const failed = runAction(workspace, { ...inputs, baseline: "old.json", "fail-on-differences": "true" });
    expect(failed.code).toBe(1);
    expect(failed.log).toContain("differs from the baseline");
    expect(runAction(workspace, { file: "annex.json", baseline: "annex.json", "fail-on-differences": "true" }).code).toBe(0);
  });

  test("fails where the edition lost what the baseline has", () => {
    const job = runAction(workspaceWith({ "new.json": shortened() }), { file: "new.json", baseline: "annex.json" });
    expect(job.code).toBe(1);
    expect(annotations(job.log, "error").join()).toContain("baseline-meeting-gone");
    expect(job.outputs["differences"]).toBe("1");
  });

  test.each([
    { file: "missing.pdf", says: "missing.pdf: no such file" },
    { file: "broken.pdf", says: "broken.pdf: not a PDF" },
    { file: "", says: "" },
    { file: "annex.json", baseline: "broken.pdf", says: "broken.pdf: not a PDF" },
    { file: "annex.json", "fail-on": "fatal", says: "Allowed choices are" },
    { file: "annex.json", rules: "item-cuts=off", says: 'expected "item-cut"' },
  ])("fails for $file, and says why in the right place: $says", ({ says, ...inputs }) => {
    const job = runAction(workspaceWith({ "broken.pdf": "no PDF" }), inputs);
    expect(job.code).toBe(2);
    expect(job.outputs).toMatchObject({ "exit-code": "2", sarif: "", errors: "" });
    expect(annotations(job.log, "error")).toHaveLength(1);
    expect(annotations(job.log, "error")[0]).toMatch(/^::error title=annex check::annex: /u);
    expect(annotations(job.log, "error")[0]).toContain(says);
    expect(job.summary).toMatch(/^## Annex check: failed\n\n {4}annex: /u);
    expect(job.steps).not.toContain("Set the result");
  });

  test("refuses what is neither true nor false", () => {
    const job = runAction(workspaceWith(), { file: "annex.json", "fail-on-differences": "yes" });
    expect(job.code).toBe(2);
    expect(annotations(job.log, "error").join()).toContain("fail-on-differences");
  });

  test("cuts a summary that is longer than the job takes", () => {
    const plain = plainGold(2019);
    const many = Array.from({ length: 5000 }, (_, index) => ({ marker: "bullet" as const, text: `Decision ${index} ${"of the ministers ".repeat(25)} and,` }));
    plain.meetings[0]!.recommendations.push(...many);
    const job = runAction(workspaceWith({ "long.json": JSON.stringify(complete(plain)) }), { file: "long.json", baseline: "annex.json" });
    expect(Buffer.byteLength(job.summary)).toBeLessThan(2 ** 20);
    expect(job.summary.includes("too long for a job summary")).toBe(true);
    expect(job.outputs["differences"]).toBe("5000");
  });
});

/** Names and values that a shell, the command or the runner would obey, were they let. */
const HOSTILE = ["--stats", "-rf 'line\nfeed'.json", '$(touch pwned) `touch pwned`; "; touch pwned; ".json', "::warning::x\n::error::y %0A::stop.json"];

describe("hostile values", () => {
  test.each(HOSTILE)("are only names of files: %j", (name) => {
    const workspace = workspaceWith({ [name]: readFileSync(join(workspaceWith(), "annex.json"), "utf8") });
    const before = readdirSync(workspace);
    const job = runAction(workspace, { file: name, baseline: name });
    expect(job.outputs).toMatchObject({ "exit-code": "0", warnings: "8", differences: "0" });
    expect(job.code).toBe(0);
    expect(annotations(job.log, "warning")).toHaveLength(8);
    expect(annotations(job.log, "error")).toEqual([]);
    expect(readdirSync(workspace)).toEqual(before);
  });

  test.each(["fail-on", "rules", "config", "profile", "baseline", "file"])("fail as %s, and do nothing else", (input) => {
    const workspace = workspaceWith();
    const before = readdirSync(workspace);
    for (const value of ['$(touch pwned)"; touch pwned; "\n::error::x', "--output=pwned"]) {
      const job = runAction(workspace, { file: "annex.json", [input]: value });
      expect(job.code).toBe(2);
      expect(annotations(job.log, "error")).toHaveLength(1);
      expect(readdirSync(workspace)).toEqual(before);
    }
  });
});

describe("the example workflow", () => {
  const page = readFileSync(join(ROOT, "docs/check-in-ci.md"), "utf8");
  const stepSchema = z.object({ uses: z.string(), id: z.string().optional(), with: z.record(z.string(), z.string()).optional() });
  const workflow = z
    .object({ permissions: z.record(z.string(), z.string()), jobs: z.record(z.string(), z.object({ steps: z.array(stepSchema) })) })
    .parse(parse(/^```yaml\n(.*?)^```$/msu.exec(page)?.[1] ?? ""));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("gives the action what it takes, and takes from it what it gives", () => {
    const own = steps.find(({ uses }) => /\/annex-matrix@/u.test(uses));
    expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
    const taken = [...page.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/gu)];
    expect(taken.length).toBeGreaterThan(0);
    for (const [, id, output] of taken) {
      expect(id).toBe(own?.id);
      expect(Object.keys(ACTION.outputs)).toContain(output);
    }
  });

  test("may do no more than it must", () => {
    expect(workflow.permissions).toEqual({ contents: "read", "security-events": "write" });
  });

  test("stands beside a table of all inputs and outputs", () => {
    const named = [...page.matchAll(/^\| `([\w-]+)` \|/gmu)].map(([, name]) => name);
    expect(named).toEqual([...Object.keys(ACTION.inputs), ...Object.keys(ACTION.outputs)]);
  });
});

describe("the command of the action", () => {
  test("is made from a checkout, by the packages of its lock file", () => {
    const checkout = join(newFolder(), "action path");
    checkoutInto(checkout);
    const job = runAction(workspaceWith(), { file: "annex.pdf" }, checkout);
    expect(job.outputs).toMatchObject({ "exit-code": "0", warnings: "10" });
    expect(job.code).toBe(0);
  });
});
