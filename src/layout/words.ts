import type { Glyph } from "../pdf/page.js";
import { baselinesOf } from "./baselines.js";
import type { Edge } from "./edges.js";
import { textOfGlyphs } from "./glyphText.js";
import { ListSigns } from "./listSigns.js";
import { layersOf } from "./overprint.js";
import { splitLine } from "./splitLine.js";
import { withScriptsInLine } from "./superscripts.js";
import { type QuarterTurns, type UprightPage, opposite, quarterTurns, turnBox, turnGlyph } from "./upright.js";
import type { Word } from "./word.js";

/**
 * The words of the page's visible text. A vertical ruling line always separates words, however close the glyphs are. Slanted text (a
 * watermark) makes no words.
 */
export function wordsOf(page: UprightPage, edges: readonly Edge[]): Word[] {
  const byTurns: Readonly<Record<QuarterTurns, Glyph[]>> = { 0: [], 1: [], 2: [], 3: [] };
  for (const glyph of page.glyphs) {
    const turns = glyph.visibility === "visible" ? quarterTurns(glyph.angle) : undefined;
    if (turns !== undefined) byTurns[turns].push(glyph);
  }
  const barriers = edges.filter((edge) => edge.axis === "vertical").sort((a, b) => a.at - b.at);
  const turned = ([1, 2, 3] as const).flatMap((turns) => turnedWords(byTurns[turns], turns, page));
  return [...wordsAlong(byTurns[0], barriers), ...turned];
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
  const lines = withScriptsInLine(baselinesOf(glyphs));
  const signs = new ListSigns(lines.map((line) => line.glyphs));
  return lines.flatMap(({ y, glyphs: line }) =>
    layersOf(line, glyphs).flatMap((layer) => splitLine(y, layer, barriers, signs).map(wordOf)),
  );
}

/** The word of some glyphs, at least one. Its baseline is that of its largest glyph: the lines of the next column are a little off. */
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
