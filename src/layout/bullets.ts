import { type Box, middleY, overlaps } from "../geometry/box.js";
import { Ordered, extentOf } from "../geometry/ordered.js";
import type { Glyph, Shape } from "../pdf/page.js";
import type { Edge } from "./edges.js";
import { LETTER_MIDDLE, type Word } from "./word.js";

/** Drawn bullets are between these sizes, in font sizes of the text after them. */
const SMALLEST = 0.15;
const LARGEST = 0.8;

/** A bullet is about as wide as high. */
const OBLONG = 1.6;

/** The farthest that text may start after its bullet, in font sizes: browsers indent by 40 px at 16 px. */
const REACH = 4;

/** Bullets of one list are at the same x, within this many points. */
const SAME_PLACE = 1;

/** The largest distance between the dots of a line, in dots: bullets are a line of text apart. */
const DOTS_APART = 3;

/**
 * Words for the bullets that are drawn as small shapes instead of written (browsers draw the discs, circles and squares of their lists). A
 * small shape is a bullet if text follows it at its height and none is right before it. Justified text may start far after its bullet, if
 * that is in a cell between rules, or below or above another bullet that is near its text. At the end of a page, engines may leave a bullet
 * whose text is on the next; or cut a line in half, and draw its bullet on both.
 *
 * @param clipped Glyphs that are on another page.
 */
export function drawnBullets(
  shapes: readonly Shape[],
  words: readonly Word[],
  edges: readonly Edge[],
  clipped: readonly Glyph[] = [],
): Word[] {
  const largest = words.reduce((size, word) => Math.max(size, word.size), 0);
  const small = shapes.filter(({ box, visible }) => visible && mayBeBullet(box, largest));
  if (small.length === 0) return [];
  const page: Surroundings = {
    verticals: edges.filter((edge) => edge.axis === "vertical"),
    horizontals: edges.filter((edge) => edge.axis === "horizontal"),
    shapes: new Ordered(shapes, ({ box }) => box.y0),
    words: new Ordered(words, (word) => word.baseline),
    clipped: new Ordered(clipped, ({ y }) => y),
    largest,
  };
  const found = small.flatMap(({ box }) => foundBefore(box, page) ?? []);
  const near = found.filter((shape) => shape.near);
  const bullets: Word[] = [];
  for (const { box, text, near: isNear } of found) {
    if (!isNear && !near.some((other) => isAlike(other.box, box))) continue;
    if (bullets.some((bullet) => overlaps(bullet.box, box))) continue;
    bullets.push({ text: "•", box, baseline: text.baseline, size: text.size, bold: false, glyphs: 0 });
  }
  return [...bullets, ...small.flatMap(({ box }) => bulletWithoutText(box, bullets, page) ?? [])];
}

/** Whether a shape is small and round enough for a bullet of the largest text. */
function mayBeBullet({ x0, y0, x1, y1 }: Box, largest: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return height <= LARGEST * largest && Math.max(width, height) <= OBLONG * Math.min(width, height);
}

/** What a page has around its shapes. */
interface Surroundings {
  readonly verticals: readonly Edge[];
  readonly horizontals: readonly Edge[];
  readonly shapes: Ordered<Shape>;
  readonly words: Ordered<Word>;
  readonly clipped: Ordered<Glyph>;
  /** The size of the largest text. */
  readonly largest: number;
}

/** A shape followed by text. */
interface Found {
  readonly box: Box;
  /** The first word after it. */
  readonly text: Word;
  readonly near: boolean;
}

/** A shape with the text that it is a bullet of; undefined if it is a part of lines, or if no text follows it. */
function foundBefore(shape: Box, page: Surroundings): Found | undefined {
  const walls = wallsBeside(shape, page).map((wall) => wall.at);
  if (isOfLines(shape, walls, page)) return undefined;
  // If a cell has little room before its text, its bullets extend over its rule; they still belong to it.
  const box = { ...shape, x0: extentOf([shape.x0, ...walls.filter((at) => at < shape.x1)]).to };
  const middle = middleY(shape);
  const text = textBehind(box, page.words.between(middle, middle + page.largest), walls);
  const height = shape.y1 - shape.y0;
  if (text === undefined || height < SMALLEST * text.size || height > LARGEST * text.size) return undefined;
  if (isOfClipped(box, walls, page, Math.abs(heightIn(text) - middle))) return undefined;
  const inCell = walls.some((at) => at <= box.x0) && walls.some((at) => at >= text.box.x1);
  return { box, text, near: inCell || text.box.x0 - box.x1 <= REACH * text.size };
}

/**
 * A shape like one of the bullets, at the same x, below all text of its cell. One at the start of a page has its text on the page before.
 */
