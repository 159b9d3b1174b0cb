import { type Box, grown, middleX, middleY, overlaps } from "../../geometry/box.js";
import { type Matrix, mapBox, scaleOf } from "../../geometry/matrix.js";
import type { Ruling, Shape } from "../page.js";
import { OPS } from "../pdfjs/pdfjs.js";
import { Backgrounds } from "./backgrounds.js";
import type { Device } from "./device.js";
import { type GraphicsState, clipped, isShown } from "./graphicsState.js";
import type { OptionalContent } from "./optionalContent.js";
import { CLOSING, EVEN_ODD, FILLS, STROKES } from "./paints.js";
import { LARGEST_CIRCLE, type Subpath, boxOf, isPoint, isSmallSquare, ringSides, strokesOf, thinRuling } from "./paths.js";
import { PictureMeter, UNIT_SQUARE } from "./pictureMeter.js";
import type { DrawnText, TextCursor, VisibilityAt } from "./textCursor.js";

/** Coordinate systems larger than the page's by no more than this factor have its size, except for rounding. */
const SAME_SCALE = 1.01;

/**
 * Paints a page: collects its glyphs and the rulings and shapes that its paths make, measures its pictures, and knows what is under
 * whatever is painted next. Boxes are on the page as shown.
 */
export class Painter implements Device {
  readonly drawnText: DrawnText = { glyphs: [], uncertain: new Set() };
  readonly rulings: Ruling[] = [];
  readonly shapes: Shape[] = [];
  readonly #pictures = new PictureMeter();
  readonly #backgrounds = new Backgrounds();
  #hasTextInPattern = false;
  #lacksFont = false;
  /** How many soft mask groups are open: what they draw is a mask, not ink. */
  #masks = 0;

  /** @param toShown From default user space to the page as shown. */
  constructor(
    readonly toShown: Matrix,
    readonly layers: OptionalContent,
  ) {}

  /** The area that pictures cover so far, in square points. */
  get pictureArea(): number {
    return this.#pictures.area;
  }

  /** Whether an area is filled with a pattern that has text in it, so far. */
  get hasTextInPattern(): boolean {
    return this.#hasTextInPattern;
  }

  /** Whether a text is shown in a font that could not be read, so far. */
  get lacksFont(): boolean {
    return this.#lacksFont;
  }

  beginMask(): void {
    this.#masks += 1;
  }

  endMask(): void {
    this.#masks = Math.max(0, this.#masks - 1);
  }

  beginCoordinates(): void {
    this.#pictures.begin();
  }

  /** If nothing was drawn in the coordinates, a picture was; see `PictureMeter`. */
  endCoordinates(state: GraphicsState): void {
    const box = this.#pictures.end(state, this.#isInk());
    if (box === undefined) return;
    this.#cover(box, undefined, state.fillAlpha);
    if (this.#mayBeBullet(box)) this.shapes.push({ box, colour: undefined, filled: true, visible: true });
  }

  path(operator: number, subpaths: readonly Subpath[], state: GraphicsState): void {
    this.#pictures.draw();
    if (this.#isMasking()) return;
    if (FILLS.has(operator)) this.#fill(subpaths, EVEN_ODD.has(operator), state);
    if (STROKES.has(operator)) this.#stroke(CLOSING.has(operator) ? subpaths.map(close) : subpaths, state);
  }

  shading({ clip, fillAlpha }: GraphicsState): void {
    this.#pictures.draw();
    this.#cover(clip, undefined, fillAlpha);
  }

  image(operator: number, _: readonly unknown[], state: GraphicsState): void {
    switch (operator) {
      case OPS.paintSolidColorImageMask:
        return this.#dot(state.fillColour, state);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return this.#dot(undefined, state);
      case OPS.paintImageMaskXObject:
        return this.#pictures.draw();
    }
  }

  text(entries: unknown, state: GraphicsState, cursor: TextCursor): void {
    this.#pictures.draw();
    if (state.font?.isUnreadable === true) this.#lacksFont = true;
    if (Array.isArray(entries) && !this.#isMasking()) cursor.show(entries, state, this.#visibilityOf(state), this.drawnText);
  }

  /** An image of one dot, the only kind that pdf.js does not drop: a colour stretched to an area, not a picture. */
  #dot(colour: string | undefined, { ctm, clip, fillAlpha }: GraphicsState): void {
    this.#pictures.draw();
    const box = clipped(mapBox(ctm, UNIT_SQUARE), clip);
    if (box !== undefined) this.#cover(box, colour, fillAlpha);
  }

  /** Where text of a state can be seen. */
  #visibilityOf({ renderMode, fillAlpha, strokeAlpha, fillColour, strokeColour, clip }: GraphicsState): VisibilityAt {
    if (this.layers.isHidden) return () => "layer-off";
    const strokes = renderMode === 1 || renderMode === 5;
    const alpha = strokes ? strokeAlpha : fillAlpha;
    if (renderMode === 3 || renderMode === 7 || alpha === 0) return () => "unpainted";
    const blends = this.#backgrounds.blending(strokes ? strokeColour : fillColour);
    return (box) => {
      if (!isShown(box, clip)) return "clipped";
      return blends(middleX(box), middleY(box)) ? "same-colour" : "visible";
    };
  }

  #fill(subpaths: readonly Subpath[], evenOdd: boolean, state: GraphicsState): void {
    const areas = subpaths.filter((subpath) => subpath.points.length > 2);
    const sides = ringSides(areas, evenOdd)?.map((box) => ({ box, curved: false }));
    for (const { box, curved } of sides ?? areas.map((area) => ({ box: boxOf(area), curved: area.curved }))) {
      const shown = curved || thinRuling(box) === undefined ? shownOutline(box, state.clip) : clipped(box, state.clip);
      if (shown === undefined) continue;
      const ruling = curved ? undefined : thinRuling(shown);
      if (ruling === undefined) this.#shape(shown, true, state);
      else this.#ruling(ruling, state.clip, state.fillColour, state.fillAlpha);
    }
  }

