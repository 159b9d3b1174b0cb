import type { Box } from "../geometry/box.js";
import { mapBox, turnAbout } from "../geometry/matrix.js";
import type { Glyph, PdfPage, Recognition, Ruling, SeenInk, Shape } from "../pdf/page.js";

/** A number of clockwise quarter turns. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/**
 * A page turned so that most of its text reads from left to right. Word processors print landscape tables sideways on portrait
 * paper; everything after this stage sees them upright. `toShown` leads back to the page as shown.
 */
export interface UprightPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly shapes: readonly Shape[];
  readonly doubled: number;
  readonly pictureArea: number;
  readonly toShown: (box: Box) => Box;
  readonly recognition?: Recognition;
}

/** Turns the page by the direction in which most of its glyphs run. */
export function uprightPage(page: PdfPage): UprightPage {
  const turns = readingTurns(page.glyphs);
  const { width, height, number, doubled, pictureArea } = page;
  const straight = askew(page);
  if (turns === 0) return { ...page, toShown: straight };
  const undo = opposite(turns);
  const sideways = turns % 2 === 1;
  const turnedWidth = sideways ? height : width;
  const turnedHeight = sideways ? width : height;
  return {
    number,
    doubled,
    pictureArea,
    width: turnedWidth,
    height: turnedHeight,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, undo, width, height)),
    rulings: page.rulings.map((ruling) => turnRuling(ruling, undo, width, height)),
    shapes: page.shapes.map((shape) => ({ ...shape, box: turnBox(shape.box, undo, width, height) })),
    toShown: (box) => straight(turnBox(box, turns, turnedWidth, turnedHeight)),
    ...(page.recognition === undefined ? {} : { recognition: turnRecognition(page.recognition, undo, width, height) }),
  };
}

/** The turn that undoes another. */
export function opposite(turns: QuarterTurns): QuarterTurns {
  return ((4 - turns) % 4) as QuarterTurns;
}

/** From a page that was turned straight about its middle back to the page as shown. */
function askew({ width, height, recognition }: PdfPage): (box: Box) => Box {
  if (recognition === undefined || recognition.skew === 0) return (box) => box;
  const matrix = turnAbout(recognition.skew, width / 2, height / 2);
  return (box) => mapBox(matrix, box);
}

/** The quarter turns of the direction of most visible glyphs; slanted text is ignored. */
function readingTurns(glyphs: readonly Glyph[]): QuarterTurns {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const turns = quarterTurns(glyph.angle);
    if (turns !== undefined && glyph.visibility === "visible") counts[turns] += 1;
  }
  let best: QuarterTurns = 0;
  for (const turns of [1, 2, 3] as const) if (counts[turns] > counts[best]) best = turns;
  return best;
}

/** An angle in degrees as quarter turns; undefined if it is more than 2 degrees off. */
export function quarterTurns(angle: number): QuarterTurns | undefined {
  const turns = Math.round(angle / 90);
  return Math.abs(angle - turns * 90) <= 2 ? ((((turns % 4) + 4) % 4) as QuarterTurns) : undefined;
}

/** A box after the page of the given size was turned clockwise about its corner and moved back into the positive quadrant. */
export function turnBox(box: Box, turns: QuarterTurns, width: number, height: number): Box {
  switch (turns) {
    case 0:
      return box;
    case 1:
      return { x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1 };
    case 2:
      return { x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0 };
    case 3:
      return { x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0 };
  }
}

/** A glyph on a page of the given size turned clockwise. */
export function turnGlyph(glyph: Glyph, turns: QuarterTurns, width: number, height: number): Glyph {
  const origin = turnBox({ x0: glyph.x, y0: glyph.y, x1: glyph.x, y1: glyph.y }, turns, width, height);
  const angle = (glyph.angle + turns * 90) % 360;
  return { ...glyph, x: origin.x0, y: origin.y0, angle, ...turnBox(glyph, turns, width, height) };
}

/** A ruling on a page of the given size turned clockwise. */
export function turnRuling(ruling: Ruling, turns: QuarterTurns, width: number, height: number): Ruling {
  const across = ruling.axis === "horizontal" ? "vertical" : "horizontal";
  return { ...ruling, axis: turns % 2 === 1 ? across : ruling.axis, box: turnBox(ruling.box, turns, width, height) };
}

/** The recognition data of a page of the given size, with its places turned clockwise. */
export function turnRecognition(recognition: Recognition, turns: QuarterTurns, width: number, height: number): Recognition {
  const turned = (seen: readonly SeenInk[]): SeenInk[] => seen.map((ink) => ({ ...ink, box: turnBox(ink.box, turns, width, height) }));
  return { ...recognition, doubtful: turned(recognition.doubtful), ignored: turned(recognition.ignored) };
}
