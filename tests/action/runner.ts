import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { newFolder } from "../support/annex.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal("composite"),
    steps: z.array(
      z.strictObject({
        name: z.string(),
        id: z.string().optional(),
        if: z.string().optional(),
        shell: z.literal("bash"),
        run: z.string(),
        env: z.record(z.string(), z.string()).optional(),
      }),
    ),
  }),
});

/** The composite action, as action.yml has it. */
export const ACTION = actionSchema.parse(parse(readFileSync(join(ROOT, "action.yml"), "utf8")));

/** What is left of a job that ran the action. */
export interface Job {
  readonly code: number;
  /** The names of the steps that ran. */
  readonly steps: readonly string[];
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What expressions may speak of. */
interface Context {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Record<string, Readonly<Record<string, string>>>;
}

/** Runs the steps of the action in a workspace as GitHub's runner does; the first that fails is the last. */
export function runAction(workspace: string, inputs: Readonly<Record<string, string>>, actionPath = ROOT): Job {
  const defaults = Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? ""]));
  const context: Context = { inputs: { ...defaults, ...inputs }, steps: {} };
  // Runners have spaces in their paths, too.
  const temp = join(newFolder(), "runner temp");
  mkdirSync(temp);
  const job = { code: 0, steps: [] as string[], log: "", summary: "" };
  for (const [index, step] of ACTION.runs.steps.entries()) {
    if (step.if !== undefined && !isTrue(step.if, context)) continue;
    const files = Object.fromEntries(["output", "summary", "script"].map((name) => [name, join(temp, `${index}-${name}`)])) as Record<"output" | "summary" | "script", string>;
    writeFileSync(files.output, "");
    writeFileSync(files.summary, "");
    writeFileSync(files.script, step.run);
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", files.script], {
      cwd: workspace,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        GITHUB_ACTION_PATH: actionPath,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
        RUNNER_TEMP: temp,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, context)])),
      },
    });
    job.steps.push(step.name);
    job.log += stdout + stderr;
    job.summary += readFileSync(files.summary, "utf8");
    if (step.id !== undefined) context.steps[step.id] = outputsIn(readFileSync(files.output, "utf8"));
    if (status !== 0) {
      job.code = status ?? -1;
      break;
    }
  }
  return { ...job, outputs: Object.fromEntries(Object.entries(ACTION.outputs).map(([name, { value }]) => [name, filled(value, context)])) };
}

/** A text with its expressions evaluated. */
function filled(text: string, context: Context): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/gu, (_, expression: string) => valueOf(expression, context));
}

function valueOf(expression: string, { inputs, steps }: Context): string {
  const [, input, step, output] = /^(?:inputs\.([\w-]+)|steps\.([\w-]+)\.outputs\.([\w-]+))$/u.exec(expression) ?? [];
  if (input !== undefined && input in ACTION.inputs) return inputs[input] ?? "";
  if (step !== undefined && output !== undefined) return steps[step]?.[output] ?? "";
  throw new Error(`Unexpected expression ${expression}`);
}

function isTrue(condition: string, context: Context): boolean {
  const [, expression] = /^(\S+) != ''$/u.exec(condition) ?? [];
  if (expression === undefined) throw new Error(`Unexpected condition ${condition}`);
  return valueOf(expression, context) !== "";
}

function outputsIn(file: string): Record<string, string> {
  return Object.fromEntries(
    file
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [, name, value] = /^([\w-]+)=(.*)$/u.exec(line) ?? [];
        if (name === undefined || value === undefined) throw new Error(`Unexpected output ${line}`);
        return [name, value];
      }),
  );
}
