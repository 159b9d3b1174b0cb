import { inOrder } from "../geometry/ordered.js";
import { type Glyph, WORD_GAP } from "../pdf/page.js";
import type { Edge } from "./edges.js";
import { NO_GAP, textOfGlyphs } from "./glyphText.js";
import { layersOf } from "./overprint.js";
import { areSingle, trackedGlyphs } from "./tracking.js";
import { type QuarterTurns, type UprightPage, opposite, quarterTurns, turnBox, turnGlyph } from "./upright.js";
import type { Word } from "./word.js";

/** Baselines closer than this, in font sizes, are one: fonts of one line are rounded differently. */
const SAME_BASELINE = 0.12;

/** Superscripts are set at most this large against their line (word processors use 0.58, browsers 0.83). */
const SUPERSCRIPT_SIZE = 0.9;

/** A superscript as large as its line is short, and touches the word that it belongs to: so many glyphs, so near in font sizes. */
const LONGEST_FULL_SIZE = 3;
const TOUCHING = 0.08;

/** How far a superscript is raised or a subscript lowered, in sizes of the line's font. */
const HIGHEST_RAISE = 0.75;
const LOWEST_DROP = 0.4;

/** Text larger than this has no superscripts worth looking far for, in points. */
const LARGEST_SIZE = 40;

/** How near a superscript stands to the word that it belongs to, in sizes of the line's font. */
const SUPERSCRIPT_REACH = 0.35;

/** Glyphs that stand on one baseline, all over the page, from left to right. */
interface Baseline {
  readonly y: number;
  /** The smallest and the largest font size on it. */
  readonly smallest: number;
  readonly largest: number;
  glyphs: readonly Glyph[];
}

/** Pieces of a baseline that go to another one: superscripts and subscripts. */
interface Seat {
  readonly run: readonly Glyph[];
  readonly from: Baseline;
  readonly host: Baseline;
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
  const barriers = edges.filter((edge) => edge.axis === "vertical").sort((a, b) => a.at - b.at);
  return byTurns.flatMap((glyphs, turns) =>
    turns === 0 ? wordsAlong(glyphs, barriers) : turnedWords(glyphs, turns as QuarterTurns, page),
  );
}

/** Words that run down, upside down or up: read in their own direction, then put back. */
function turnedWords(glyphs: readonly Glyph[], turns: QuarterTurns, page: UprightPage): Word[] {
  const undo = opposite(turns);
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
  takeSeats(seatsOf(lines));
  const words: Word[] = [];
  for (const { y, glyphs: line } of lines) for (const layer of layersOf(line, glyphs)) splitLine(y, layer, barriers, words);
  return words;
}

/** Glyphs grouped by their baseline; each group has the y of its largest glyph. */
function baselines(glyphs: readonly Glyph[]): Baseline[] {
  const sorted = inOrder(glyphs, (a, b) => a.y - b.y);
  const lines: Baseline[] = [];
  let start = 0;
  sorted.forEach((glyph, i) => {
    const next = sorted[i + 1];
    if (next !== undefined && next.y - glyph.y <= SAME_BASELINE * Math.min(next.size, glyph.size)) return;
    lines.push(baselineOf(sorted.slice(start, i + 1)));
    start = i + 1;
  });
  return lines;
}

function baselineOf(glyphs: readonly Glyph[]): Baseline {
  let largest = -Infinity;
  let smallest = Infinity;
  let y = 0;
  for (const glyph of glyphs) {
    if (glyph.size > largest) {
      largest = glyph.size;
      ({ y } = glyph);
    }
    smallest = Math.min(smallest, glyph.size);
  }
  return { y, smallest, largest, glyphs: inOrder(glyphs, byPlace) };
}

function byPlace(a: Glyph, b: Glyph): number {
  return a.x - b.x;
}

/** Which runs of small glyphs are superscripts or subscripts of the text around them. */
function seatsOf(lines: readonly Baseline[]): Seat[] {
  return lines.flatMap((from, i) => {
    const hosts = hostsOf(lines, i);
    if (hosts.length === 0) return [];
    return runsOf(from.glyphs).flatMap((run) => {
      const host = hostOf(run, hosts);
      return host === undefined ? [] : [{ run, from, host }];
    });
  });
}

