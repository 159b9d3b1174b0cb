/**
 * `npm run bench`: the whole command beside the least that any reader on pdf.js must do (bare.mjs), and batches.
 * `npm run bench -- --rounds 3` for a quick look; `--tables FOLDER` adds the score of `annex tables` on a data folder (tables.mjs).
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { largeEditions } from "./largeEditions.mjs";
import { longAnnex } from "./longAnnex.mjs";
import { inProject, measure, median } from "./measure.mjs";
import { scoreTables } from "./tables.mjs";

const { rounds, tables } = parseArgs({ options: { rounds: { type: "string", default: "10" }, tables: { type: "string" } } }).values;
const folder = mkdtempSync(join(tmpdir(), "annex-bench-"));
const annex = inProject("bin/annex.js");
const bare = inProject("bench/bare.mjs");

try {
  console.log(`Node ${process.version}, ${availableParallelism()} processors, medians of ${rounds} runs\n`);
  compare("annex-2019.pdf, 19 pages", inProject("fixtures/annex-2019.pdf"), 19, Number(rounds));
  stages(inProject("fixtures/annex-2019.pdf"), Number(rounds));
  for (const pages of [20, 100, 1000]) {
    const path = join(folder, `${pages}.pdf`);
    writeFileSync(path, await longAnnex(pages));
    compare(`${pages} pages`, path, pages, pages < 1000 ? Number(rounds) : Math.min(3, Number(rounds)));
  }
  diff(2000, Number(rounds));
  batch(100, 19, Math.min(3, Number(rounds)));
  if (tables !== undefined) console.log(`\n${scoreTables(tables, folder)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(name, path, pages, times) {
  const out = join(folder, "out.json");
  const [least, whole] = measure(
    [
      [bare, path],
      [annex, "extract", path, "-o", out],
    ],
    times,
  );
  console.log(name);
  console.log(`  bare pdf.js    ${inColumns(least, pages)}`);
  console.log(`  annex extract  ${inColumns(whole, pages)}`);
  console.log(`  ratio          ${["wall", "cpu", "mebibytes"].map((key) => (whole[key] / least[key]).toFixed(2).padStart(9)).join("")}\n`);
}

function inColumns({ wall, cpu, mebibytes }, pages) {
  const columns = [`${wall.toFixed(3)} s`, `${cpu.toFixed(3)} s`, `${mebibytes.toFixed(0)} MiB`].map((text) => text.padStart(9));
  return `${columns.join("")}   ${((1000 * wall) / pages).toFixed(1)} ms a page`;
}

/** The time of each stage in a process of its own: the first time, and when the code is warm. */
function stages(path, times) {
  const runs = Array.from({ length: times }, () => {
    const lines = execFileSync(process.execPath, [inProject("bench/stages.mjs"), path, "10"], { encoding: "utf8" })
      .trim()
      .split("\n");
    return lines.map((line) => JSON.parse(line));
  });
  for (const [name, index] of [
    ["first", 0],
    ["tenth", 9],
  ]) {
    const spent = Object.keys(runs[0][0]).map((stage) => [stage, median(runs.map((run) => run[index][stage]))]);
    const all = spent.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
    console.log(
      `stages, ${name} time: ${spent.map(([stage, ms]) => `${stage} ${ms.toFixed(0)} ms (${((100 * ms) / all).toFixed(0)} %)`).join(", ")}`,
    );
  }
  console.log();
}

function diff(items, times) {
  const [older, newer] = ["old.json", "new.json"].map((name) => join(folder, name));
  largeEditions(items).forEach((json, index) => writeFileSync(index === 0 ? older : newer, json));
  const [{ wall, mebibytes }] = measure([[annex, "diff", older, newer, "-o", join(folder, "diff.txt")]], times);
  console.log(`annex diff, ${items} items against ${items}, half of them changed`);
  console.log(`  ${wall.toFixed(3)} s  ${mebibytes.toFixed(0)} MiB\n`);
}

function batch(files, pages, times) {
  const input = join(folder, "in");
  mkdirSync(input);
  for (let index = 0; index < files; index++) copyFileSync(inProject("fixtures/annex-2019.pdf"), join(input, `${index}.pdf`));
  const command = (jobs) => [annex, "extract", input, "--out-dir", join(folder, `out-${jobs}`), "--jobs", String(jobs), "--quiet"];
  const [one, two] = measure([command(1), command(2)], times);
  console.log(`${files} files of ${pages} pages`);
  for (const [jobs, { wall, mebibytes }] of [
    [1, one],
    [2, two],
  ]) {
    console.log(
      `  --jobs ${jobs}  ${wall.toFixed(1)} s  ${((files * pages) / wall).toFixed(0)} pages a second  ${mebibytes.toFixed(0)} MiB`,
    );
  }
  console.log(`  two jobs are ${(one.wall / two.wall).toFixed(2)} times as fast as one`);
}
