import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fixture, newFolder } from "../support/annex.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of the Dockerfile, in order. */
const INSTRUCTIONS: readonly Instruction[] = readFileSync(join(ROOT, "Dockerfile"), "utf8")
  .replaceAll("\\\n", "")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [, name = "", rest = ""] = /^([A-Z]+) (.+)$/u.exec(line) ?? [];
    return { name, rest };
  });

/** The arguments of the last instruction of a name. */
const last = (name: string): string => INSTRUCTIONS.findLast((instruction) => instruction.name === name)?.rest ?? "";

interface Copy {
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

function copyOf(rest: string): Copy {
  const [, from, paths = ""] = /^(?:--from=(\w+) )?(.+)$/u.exec(rest) ?? [];
  const sources = paths.split(" ");
  return { from, target: sources.pop() ?? "", sources };
}

/**
 * Follows the Dockerfile without a container engine: each stage is a folder, its base image this machine. What this cannot show is the
 * base image, the user and the layers.
 */
function build(into: string): string {
  const stages = new Map<string, string>();
  let stage = "";
  let workdir = "/";
  for (const { name, rest } of INSTRUCTIONS) {
    if (name === "FROM") {
      const [, label = "last"] = /^\S+(?: AS (\w+))?$/u.exec(rest) ?? [];
      stage = join(into, label);
      stages.set(label, stage);
      workdir = "/";
      mkdirSync(stage, { recursive: true });
    } else if (name === "WORKDIR") {
      workdir = rest;
      mkdirSync(join(stage, workdir), { recursive: true });
    } else if (name === "COPY") {
      const { from, sources, target } = copyOf(rest);
      const place = target.startsWith("/") ? join(stage, target) : join(stage, workdir, target);
      for (const source of sources) {
        const path = from === undefined ? join(ROOT, source) : join(stages.get(from) ?? "", source);
        cpSync(path, statSync(path).isDirectory() ? place : join(place, basename(source)), { recursive: true, verbatimSymlinks: true });
      }
    } else if (name === "RUN") {
      execFileSync("sh", ["-ec", rest], { cwd: join(stage, workdir), stdio: ["ignore", "pipe", "pipe"] });
    }
  }
  return stage;
}

describe("the container file", () => {
  test("copies what is there, and nothing that the ignore file keeps out", () => {
    const letIn = readFileSync(join(ROOT, ".dockerignore"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(letIn[0]).toBe("*");
    const copies = INSTRUCTIONS.filter(({ name }) => name === "COPY").map(({ rest }) => copyOf(rest));
    const sources = copies.filter(({ from }) => from === undefined).flatMap((copy) => copy.sources);
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(letIn.slice(1).sort()).toEqual([...new Set(sources.map((source) => `!${source}`))].sort());
  });

  test("ends in a stage of its own that runs the command, and not as root", () => {
    expect(INSTRUCTIONS.filter(({ name }) => name === "FROM").length).toBeGreaterThan(1);
    expect(last("USER")).toBe("node");
    expect(JSON.parse(last("ENTRYPOINT"))).toEqual(["node", "/app/bin/annex.js"]);
    expect(last("WORKDIR")).toBe("/data");
  });

  test("makes a command that reads an annex, and has in it what runs, no more", () => {
    const app = join(build(newFolder()), "app");
    const printed = execFileSync(process.execPath, [join(app, "bin/annex.js"), "extract", fixture("annex-2019.pdf")], { encoding: "utf8" });
    expect((JSON.parse(printed) as { meetings: unknown[] }).meetings).toHaveLength(8);
    for (const path of ["src", "node_modules/typescript", "node_modules/@napi-rs"]) expect(existsSync(join(app, path))).toBe(false);
    expect(existsSync(join(app, "node_modules/write-excel-file"))).toBe(true);
  });
});