/** Moves superscripts and subscripts to the line that they are set in. */
function takeSeats(seats: readonly Seat[]): void {
  for (const { run, from, host } of seats) {
    const moved = new Set(run);
    from.glyphs = from.glyphs.filter((glyph) => !moved.has(glyph));
    host.glyphs = [...host.glyphs, ...run].sort(byPlace);
  }
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

/** Pieces of a line whose glyphs touch and have about one size. */
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

/** The line of larger text that a small run is raised from; undefined where it stands on a line of its own. */
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

/** Adds the words of a line to `words`; the barriers are in order. */
function splitLine(y: number, glyphs: readonly Glyph[], barriers: readonly Edge[], words: Word[]): void {
  const first = glyphs[0];
  if (first === undefined) return;
  const height = y - 0.25 * first.size;
  const walls = barriers.filter((edge) => edge.from <= height && height <= edge.to).map((edge) => edge.at);
  const pieces: Piece[] = [];
  let crosses = false;
  let run: Glyph[] = [];
  let last: Glyph | undefined;
  let slot = 0;
  let space = false;
  let tracked: ReadonlySet<number> | undefined;
  let place = -1;
  for (const glyph of glyphs) {
    place += 1;
    if (glyph.text === " ") {
      space = true;
      continue;
    }
    const next = slotOf(glyph.x + glyph.width / 2, walls, slot);
    if (last !== undefined) {
      const gap = glyph.x - (last.x + last.width);
      let divided = (space && gap > NO_GAP * glyph.size) || gap > WORD_GAP * Math.max(glyph.size, last.size);
      if (divided && !space && next === slot && areSingle(glyphs, place)) {
        tracked ??= trackedGlyphs(glyphs);
        divided = !tracked.has(place);
      }
      if (divided || next !== slot) {
        pieces.push({ glyphs: run, crosses, outside: isOutside(slot, walls) });
        run = [];
        crosses = !divided && gap < TOUCHING * glyph.size;
      }
    }
    run.push(glyph);
    last = glyph;
    slot = next;
    space = false;
  }
  if (run.length > 0) pieces.push({ glyphs: run, crosses, outside: isOutside(slot, walls) });
  for (const piece of wholePieces(pieces)) words.push(wordOf(piece.glyphs));
}

/** Glyphs of a line between two gaps or walls. */
interface Piece {
  readonly glyphs: readonly Glyph[];
  /** Whether nothing but a wall divides it from the piece before. */
  readonly crosses: boolean;
  /** Whether it stands left or right of all walls, in no cell. */
  readonly outside: boolean;
}

function isOutside(slot: number, walls: readonly number[]): boolean {
  return slot === 0 || slot === walls.length;
}

/** Text that sticks out of its cell by no more glyphs than this is no text of the next cell: those leave room beside their walls. */
const STICKING_OUT = 2;

/**
 * Puts pieces together again whose word only sticks out of its cell: wide numbers are set over the rule on their left, words too long for the
 * last column over the table's edge.
 */
function wholePieces(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    const sticksOut = before !== undefined && (Math.min(before.glyphs.length, piece.glyphs.length) <= STICKING_OUT || before.outside !== piece.outside);
    if (before !== undefined && piece.crosses && sticksOut) {
      whole[whole.length - 1] = { glyphs: [...before.glyphs, ...piece.glyphs], crosses: before.crosses, outside: false };
    } else whole.push(piece);
  }
  return whole;
}

/** How many of the walls, from left to right, stand to the left of x; looked for from `near` on, for most glyphs stand where the last one did. */
function slotOf(x: number, walls: readonly number[], near: number): number {
  let slot = near;
  while (slot > 0 && (walls[slot - 1] ?? x) >= x) slot -= 1;
  while (slot < walls.length && (walls[slot] ?? x) < x) slot += 1;
  return slot;
}

/** The word of some glyphs, at least one. Its baseline is that of its largest glyph: the next column's lines stand a little off. */
function wordOf(glyphs: readonly Glyph[]): Word {
  let size = 0;
  let baseline = 0;
  let bold = true;
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  let confidence: number | undefined;
  for (const glyph of glyphs) {
    if (glyph.confidence !== undefined) confidence = Math.min(confidence ?? Infinity, glyph.confidence);
    if (glyph.size > size) {
      ({ size } = glyph);
      baseline = glyph.y;
    }
    bold &&= glyph.font.bold;
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
  }
  const word = { text: textOfGlyphs(glyphs), box: { x0, y0, x1, y1 }, baseline, size, bold, glyphs: glyphs.length };
  return confidence === undefined ? word : { ...word, confidence };
}