function bulletWithoutText(shape: Box, bullets: readonly Word[], page: Surroundings): Word | undefined {
  const other = bullets.find((bullet) => isAlike(bullet.box, shape));
  if (other === undefined || bullets.some((bullet) => overlaps(bullet.box, shape))) return undefined;
  const walls = wallsBeside(shape, page);
  const at = walls.map((wall) => wall.at);
  const left = extentOf(at.filter((x) => x <= shape.x0)).to;
  const right = extentOf(at.filter((x) => x >= shape.x1)).from;
  if (!Number.isFinite(right - left) || isOfLines(shape, at, page) || isOfClipped(shape, at, page, Infinity)) return undefined;
  const isInCell = ({ box }: Word): boolean => box.x1 > left && box.x0 < right;
  const end = extentOf(walls.map((wall) => wall.to)).from;
  if (page.words.between(middleY(shape), end).some(isInCell)) return undefined;
  return { ...other, box: shape, baseline: other.baseline + shape.y0 - other.box.y0 };
}

/** The vertical lines at the height of a shape. If the end of the page cuts it, its middle may be beyond their ends. */
function wallsBeside(shape: Box, { verticals }: Surroundings): Edge[] {
  return verticals.filter((edge) => edge.from <= shape.y1 && shape.y0 <= edge.to);
}

/** Whether the text behind a shape in its cell is clipped, with no other text nearer than `distance` to its height. */
function isOfClipped(shape: Box, walls: readonly number[], { clipped, largest }: Surroundings, distance: number): boolean {
  const middle = middleY(shape);
  const end = extentOf(walls.filter((at) => at >= shape.x1)).from;
  return clipped.between(middle, middle + largest).some(({ x, y, size }) => {
    const isBehind = x >= shape.x1 && x - shape.x1 <= REACH * size && x < end;
    return isBehind && middle > y - size && Math.abs(heightIn({ baseline: y, size }) - middle) < distance;
  });
}

/** The height of the middle of a line's small letters. */
function heightIn({ baseline, size }: Pick<Word, "baseline" | "size">): number {
  return baseline - LETTER_MIDDLE * size;
}

/** Whether a shape is the corner of two lines, which some engines (Qt) draw separately, or a dot of a dotted line. */
function isOfLines(shape: Box, walls: readonly number[], { horizontals, shapes }: Surroundings): boolean {
  const isOnWall = walls.some((at) => shape.x0 < at && at < shape.x1);
  const isOnFloor = horizontals.some(
    ({ at, from, to }) => shape.y0 < at && at < shape.y1 && from - SAME_PLACE < shape.x1 && shape.x0 < to + SAME_PLACE,
  );
  if (isOnWall && isOnFloor) return true;
  // The edge of two dotted lines side by side is between their dots.
  const isAtWall = walls.some((at) => shape.x0 - SAME_PLACE < at && at < shape.x1 + SAME_PLACE);
  if (!isAtWall && !isOnFloor) return false;
  const reach = DOTS_APART * (shape.y1 - shape.y0);
  return shapes.between(shape.y0 - reach, shape.y0 + reach).some(({ box }) => isNextDot(box, shape));
}

/** Whether two shapes are neighbours in a dotted line: of the same size, and close above or beside each other. */
function isNextDot(a: Box, b: Box): boolean {
  const across = Math.abs(a.x0 - b.x0) + Math.abs(a.x1 - b.x1);
  const down = Math.abs(a.y0 - b.y0) + Math.abs(a.y1 - b.y1);
  if (across <= SAME_PLACE) return a.y0 >= b.y1 || a.y1 <= b.y0;
  return down <= SAME_PLACE && across <= 2 * DOTS_APART * (b.x1 - b.x0) && (a.x0 >= b.x1 || a.x1 <= b.x0);
}

function isAlike(a: Box, b: Box): boolean {
  return Math.abs(a.x0 - b.x0) <= SAME_PLACE && Math.abs(a.x1 - b.x1) <= SAME_PLACE && Math.abs(a.y1 - a.y0 - (b.y1 - b.y0)) <= SAME_PLACE;
}

/** The first word after a shape on its line and in its cell; undefined if there is none, or if the shape is among words of its cell. */
function textBehind(box: Box, words: readonly Word[], walls: readonly number[]): Word | undefined {
  const middle = middleY(box);
  const isApart = (left: number, right: number): boolean => walls.some((at) => at >= left && at <= right);
  let nearest: Word | undefined;
  for (const word of words) {
    if (middle <= word.baseline - word.size || middle >= word.baseline) continue;
    const before = box.x0 - word.box.x1;
    if (before > -0.5 * word.size && before < 0.5 * word.size && word.box.x0 < box.x0 && !isApart(word.box.x1, box.x1)) return undefined;
    if (word.box.x0 < box.x1) continue;
    if (nearest === undefined || word.box.x0 < nearest.box.x0) nearest = word;
  }
  return nearest === undefined || isApart(box.x1, nearest.box.x0) ? undefined : nearest;
}
