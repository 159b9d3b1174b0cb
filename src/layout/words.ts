import { type Box, unionOf } from "../geometry/box.js";
import type { Glyph } from "../pdf/page.js";
import type { Edge } from "./edges.js";
import { type QuarterTurns, type UprightPage, quarterTurns, turnBox, turnGlyph } from "./upright.js";
import type { Word } from "./word.js";

/**
 * A gap that divides words, in font sizes. The narrowest word space of justified text is about 0.2 em, the widest kerning
 * and letter spacing of running text about 0.1 em.
 */
const WORD_GAP = 0.15;

/** A space that leaves no more room than this is none: invisible hyphens are mapped to spaces, and take no room. */
const NO_GAP = 0.05;

/** Baselines closer than this, in font sizes, are one: fonts of one line are rounded differently. */
const SAME_BASELINE = 0.12;

/** Superscripts are set at most this large against their line (word processors use 0.58, browsers 0.83). */
const SUPERSCRIPT_SIZE = 0.9;

/** How far a superscript is raised or a subscript lowered, in sizes of the line's font. */
const HIGHEST_RAISE = 0.75;
const LOWEST_DROP = 0.4;

/** Text larger than this has no superscripts worth looking far for, in points. */
const LARGEST_SIZE = 40;

/** How near a superscript stands to the word that it belongs to, in sizes of the line's font. */
const SUPERSCRIPT_REACH = 0.35;

interface Placed {
  readonly glyph: Glyph;
  /** The y of the line, which is not the glyph's own for a superscript. */
  baseline: number;
}

/** Glyphs that stand on one baseline, all over the page. */
interface Baseline {
  readonly y: number;
  /** The largest font size on it. */
  readonly size: number;
  readonly placed: readonly Placed[];
}

/**
 * The words of the page's visible text. A vertical ruling line always divides words, however near the glyphs stand.
 * Slanted text (a watermark) makes no words.
 */
export function wordsOf(page: UprightPage, edges: readonly Edge[]): Word[] {
  const byTurns: [Glyph[], Glyph[], Glyph[], Glyph[]] = [[], [], [], []];
  for (const glyph of page.glyphs) {
    const turns = glyph.visibility === "visible" ? quarterTurns(glyph.angle) : undefined;
    if (turns !== undefined) byTurns[turns].push(glyph);
  }
  const barriers = edges.filter((edge) => edge.axis === "vertical");
  return byTurns.flatMap((glyphs, turns) =>
    turns === 0 ? wordsAlong(glyphs, barriers) : turnedWords(glyphs, turns as QuarterTurns, page),
  );
}

/** Words that run down, upside down or up: read in their own direction, then put back. */
function turnedWords(glyphs: readonly Glyph[], turns: QuarterTurns, page: UprightPage): Word[] {
  const undo = ((4 - turns) % 4) as QuarterTurns;
  const sideways = turns % 2 === 1;
  const width = sideways ? page.height : page.width;
  const height = sideways ? page.width : page.height;
  const upright = glyphs.map((glyph) => turnGlyph(glyph, undo, page.width, page.height));
  return wordsAlong(upright, []).map((word) => {
    const box = turnBox(word.box, turns, width, height);
    return { ...word, box, baseline: box.y1 };
  });
}

function wordsAlong(glyphs: readonly Glyph[], barriers: readonly Edge[]): Word[] {
  const lines = baselines(glyphs);
  seatSuperscripts(lines);
  const seated = lines.flatMap((line) => line.placed).sort((a, b) => a.baseline - b.baseline || a.glyph.x - b.glyph.x);
  const words: Word[] = [];
  let line: Placed[] = [];
  for (const placed of seated) {
    const first = line[0];
    if (first !== undefined && placed.baseline !== first.baseline) {
      words.push(...splitLine(line, barriers));
      line = [];
    }
    line.push(placed);
  }
  words.push(...splitLine(line, barriers));
  return words;
}

/** Glyphs grouped by their baseline; each group has one y, that of its largest glyph. */
function baselines(glyphs: readonly Glyph[]): Baseline[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of sorted) {
    const group = groups.at(-1);
    const near = last !== undefined && glyph.y - last.y <= SAME_BASELINE * Math.min(glyph.size, last.size);
    if (group !== undefined && near) group.push(glyph);
    else groups.push([glyph]);
    last = glyph;
  }
  return groups.map((group) => {
    const largest = group.reduce((a, b) => (b.size > a.size ? b : a));
    return { y: largest.y, size: largest.size, placed: group.map((glyph) => ({ glyph, baseline: largest.y })) };
  });
}

