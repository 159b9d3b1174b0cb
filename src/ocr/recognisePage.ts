import { unionOf } from "../geometry/box.js";
import type { PdfPage } from "../pdf/page.js";
import type { PagePicture } from "../pdf/pictures/pictures.js";
import type { Dictionary } from "../text/words/wordKnowledge.js";
import { cutOut, onlyInk, withoutRules } from "./clean.js";
import { type Component, componentsOf } from "./components.js";
import { type PlacedText, textOnPage } from "./glyphs.js";
import { gridOf, rulingOf } from "./grid.js";
import { inkOf } from "./ink.js";
import { type Marks, marksOf } from "./marks.js";
import { straightPicture } from "./picture.js";
import type { Grey, Ink, PixelBox } from "./raster.js";
import type { ReadLine, Recogniser } from "./recogniser.js";
import { cellOf, regionsOf } from "./regions.js";
import { rulesOf } from "./rules.js";
import { superscriptsIn } from "./superscripts.js";

/** White space around what is recognised, in pixels: letters at the very edge of a picture are read badly. */
const MARGIN = 20;

/**
 * Recognises the text of a page in its picture: straightens it, finds and blanks its rules, removes dust and blots, separates bullets and
 * superscripts, and recognises each cell or block of text by itself.
 */
export async function recognisePage(
  number: number,
  picture: PagePicture,
  recogniser: Recogniser,
  dictionary: Dictionary,
): Promise<PdfPage> {
  const { width, height } = picture;
  const { grey, dotsPerInch, skew } = straightPicture(picture);
  const ink = inkOf(grey, dotsPerInch);
  const { dividing, cells } = gridOf(rulesOf(ink, dotsPerInch), grey.width, grey.height, dotsPerInch);
  const rest = withoutRules(ink, dividing);
  const isSameCell = (a: PixelBox, b: PixelBox): boolean => cellOf(a, cells) === cellOf(b, cells);
  const marks = marksOf(componentsOf(rest), dotsPerInch, isSameCell);
  const text = await readMarks(marks, grey, rest, cells, recogniser);
  const { glyphs, ...recognition } = textOnPage(text, marks, dotsPerInch, dictionary);
  const rulings = dividing.map((rule) => rulingOf(rule, dotsPerInch));
  return {
    number,
    width,
    height,
    glyphs,
    doubled: 0,
    rulings,
    shapes: [],
    pictureArea: width * height,
    damage: undefined,
    recognition: { ...recognition, skew },
  };
}

/** Reads the text of a picture, cell by cell, and its superscripts one by one. */
async function readMarks(
  { text, xHeight }: Marks,
  grey: Grey,
  ink: Ink,
  cells: readonly PixelBox[],
  recogniser: Recogniser,
): Promise<PlacedText> {
  const superscripts = superscriptsIn(text, xHeight);
  const raised = new Set(superscripts.flat());
  const plain = text.filter((mark) => !raised.has(mark));
  const clean = onlyInk(grey, plain, ink);
  const lines: ReadLine[] = [];
  for (const { box } of regionsOf(plain, cells, xHeight)) lines.push(...(await readPart(clean, box, recogniser)));
  const raisedLines: ReadLine[] = [];
  for (const group of superscripts) raisedLines.push(...(await readGroup(group, grey, ink, recogniser)));
  return { lines, raised: raisedLines };
}

async function readGroup(group: readonly Component[], grey: Grey, ink: Ink, recogniser: Recogniser): Promise<ReadLine[]> {
  const box = unionOf(group);
  return box === undefined ? [] : readPart(onlyInk(grey, group, ink), box, recogniser);
}

/** The lines in a part of a picture, at their places in all of it. */
async function readPart(picture: Grey, box: PixelBox, recogniser: Recogniser): Promise<ReadLine[]> {
  const [left, top] = [box.x0 - MARGIN, box.y0 - MARGIN];
  const lines = await recogniser.read(cutOut(picture, box, MARGIN));
  return lines.map(({ words, baseline, height }) => ({
    words: words.map((word) => ({
      ...word,
      box: { x0: word.box.x0 + left, y0: word.box.y0 + top, x1: word.box.x1 + left, y1: word.box.y1 + top },
    })),
    baseline: baseline + top,
    height,
  }));
}
