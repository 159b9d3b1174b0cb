import { type Box, unionOf } from "../geometry/box.js";
import type { Glyph, PdfPage, Recognition } from "../pdf/page.js";
import { drawnBullets } from "./bullets.js";
import { withCutLines } from "./cutLines.js";
import { type Edge, edgesOf } from "./edges.js";
import { groundSides } from "./grounds.js";
import { type Unread, shownInsteadOfText } from "./unread.js";
import { type UprightPage, uprightPage } from "./upright.js";
import { type PrintedLine, straightLines, watermarkOf } from "./watermark.js";
import type { Word } from "./word.js";
import { wordsOf } from "./words.js";

/** Text that a reader does not see: counted and reported, but never read. */
export interface HiddenText {
  readonly text: string;
  readonly count: number;
  readonly box: Box;
  /** The words of those glyphs of it that are clipped. */
  readonly clipped: readonly Word[];
}

/** A page whose glyphs have become words, and its rulings edges. Points, on the upright page. */
export interface PageLayout {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly edges: readonly Edge[];
  /** Where coloured grounds begin and end from top to bottom. */
  readonly grounds: readonly Edge[];
  readonly counts: GlyphCounts;
  readonly hidden: HiddenText | undefined;
  /** Where the unslanted lines of its watermark are. */
  readonly watermarks: readonly PrintedLine[];
  /** What it shows instead of text; undefined if it has text. */
  readonly insteadOfText: Unread | "nothing" | undefined;
  /** From the upright page back to the page as shown. */
  readonly toShown: (box: Box) => Box;
  /** Only where the page's text was recognised in its picture. */
  readonly recognition?: Recognition;
}

/** How many glyphs a page draws, ignoring white space, and how many of them are in no word. */
export interface GlyphCounts {
  readonly glyphs: number;
  readonly doubled: number;
  readonly hidden: number;
  readonly watermark: number;
  /** Visible glyphs whose font maps them to no character. */
  readonly unmapped: number;
}

/** Lays out one page. */
export function layOut(page: PdfPage): PageLayout {
  const turned = uprightPage(page);
  const upright = { ...turned, glyphs: withCutLines(turned.glyphs) };
  const edges = edgesOf(upright.rulings, upright.shapes);
  const watermark = watermarkOf(upright);
  const written = wordsOf(
    watermark.size === 0 ? upright : { ...upright, glyphs: upright.glyphs.filter((glyph) => !watermark.has(glyph)) },
    edges,
  );
  const clipped = upright.glyphs.filter(({ visibility }) => visibility === "clipped");
  return {
    number: upright.number,
    width: upright.width,
    height: upright.height,
    words: [...written, ...drawnBullets(upright.shapes, written, edges, clipped)],
    edges,
    grounds: groundSides(upright.shapes),
    ...accountOf(upright, watermark, wordsOf({ ...upright, glyphs: clipped.map(asVisible) }, edges)),
    watermarks: straightLines(watermark),
    insteadOfText: shownInsteadOfText(upright, written),
    toShown: upright.toShown,
    ...(upright.recognition === undefined ? {} : { recognition: upright.recognition }),
  };
}

function asVisible(glyph: Glyph): Glyph {
  return { ...glyph, visibility: "visible" };
}

/** Counts a page's glyphs, and reports those that are invisible. */
function accountOf(
  { glyphs, doubled }: UprightPage,
  watermark: ReadonlySet<Glyph>,
  clipped: readonly Word[],
): Pick<PageLayout, "counts" | "hidden"> {
  const hidden: Glyph[] = [];
  let inked = 0;
  let unmapped = 0;
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    inked += 1;
    if (glyph.visibility !== "visible") {
      hidden.push(glyph);
      continue;
    }
    if (glyph.guessed === true || glyph.text.includes("\uFFFD")) unmapped += 1;
  }
  return {
    counts: { glyphs: inked + doubled, doubled, hidden: hidden.length, watermark: watermark.size, unmapped },
    hidden: hiddenText(hidden, clipped),
  };
}

/** Enough of the hidden text to recognise it by. */
const QUOTE_LENGTH = 60;

function hiddenText(hidden: readonly Glyph[], clipped: readonly Word[]): HiddenText | undefined {
  const box = unionOf(hidden);
  if (box === undefined) return undefined;
  const text = hidden.map((glyph) => glyph.text).join("");
  const quote = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text;
  return { text: quote, count: hidden.length, box, clipped };
}
