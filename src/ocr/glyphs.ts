import { middleY } from "../geometry/box.js";
import { median } from "../geometry/ordered.js";
import type { Glyph, Recognition, SeenInk } from "../pdf/page.js";
import { isDoubtful, judge } from "./judge.js";
import type { Marks } from "./marks.js";
import { type Extent, extentsOf } from "./placing.js";
import type { PixelBox } from "./raster.js";
import type { ReadLine, ReadWord } from "./recogniser.js";

/** What was recognised in a picture: plain lines, and superscripts, each as a separate line. */
export interface PlacedText {
  readonly lines: readonly ReadLine[];
  readonly raised: readonly ReadLine[];
}

/** The height of a line of letters, as a share of the font size: that of common office fonts. */
const LINE_PER_SIZE = 0.95;

/** Lines whose sizes differ by less than this have the same size: the height of a line depends on its letters. */
const SAME_SIZE = 0.15;

/** How far the font reaches above and below the line, in sizes. */
const ASCENT = 0.8;
const DESCENT = 0.2;

/** The narrowest space between words, in sizes: anything nearer is one word. */
const NARROWEST_SPACE = 0.12;

/** How far below the bullet its line would be if it has no text, in x-heights. */
const BELOW_BULLET = 0.3;

/** A dash shorter than this, in x-heights, is not an em dash: an en dash measures one, an em dash two. */
const EM_DASH = 1.5;

/** The pages' fonts are not known. */
const FONT = { name: "", bold: false, italic: false };

interface SizedLine {
  readonly line: ReadLine;
  /** Points. */
  readonly size: number;
}

/**
 * The glyphs of what was recognised, in points, with what is worth reporting about it.
 *
 * @param isKnown Whether a dictionary has a word.
 */
export function textOnPage(
  { lines, raised }: PlacedText,
  { xHeight, bullets, blots, specks }: Marks,
  dotsPerInch: number,
  isKnown: (word: string) => boolean,
): Omit<Recognition, "skew"> & { readonly glyphs: Glyph[] } {
  const point = 72 / dotsPerInch;
  const judged = judge(lines, xHeight);
  const superscripts = judged.lines.length === 0 ? [] : raised;
  const sized = withSizes(judged.lines, point);
  const words = [...judged.lines, ...superscripts].flatMap((line) => line.words);
  const inkOf = ({ text, confidence, box }: ReadWord): SeenInk => ({ text, confidence: Math.round(confidence), box: scaled(box, point) });
  return {
    glyphs: [
      ...sized.flatMap((line) => lineGlyphs(line, xHeight, point)),
      ...superscripts.flatMap((line) => lineGlyphs({ line, size: line.height * point }, xHeight, point)),
      ...(judged.lines.length === 0 ? [] : bullets.map((bullet) => bulletGlyph(bullet, sized, xHeight, point))),
    ],
    words: words.length,
    confidence: words.length === 0 ? 0 : Math.round(words.reduce((sum, word) => sum + word.confidence, 0) / words.length),
    doubtful: words.filter((word) => isDoubtful(word, isKnown)).map(inkOf),
    ignored: [...blots.map((box) => ({ box: scaled(box, point) })), ...judged.ignored.map(inkOf)],
    specks: specks.length,
  };
}

/** The lines with the sizes of their fonts: near the middle of all, that. */
function withSizes(lines: readonly ReadLine[], point: number): SizedLine[] {
  const sizeOf = (line: ReadLine): number => (line.height * point) / LINE_PER_SIZE;
  const middle = median(lines.map(sizeOf)) ?? 0;
  return lines.map((line) => {
    const size = sizeOf(line);
    return { line, size: Math.abs(size - middle) <= SAME_SIZE * middle ? middle : size };
  });
}

/** Glyphs as wide as each other over each word, with a space before each word but the first. */
function lineGlyphs({ line, size }: SizedLine, xHeight: number, point: number): Glyph[] {
  const { baseline } = line;
  const gap = (NARROWEST_SPACE * size) / point;
  const extents = extentsOf(line.words, gap);
  return line.words.flatMap((word, i) => {
    const { from, to } = extents[i] ?? { from: word.box.x0, to: word.box.x1 };
    // Right before its word: a superscript may be between it and the word before.
    const space = i === 0 ? [] : [glyphOf({ text: " ", from: from - gap, to: from, baseline, size }, point)];
    const characters = [...dashed(word, xHeight)];
    const step = (to - from) / characters.length;
    const { confidence } = word;
    const glyphs = characters.map((text, k) =>
      glyphOf({ text, from: from + k * step, to: from + (k + 1) * step, baseline, size, confidence }, point),
    );
    return [...space, ...glyphs];
  });
}

/** The text of a word; a lone dash is known by its length. */
function dashed({ text, box }: ReadWord, xHeight: number): string {
  return text === "—" && box.x1 - box.x0 < EM_DASH * xHeight ? "–" : text;
}

/** A bullet is on the line that starts after it. */
function bulletGlyph(bullet: PixelBox, lines: readonly SizedLine[], xHeight: number, point: number): Glyph {
  const middle = middleY(bullet);
  let own: SizedLine | undefined;
  let start = Infinity;
  for (const candidate of lines) {
    const { line, size } = candidate;
    const x = line.words[0]?.box.x0 ?? 0;
    if (middle >= line.baseline || middle <= line.baseline - size / point || x < bullet.x1 || x >= start) continue;
    own = candidate;
    start = x;
  }
  const baseline = own?.line.baseline ?? bullet.y1 + BELOW_BULLET * xHeight;
  return glyphOf({ text: "•", from: bullet.x0, to: bullet.x1, baseline, size: own?.size ?? 2 * xHeight * point }, point);
}

/** A character and its place along its line, in pixels. */
interface PlacedCharacter extends Extent {
  readonly text: string;
  /** The y of the line. */
  readonly baseline: number;
  /** Points. */
  readonly size: number;
  /** That of its word, from 0 to 100. */
  readonly confidence?: number;
}

function glyphOf({ text, from, to, baseline, size, confidence }: PlacedCharacter, point: number): Glyph {
  const [x0, x1, y] = [from * point, to * point, baseline * point];
  return {
    text,
    x: x0,
    y,
    width: x1 - x0,
    size,
    angle: 0,
    font: FONT,
    visibility: "visible",
    x0,
    y0: y - ASCENT * size,
    x1,
    y1: y + DESCENT * size,
    ...(confidence === undefined ? {} : { confidence }),
  };
}

function scaled({ x0, y0, x1, y1 }: PixelBox, point: number): PixelBox {
  return { x0: x0 * point, y0: y0 * point, x1: x1 * point, y1: y1 * point };
}
