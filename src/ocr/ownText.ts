import { overlaps } from "../geometry/box.js";
import { linesOf, textOf } from "../layout/lines.js";
import { layOut } from "../layout/pageLayout.js";
import type { Glyph, PdfPage, SeenInk } from "../pdf/page.js";

/**
 * A recognised page with the little text of its own that it has, such as a stamp. If that overlaps what was recognised, their letters would
 * run into each other: then it is left out, and reported.
 */
export function withOwnText(recognised: PdfPage, own: PdfPage): PdfPage {
  const { glyphs, recognition } = recognised;
  const ownGlyphs = own.glyphs.filter(({ visibility }) => visibility === "visible");
  const read = glyphs.filter(isInk);
  const collides = ownGlyphs.some((glyph) => isInk(glyph) && read.some((other) => overlaps(glyph, other)));
  if (!collides || recognition === undefined) return { ...recognised, glyphs: [...glyphs, ...ownGlyphs] };
  return { ...recognised, recognition: { ...recognition, ignored: [...recognition.ignored, ...linesAsInk(own)] } };
}

function isInk({ text }: Glyph): boolean {
  return text !== " ";
}

function linesAsInk(page: PdfPage): SeenInk[] {
  const { words, toShown } = layOut(page);
  return linesOf(words).map((line) => ({ text: textOf(line), box: toShown(line.box) }));
}
