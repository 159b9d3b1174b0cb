import { type Ink, type PixelBox, transposed } from "./raster.js";

/** A straight line of ink that is not part of a letter. */
export interface InkedRule {
  readonly axis: "horizontal" | "vertical";
  readonly box: PixelBox;
  /** Its stretches of ink along the axis: line across, first pixel, pixel after the last, three numbers each. */
  readonly runs: readonly number[];
}

/** The shortest stretch that may be part of a rule, in points: longer than any stroke of a letter of text. */
const SHORTEST = 18;

/** The longest break in a stretch that is closed, in points: faint rules come out of a scanner with holes. */
const BREAK = 0.75;

/** The thickest rule, in points. */
const THICKEST = 4;

/** How many times longer than thick a rule is. */
const SLENDER = 6;

/** The rules of a picture: stretches of ink, merged where they touch and shift by a pixel now and then. */
export function rulesOf(ink: Ink, dotsPerInch: number): InkedRule[] {
  return [...rulesAlong(ink, "horizontal", dotsPerInch), ...rulesAlong(transposed(ink), "vertical", dotsPerInch)];
}

interface Growing {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  inked: number;
  readonly runs: number[];
  /** The stretches of the last line. */
  last: { readonly from: number; readonly to: number }[];
  next: { readonly from: number; readonly to: number }[];
}

/** @param ink The picture, turned so that the rules run along its rows. */
function rulesAlong(ink: Ink, axis: InkedRule["axis"], dotsPerInch: number): InkedRule[] {
  const point = dotsPerInch / 72;
  const rules: InkedRule[] = [];
  let growing: Growing[] = [];
  for (let y = 0; y < ink.height; y++) {
    for (const { from, to, inked } of stretchesOf(ink, y, SHORTEST * point, BREAK * point)) {
      const touching = growing.filter((rule) => rule.last.some((run) => run.from <= to && run.to >= from));
      const rule = touching[0] ?? { x0: from, x1: to, y0: y, y1: y, inked: 0, runs: [], last: [], next: [] };
      if (touching.length === 0) growing.push(rule);
      for (const other of touching.slice(1)) {
        merge(rule, other);
        growing = growing.filter((kept) => kept !== other);
      }
      rule.x0 = Math.min(rule.x0, from);
      rule.x1 = Math.max(rule.x1, to);
      rule.inked += inked;
      rule.runs.push(y, from, to);
      rule.next.push({ from, to });
      rule.y1 = y + 1;
    }
    for (const rule of growing) if (rule.y1 <= y && isRule(rule, point)) rules.push(ruleOf(rule, axis));
    growing = growing.filter((rule) => rule.y1 > y);
    for (const rule of growing) {
      rule.last = rule.next;
      rule.next = [];
    }
  }
  return [...rules, ...growing.filter((rule) => isRule(rule, point)).map((rule) => ruleOf(rule, axis))];
}

function merge(into: Growing, other: Growing): void {
  into.x0 = Math.min(into.x0, other.x0);
  into.x1 = Math.max(into.x1, other.x1);
  into.y0 = Math.min(into.y0, other.y0);
  into.inked += other.inked;
  into.runs.push(...other.runs);
  into.last.push(...other.last);
  into.next.push(...other.next);
}

/** The thickness is an average: a scan may be a little askew. */
function isRule({ x0, x1, inked }: Growing, point: number): boolean {
  const length = x1 - x0;
  const thickness = inked / length;
  return thickness <= THICKEST * point && length >= SLENDER * thickness;
}

function ruleOf({ x0, x1, y0, y1, runs }: Growing, axis: InkedRule["axis"]): InkedRule {
  const box = axis === "horizontal" ? { x0, y0, x1, y1 } : { x0: y0, y0: x0, x1: y1, y1: x1 };
  return { axis, box, runs };
}

function* stretchesOf(
  { width, data }: Ink,
  y: number,
  shortest: number,
  bridged: number,
): Generator<{ from: number; to: number; inked: number }> {
  let from = -1;
  let to = -1;
  let inked = 0;
  for (let x = 0; x < width; x++) {
    if (data[y * width + x] !== 1) continue;
    if (from !== -1 && x - to > bridged) {
      if (to - from >= shortest) yield { from, to, inked };
      from = -1;
    }
    if (from === -1) {
      from = x;
      inked = 0;
    }
    to = x + 1;
    inked += 1;
  }
  if (from !== -1 && to - from >= shortest) yield { from, to, inked };
}