  #stroke(subpaths: readonly Subpath[], state: GraphicsState): void {
    const width = Math.max(state.lineWidth * scaleOf(state.ctm), 0);
    for (const subpath of subpaths) {
      const outline = boxOf(subpath);
      const lines = isSmallSquare(subpath, outline) ? [] : strokesOf(subpath, width);
      for (const line of lines) this.#ruling(line, state.clip, state.strokeColour, state.strokeAlpha);
      if (lines.length > 0) continue;
      // A line without length is a dot if its ends are round (ISO 32000-1, 8.5.3.2).
      const box = shownOutline(isPoint(outline) && state.lineCap > 0 ? grown(outline, width / 2) : outline, state.clip);
      if (box !== undefined) this.#shape(box, false, state);
    }
  }

  #ruling(line: Omit<Ruling, "visible">, clip: Box, colour: string | undefined, alpha: number): void {
    const box = clipped(line.box, clip);
    if (box !== undefined) this.rulings.push({ axis: line.axis, box, visible: this.#isVisible(box, colour, alpha) });
  }

  #shape(box: Box, filled: boolean, state: GraphicsState): void {
    const colour = filled ? state.fillColour : state.strokeColour;
    const alpha = filled ? state.fillAlpha : state.strokeAlpha;
    const visible = this.#isVisible(box, colour, alpha);
    this.shapes.push({ box, colour, filled, visible });
    // A pattern may be a picture.
    if (colour === undefined && visible) this.#pictures.cover(box);
    if (filled && visible && state.fillsWithText) this.#hasTextInPattern = true;
    if (filled) this.#cover(box, colour, alpha);
  }

  /** Paints an area over what was there, and under what comes next. */
  #cover(box: Box, colour: string | undefined, alpha: number): void {
    if (this.#isInk()) this.#backgrounds.paint(box, colour, alpha);
  }

  /** Whether what is drawn now is a soft mask. */
  #isMasking(): boolean {
    return this.#masks > 0;
  }

  /** Whether what is drawn now reaches the page. */
  #isInk(): boolean {
    return !this.#isMasking() && !this.layers.isHidden;
  }

  /** Whether ink of a colour is visible in a box, by what is under the box's middle. */
  #isVisible(box: Box, colour: string | undefined, alpha: number): boolean {
    return alpha > 0 && !this.layers.isHidden && !this.#backgrounds.blending(colour)(middleX(box), middleY(box));
  }

  /** Whether a picture is as small as a bullet. Coordinates that are only moved, and empty, have the size of one point. */
  #mayBeBullet({ x0, y0, x1, y1 }: Box): boolean {
    return Math.max(x1 - x0, y1 - y0) <= LARGEST_CIRCLE && Math.min(x1 - x0, y1 - y0) > SAME_SCALE * scaleOf(this.toShown);
  }
}

/**
 * The visible part of an outline. One as small as a bullet is kept whole if any of it shows: if the end of a page cuts a line in half, its
 * text may be in one half and the middle of its bullet in the other.
 */
function shownOutline(box: Box, clip: Box): Box | undefined {
  if (Math.max(box.x1 - box.x0, box.y1 - box.y0) > LARGEST_CIRCLE) return clipped(box, clip);
  return overlaps(box, clip) ? box : undefined;
}

function close(subpath: Subpath): Subpath {
  return { ...subpath, closed: true };
}
