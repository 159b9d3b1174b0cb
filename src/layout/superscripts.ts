import { groupBy } from "../geometry/groups.js";
import type { Glyph } from "../pdf/page.js";
import { type Baseline, byPlace } from "./baselines.js";
import { SUPERSCRIPT_SIZE, TOUCHING, isRaisedFrom } from "./glyphText.js";

/** The most glyphs in a superscript as large as its line: such a superscript is short, and touches the word that it belongs to. */
const LONGEST_FULL_SIZE = 3;

/** How far a superscript is raised or a subscript lowered, in sizes of the line's font. */
const HIGHEST_RAISE = 0.75;
const LOWEST_DROP = 0.4;

/** Text larger than this has no superscripts worth looking far for, in points. */
const LARGEST_SIZE = 40;

/** How near a superscript is to the word that it belongs to, in sizes of the line's font. */
export const SUPERSCRIPT_REACH = 0.35;

/** Whether a glyph is a superscript of the one before it in its line, near enough to belong to the same word. */
export function isSuperscriptOf(glyph: Glyph, base: Glyph): boolean {
  return isRaisedFrom(glyph, base) && glyph.x - (base.x + base.width) <= SUPERSCRIPT_REACH * base.size;
}

/** A piece of a baseline that belongs to another one: a superscript or subscript. */
interface Script {
  readonly run: readonly Glyph[];
  readonly from: Baseline;
  readonly host: Baseline;
}

/** The same glyphs, with superscripts and subscripts on the baseline of their text. */
export function withScriptsInLine(lines: readonly Baseline[]): readonly Baseline[] {
  const scripts = scriptsOf(lines);
  if (scripts.length === 0) return lines;
  const leaving = groupBy(scripts, ({ from }) => from);
  const coming = groupBy(scripts, ({ host }) => host);
  return lines.map((line) => {
    const gone = new Set(leaving.get(line)?.flatMap(({ run }) => run));
    const come = coming.get(line)?.flatMap(({ run }) => run) ?? [];
    const own = gone.size === 0 ? line.glyphs : line.glyphs.filter((glyph) => !gone.has(glyph));
    return { ...line, glyphs: come.length === 0 ? own : [...own, ...come].sort(byPlace) };
  });
}

/** Which runs of small glyphs are superscripts or subscripts of the text around them. */
function scriptsOf(lines: readonly Baseline[]): Script[] {
  return lines.flatMap((from, i) => {
    const hosts = hostsOf(lines, i);
    if (hosts.length === 0) return [];
    return runsOf(from.glyphs).flatMap((run) => {
      const host = hostOf(run, hosts);
      return host === undefined ? [] : [{ run, from, host }];
    });
  });
}

/** The baselines near enough, and of text large enough, to have glyphs of line `i` raised or lowered from them. */
function hostsOf(lines: readonly Baseline[], i: number): Baseline[] {
  const own = lines[i];
  if (own === undefined) return [];
  const isHost = (line: Baseline): boolean => {
    const raised = line.y - own.y;
    const near = raised <= HIGHEST_RAISE * line.largest && raised >= -LOWEST_DROP * line.largest;
    return near && (raised > 0 || own.smallest <= SUPERSCRIPT_SIZE * line.largest);
  };
  const reach = HIGHEST_RAISE * LARGEST_SIZE;
  const hosts: Baseline[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const line = lines[k];
    if (line === undefined || own.y - line.y > reach) break;
    if (isHost(line)) hosts.push(line);
  }
  for (let k = i + 1; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined || line.y - own.y > reach) break;
    if (isHost(line)) hosts.push(line);
  }
  return hosts;
}

/** Pieces of a line whose glyphs touch and have about the same size. */
function runsOf(line: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let run: Glyph[] = [];
  let last: Glyph | undefined;
  for (const glyph of line) {
    const touches =
      last !== undefined &&
      glyph.x - (last.x + last.width) <= SUPERSCRIPT_REACH * glyph.size &&
      Math.abs(glyph.size - last.size) <= 0.1 * glyph.size;
    if (touches) run.push(glyph);
    else runs.push((run = [glyph]));
    last = glyph;
  }
  return runs;
}

/** The line of larger text that a small run is raised from; undefined if it is on a line of its own. */
function hostOf(run: readonly Glyph[], hosts: readonly Baseline[]): Baseline | undefined {
  let size = 0;
  let start = Infinity;
  let end = -Infinity;
  for (const glyph of run) {
    size = Math.max(size, glyph.size);
    start = Math.min(start, glyph.x);
    end = Math.max(end, glyph.x + glyph.width);
  }
  const y = run[0]?.y ?? 0;
  let best: Baseline | undefined;
  let bestGap = Infinity;
  for (const line of hosts) {
    const isLarge = size > SUPERSCRIPT_SIZE * line.largest;
    if (isLarge && run.length > LONGEST_FULL_SIZE) continue;
    for (const glyph of line.glyphs) {
      const raised = glyph.y - y;
      if (raised > HIGHEST_RAISE * glyph.size || raised < -LOWEST_DROP * glyph.size) continue;
      if (glyph.text === " " || (isLarge && (size > glyph.size || raised <= 0))) continue;
      if (!isLarge && size > SUPERSCRIPT_SIZE * glyph.size) continue;
      const behind = start - (glyph.x + glyph.width);
      const gap = isLarge ? Math.abs(behind) : Math.max(behind, glyph.x - end);
      if (gap > (isLarge ? TOUCHING : SUPERSCRIPT_REACH) * glyph.size || gap >= bestGap) continue;
      best = line;
      bestGap = gap;
    }
  }
  return best;
}
