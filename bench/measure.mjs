import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const USAGE = new URL("usage.mjs", import.meta.url).href;

/** The path of a file of this project. */
export function inProject(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** Runs Node with some arguments; gives the seconds it took. */
function time(args, options, env = {}) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...options, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  // 1 is the code of findings and differences.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return (performance.now() - started) / 1000;
}

/**
 * Runs Node once for each list of arguments in turn, for a number of rounds; returns the medians of wall clock and CPU seconds and of peak
 * memory.
 */
export function measure(commands, rounds) {
  const walls = commands.map(() => []);
  const cpus = commands.map(() => []);
  const peaks = commands.map(() => []);
  const usage = join(tmpdir(), `annex-usage-${process.pid}`);
  for (let round = 0; round < rounds; round++) {
    for (const [index, args] of commands.entries()) {
      // The wall clock time is measured without the observer, the rest with it.
      walls[index].push(time(args, []));
      time(args, ["--import", USAGE], { USAGE: usage });
      const { cpu, mebibytes } = JSON.parse(readFileSync(usage, "utf8"));
      cpus[index].push(cpu);
      peaks[index].push(mebibytes);
    }
  }
  rmSync(usage, { force: true });
  return commands.map((_, index) => ({ wall: median(walls[index]), cpu: median(cpus[index]), mebibytes: median(peaks[index]) }));
}

/** The median of some values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
