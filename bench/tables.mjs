/**
 * The score of `annex tables` on a folder with PDFs, their truth and a scorer (`score.py`, in Python), as the ICDAR 2013 table competition
 * counts it, and how fast whole processes were.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./measure.mjs";

const NAME = "annex";

/** Runs the command on every PDF of the data folder, one after another; results go into `folder`. Returns what to print. */
export function scoreTables(data, folder) {
  const out = join(folder, "tables");
  mkdirSync(out);
  const scorer = (...args) => run("python3", [join(data, "score.py"), "--out", out, ...args]);
  const score = scorer("run", NAME, process.execPath, inProject("bin/annex.js"), "tables", "--format", "json", "{}");
  const documents = scorer("docs", NAME);
  const { secs, cpu } = JSON.parse(readFileSync(join(out, NAME, "run.json"), "utf8"));
  return [score, documents, speedOf(out, secs, cpu)].join("\n");
}

function speedOf(out, secs, cpu) {
  const names = Object.keys(secs).sort();
  const pages = names
    .map((name) => JSON.parse(readFileSync(join(out, NAME, `${name}.json`), "utf8")).source.pages)
    .reduce((sum, count) => sum + count, 0);
  const slowest = names.reduce((a, b) => (secs[b] > secs[a] ? b : a));
  return `${pages} pages in ${names.length} files, ${(pages / cpu).toFixed(1)} pages a second of processor time, slowest file ${slowest}: ${secs[slowest].toFixed(2)} s`;
}

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}