/** Gives the glyphs of superscripts and subscripts the baseline of the line that they are set in. */
function seatSuperscripts(lines: readonly Baseline[]): void {
  lines.forEach((line, i) => {
    const hosts = hostsOf(lines, i);
    if (hosts.length === 0) return;
    for (const run of runsOf(line.placed)) {
      const host = hostOf(run, hosts);
      if (host === undefined) continue;
      for (const placed of run) placed.baseline = host;
    }
  });
}

/** The baselines near enough to have the glyphs of line `i` raised or lowered from them. */
function hostsOf(lines: readonly Baseline[], i: number): Baseline[] {
  const own = lines[i];
  if (own === undefined) return [];
  const near = (line: Baseline): boolean => {
    const raised = line.y - own.y;
    return raised <= HIGHEST_RAISE * line.size && raised >= -LOWEST_DROP * line.size;
  };
  const reach = HIGHEST_RAISE * LARGEST_SIZE;
  const hosts: Baseline[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const line = lines[k];
    if (line === undefined || own.y - line.y > reach) break;
    if (near(line)) hosts.push(line);
  }
  for (let k = i + 1; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined || line.y - own.y > reach) break;
    if (near(line)) hosts.push(line);
  }
  return hosts;
}

/** Pieces of a line whose glyphs touch and have about one size. */
function runsOf(line: readonly Placed[]): Placed[][] {
  const sorted = [...line].sort((a, b) => a.glyph.x - b.glyph.x);
  const runs: Placed[][] = [];
  let last: Glyph | undefined;
  for (const placed of sorted) {
    const { glyph } = placed;
    const run = runs.at(-1);
    const touches =
      last !== undefined &&
      glyph.x - (last.x + last.width) <= SUPERSCRIPT_REACH * glyph.size &&
      Math.abs(glyph.size - last.size) <= 0.1 * glyph.size;
    if (run !== undefined && touches) run.push(placed);
    else runs.push([placed]);
    last = glyph;
  }
  return runs;
}

/** The baseline of the larger text that a small run is raised from; undefined where it stands on a line of its own. */
function hostOf(run: readonly Placed[], hosts: readonly Baseline[]): number | undefined {
  const size = Math.max(...run.map(({ glyph }) => glyph.size));
  const start = Math.min(...run.map(({ glyph }) => glyph.x));
  const end = Math.max(...run.map(({ glyph }) => glyph.x + glyph.width));
  const y = run[0]?.glyph.y ?? 0;
  let best: { baseline: number; gap: number } | undefined;
  for (const line of hosts) {
    for (const { glyph } of line.placed) {
      const raised = glyph.y - y;
      if (raised > HIGHEST_RAISE * glyph.size || raised < -LOWEST_DROP * glyph.size) continue;
      if (glyph.text === " " || size > SUPERSCRIPT_SIZE * glyph.size) continue;
      const gap = Math.max(start - (glyph.x + glyph.width), glyph.x - end);
      if (gap > SUPERSCRIPT_REACH * glyph.size || (best !== undefined && gap >= best.gap)) continue;
      best = { baseline: line.y, gap };
    }
  }
  return best?.baseline;
}

function splitLine(line: readonly Placed[], barriers: readonly Edge[]): Word[] {
  const first = line[0];
  if (first === undefined) return [];
  const y = first.baseline - 0.25 * first.glyph.size;
  const walls = barriers.filter((edge) => edge.from <= y && y <= edge.to).map((edge) => edge.at);
  const words: Word[] = [];
  let run: Glyph[] = [];
  let slot = -1;
  let space = false;
  const finish = (): void => {
    const word = wordOf(run, first.baseline);
    if (word !== undefined) words.push(word);
    run = [];
  };
  for (const { glyph } of line) {
    if (glyph.text === " ") {
      space = true;
      continue;
    }
    const middle = glyph.x + glyph.width / 2;
    const wall = walls.filter((x) => x < middle).length;
    const last = run.at(-1);
    const gap = last === undefined ? 0 : glyph.x - (last.x + last.width);
    const wide = last !== undefined && gap > WORD_GAP * Math.max(glyph.size, last.size);
    const divided = space && gap > NO_GAP * glyph.size;
    if (last !== undefined && (divided || wide || wall !== slot)) finish();
    run.push(glyph);
    slot = wall;
    space = false;
  }
  finish();
  return words;
}

function wordOf(glyphs: readonly Glyph[], baseline: number): Word | undefined {
  const box: Box | undefined = unionOf(glyphs.map((glyph) => glyph.box));
  if (box === undefined) return undefined;
  return {
    text: glyphs.map((glyph) => glyph.text).join(""),
    box,
    baseline,
    size: Math.max(...glyphs.map((glyph) => glyph.size)),
    bold: glyphs.every((glyph) => glyph.font.bold),
    glyphs: glyphs.length,
  };
}
