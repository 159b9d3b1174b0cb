import { type Box, contains, grown } from "../geometry/box.js";
import { type Matrix, compose, identity, mapBox, scaleOf } from "../geometry/matrix.js";
import { Backgrounds } from "./backgrounds.js";
import { Brackets } from "./brackets.js";
import { type LoadedFont, numbers, property } from "./fonts.js";
import { type GraphicsState, clipped, initialState, isShown } from "./graphicsState.js";
import type { Ruling, Shape } from "./page.js";
import { LARGEST_CIRCLE, type Subpath, boxOf, isPoint, isSmallSquare, ringSides, strokesOf, subpathsOf, thinRuling } from "./paths.js";
import { CLOSING, EVEN_ODD, FILLS, STROKES } from "./paints.js";
import { colourAt, matrixOf, numberAt } from "./operands.js";
import { OPS } from "./pdfjs.js";
import { PictureMeter, UNIT_SQUARE } from "./pictureMeter.js";
import { type DrawnText, TextCursor, type VisibilityAt } from "./textCursor.js";

/** The operators of one page, as pdf.js lists them: `fnArray[i]` with the operands `argsArray[i]`. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the interpreter needs to know besides the operators. */
export interface PageContext {
  /** From default user space to the page as shown. */
  readonly toShown: Matrix;
  /** The page as shown. */
  readonly page: Box;
  readonly fontOf: (id: string) => LoadedFont | undefined;
  /** Whether a group of optional content is switched on. */
  readonly layerVisible: (group: unknown) => boolean;
}

/** What the operators of a page draw, in order. */
export interface Drawn extends DrawnText {
  readonly rulings: Ruling[];
  readonly shapes: Shape[];
  /** Square points that pictures cover. */
  readonly pictureArea: number;
  /** Whether the operators end in the middle of something. */
  readonly endsEarly: boolean;
  /** Whether a text is shown in a font that could not be read. */
  readonly lacksFont: boolean;
}

/** Coordinates no larger than the page's by this factor are as large as those, but for rounding. */
const SAME_SCALE = 1.01;

/** Walks a page's operator list once and collects its glyphs and its lines. */
export function interpret(list: OperatorList, context: PageContext): Drawn {
  const interpreter = new Interpreter(context);
  list.fnArray.forEach((operator, i) => {
    const operands = list.argsArray[i];
    interpreter.execute(operator, Array.isArray(operands) ? operands : numbers(operands));
  });
  return interpreter.finish();
}

class Interpreter {
  readonly drawn: Omit<Drawn, "pictureArea" | "endsEarly" | "lacksFont"> = { glyphs: [], untold: new Set(), rulings: [], shapes: [] };
  readonly #pictures = new PictureMeter();
  readonly #brackets = new Brackets();
  readonly #backgrounds = new Backgrounds();
  readonly #stack: GraphicsState[] = [];
  readonly #layers: boolean[] = [];
  #hiddenLayers = 0;
  readonly #text = new TextCursor();
  #state: GraphicsState;
  #clipPending = false;
  /** How many soft mask groups are open: what they draw is a mask, not ink. */
  #masks = 0;
  #lacksFont = false;

  constructor(readonly context: PageContext) {
    this.#state = initialState(context.toShown, context.page);
  }

  /** What was drawn, when all operators are executed. */
  finish(): Drawn {
    this.#endCoordinates();
    return { ...this.drawn, pictureArea: this.#pictures.area, endsEarly: this.#brackets.isOpen, lacksFont: this.#lacksFont };
  }

  execute(operator: number, args: readonly unknown[]): void {
    this.#brackets.take(operator);
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        return this.#save();
      case OPS.restore:
        return this.#restore();
      case OPS.transform:
        return this.#transform(args);
      case OPS.setLineWidth:
        state.lineWidth = numberAt(args, 0);
        return;
      case OPS.setLineCap:
        state.lineCap = numberAt(args, 0);
        return;
      case OPS.setGState:
        return this.#setParameters(args[0]);
      case OPS.setFillRGBColor:
        state.fillColour = colourAt(args);
        return;
      case OPS.setStrokeRGBColor:
        state.strokeColour = colourAt(args);
        return;
      case OPS.setFillColorN:
        state.fillColour = undefined;
        return;
      case OPS.setStrokeColorN:
        state.strokeColour = undefined;
        return;
      case OPS.setFillTransparent:
        state.fillAlpha = 0;
        return;
      case OPS.setStrokeTransparent:
        state.strokeAlpha = 0;
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipPending = true;
        return;
      case OPS.constructPath:
        return this.#path(numberAt(args, 0), args[1]);
      case OPS.shadingFill:
        this.#pictures.draw();
        return this.#paintOver(state.clip, undefined, state.fillAlpha);
      case OPS.paintSolidColorImageMask:
        return this.#dot(state.fillColour);
      case OPS.paintImageMaskXObject:
        return this.#pictures.draw();
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return this.#dot(undefined);
      case OPS.paintFormXObjectBegin:
        return this.#beginForm(args);
      case OPS.paintFormXObjectEnd:
        return this.#restore();
      case OPS.beginGroup:
        if (property(args[0], "smask")) this.#masks += 1;
        return this.#save();
      case OPS.endGroup:
        if (property(args[0], "smask")) this.#masks = Math.max(0, this.#masks - 1);
        return this.#restore();
      case OPS.beginAnnotation:
        return this.#beginAnnotation(args);
      case OPS.endAnnotation:
        return this.#restore();
      case OPS.beginMarkedContent:
        return this.#beginLayer(true);
      case OPS.beginMarkedContentProps:
        return this.#beginLayer(args[0] !== "OC" || this.context.layerVisible(args[1]));
      case OPS.endMarkedContent:
        if (this.#layers.pop() === false) this.#hiddenLayers -= 1;
        return;
      default:
        return this.#textOperator(operator, args);
    }
  }

  #textOperator(operator: number, args: readonly unknown[]): void {
    const state = this.#state;
    switch (operator) {
      case OPS.beginText:
        return this.#text.setMatrix(identity);
      case OPS.setTextMatrix:
        return this.#text.setMatrix(matrixOf(args.length === 1 ? numbers(args[0]) : numbers(args)));
      case OPS.moveText:
        return this.#text.moveLine(numberAt(args, 0), numberAt(args, 1));
      case OPS.setLeadingMoveText:
        state.leading = -numberAt(args, 1);
        return this.#text.moveLine(numberAt(args, 0), numberAt(args, 1));
      case OPS.nextLine:
        return this.#text.moveLine(0, -state.leading);
      case OPS.setLeading:
        state.leading = numberAt(args, 0);
        return;
      case OPS.setFont:
        return this.#setFont(args[0], numberAt(args, 1));
      case OPS.setCharSpacing:
        state.charSpacing = numberAt(args, 0);
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = numberAt(args, 0);
        return;
      case OPS.setHScale:
        state.horizontalScale = numberAt(args, 0) / 100;
        return;
      case OPS.setTextRise:
        state.rise = numberAt(args, 0);
        return;
      case OPS.setTextRenderingMode:
        state.renderMode = numberAt(args, 0);
        return;
      case OPS.showText:
        return this.#showText(args[0]);
    }
  }

  #beginLayer(visible: boolean): void {
    this.#layers.push(visible);
    if (!visible) this.#hiddenLayers += 1;
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#endCoordinates();
    // An unbalanced Q is ignored, as every viewer does.
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(args: readonly unknown[]): void {
    const operands = args.length === 1 ? numbers(args[0]) : numbers(args);
    this.#endCoordinates();
    this.#state.ctm = compose(matrixOf(operands), this.#state.ctm);
    this.#pictures.begin();
  }

  #endCoordinates(): void {
    const box = this.#pictures.end(this.#state, this.#hiddenLayers === 0 && this.#masks === 0);
    if (box === undefined) return;
    this.#paintOver(box, undefined, this.#state.fillAlpha);
    if (this.#mayBeBullet(box)) this.drawn.shapes.push({ box, colour: undefined, filled: true, visible: true });
  }

  /** Whether a picture is as small as a bullet. Coordinates that are only moved, and have nothing in them, have the size of one point. */
  #mayBeBullet({ x0, y0, x1, y1 }: Box): boolean {
    return Math.max(x1 - x0, y1 - y0) <= LARGEST_CIRCLE && Math.min(x1 - x0, y1 - y0) > SAME_SCALE * scaleOf(this.context.toShown);
  }

  #setParameters(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      const key = property(entry, "0");
      const value = property(entry, "1");
      if (key === "Font" && Array.isArray(value)) this.#setFont(value[0], numberAt(value, 1));
      if (typeof value !== "number") continue;
      if (key === "LW") this.#state.lineWidth = value;
      if (key === "LC") this.#state.lineCap = value;
      if (key === "ca") this.#state.fillAlpha = value;
      if (key === "CA") this.#state.strokeAlpha = value;
    }
  }

  #setFont(id: unknown, size: number): void {
    this.#state.font = typeof id === "string" ? this.context.fontOf(id) : undefined;
    this.#state.fontSize = size;
  }

  /** An image of one dot, the only ones that pdf.js has not dropped: a colour that is drawn out to an area, and no picture. */
  #dot(colour: string | undefined): void {
    this.#pictures.draw();
    const box = clipped(mapBox(this.#state.ctm, UNIT_SQUARE), this.#state.clip);
    if (box !== undefined) this.#paintOver(box, colour, this.#state.fillAlpha);
  }

  #beginForm(args: readonly unknown[]): void {
    this.#save();
    const matrix = numbers(args[0]);
    if (matrix.length === 6) this.#state.ctm = compose(matrixOf(matrix), this.#state.ctm);
    this.#clipTo(numbers(args[1]));
    this.#pictures.begin();
  }

  #beginAnnotation(args: readonly unknown[]): void {
    this.#save();
    const { toShown, page } = this.context;
    this.#state = initialState(toShown, page);
    this.#clipTo(numbers(args[1]));
    for (const matrix of [numbers(args[2]), numbers(args[3])]) {
      if (matrix.length === 6) this.#state.ctm = compose(matrixOf(matrix), this.#state.ctm);
    }
    this.#pictures.begin();
  }

  #clipTo(bbox: readonly number[]): void {
    const [x0, y0, x1, y1] = bbox;
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    const shown = mapBox(this.#state.ctm, { x0, y0, x1, y1 });
    this.#state.clip = clipped(shown, this.#state.clip) ?? nothing;
  }

  #path(paint: number, data: unknown): void {
    const coordinates: unknown = Array.isArray(data) ? data[0] : undefined;
    const subpaths =
      coordinates instanceof Float32Array || Array.isArray(coordinates) ? subpathsOf(coordinates, this.#state.ctm) : [];
    const inked = this.#masks === 0;
    if (paint !== OPS.endPath) this.#pictures.draw();
    if (inked && FILLS.has(paint)) this.#fill(subpaths, EVEN_ODD.has(paint));
    if (inked && STROKES.has(paint)) this.#stroke(CLOSING.has(paint) ? subpaths.map(close) : subpaths);
    if (this.#clipPending) this.#clipToPath(subpaths);
  }

  #clipToPath(subpaths: readonly Subpath[]): void {
    this.#clipPending = false;
    let box: Box = nothing;
    for (const subpath of subpaths) {
      const next = boxOf(subpath);
      box = {
        x0: Math.min(box.x0, next.x0),
        y0: Math.min(box.y0, next.y0),
        x1: Math.max(box.x1, next.x1),
        y1: Math.max(box.y1, next.y1),
      };
    }
    this.#state.clip = (box === nothing ? undefined : clipped(box, this.#state.clip)) ?? nothing;
  }

  #fill(subpaths: readonly Subpath[], evenOdd: boolean): void {
    const areas = subpaths.filter((subpath) => subpath.points.length > 2);
    const sides = ringSides(areas, evenOdd)?.map((box) => ({ box, curved: false }));
    for (const { box, curved } of sides ?? areas.map((area) => ({ box: boxOf(area), curved: area.curved }))) {
      const shown = curved ? this.#shownOutline(box) : clipped(box, this.#state.clip);
      if (shown === undefined) continue;
      const ruling = curved ? undefined : thinRuling(shown);
      if (ruling === undefined) this.#shape(shown, true);
      else this.#ruling(ruling, this.#state.fillColour, this.#state.fillAlpha);
    }
  }

  #stroke(subpaths: readonly Subpath[]): void {
    const state = this.#state;
    const width = Math.max(state.lineWidth * scaleOf(state.ctm), 0);
    for (const subpath of subpaths) {
      const outline = boxOf(subpath);
      const lines = isSmallSquare(subpath, outline) ? [] : strokesOf(subpath, width);
      for (const line of lines) this.#ruling(line, state.strokeColour, state.strokeAlpha);
      if (lines.length > 0) continue;
      // A line without length is a dot where its ends are drawn around (ISO 32000-1, 8.5.3.2).
      const box = this.#shownOutline(isPoint(outline) && state.lineCap > 0 ? grown(outline, width / 2) : outline);
      if (box !== undefined) this.#shape(box, false);
    }
  }

  /** What can be seen of an outline: of one as small as a bullet all or nothing, so that half a bullet at the end of a page is still one. */
  #shownOutline(box: Box): Box | undefined {
    const { clip } = this.#state;
    if (Math.max(box.x1 - box.x0, box.y1 - box.y0) > LARGEST_CIRCLE) return clipped(box, clip);
    return contains(clip, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) ? box : undefined;
  }

  #ruling(line: Omit<Ruling, "visible">, colour: string | undefined, alpha: number): void {
    const box = clipped(line.box, this.#state.clip);
    if (box === undefined) return;
    const visible = this.#inked(alpha) && !this.#backgrounds.blending(colour)((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2);
    this.drawn.rulings.push({ axis: line.axis, box, visible });
  }

  #shape(box: Box, filled: boolean): void {
    const colour = filled ? this.#state.fillColour : this.#state.strokeColour;
    const alpha = filled ? this.#state.fillAlpha : this.#state.strokeAlpha;
    const visible = this.#inked(alpha) && !this.#backgrounds.blending(colour)((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2);
    this.drawn.shapes.push({ box, colour, filled, visible });
    // A pattern may be a picture.
    if (colour === undefined && visible) this.#pictures.cover(box);
    if (filled) this.#paintOver(box, colour, alpha);
  }

  #paintOver(box: Box, colour: string | undefined, alpha: number): void {
    if (this.#hiddenLayers === 0 && this.#masks === 0) this.#backgrounds.paint(box, colour, alpha);
  }

  #inked(alpha: number): boolean {
    return alpha > 0 && this.#hiddenLayers === 0;
  }

  #showText(entries: unknown): void {
    this.#pictures.draw();
    if (this.#state.font?.isUnreadable === true) this.#lacksFont = true;
    if (Array.isArray(entries) && this.#masks === 0) this.#text.show(entries, this.#state, this.#visibility(), this.drawn);
  }

  /** Where text of the present state can be seen. */
  #visibility(): VisibilityAt {
    const { renderMode, fillAlpha, strokeAlpha, fillColour, strokeColour, clip } = this.#state;
    if (this.#hiddenLayers > 0) return () => "layer-off";
    const strokes = renderMode === 1 || renderMode === 5;
    const alpha = strokes ? strokeAlpha : fillAlpha;
    if (renderMode === 3 || renderMode === 7 || alpha === 0) return () => "unpainted";
    const blends = this.#backgrounds.blending(strokes ? strokeColour : fillColour);
    return (x0, y0, x1, y1) => {
      const x = (x0 + x1) / 2;
      const y = (y0 + y1) / 2;
      if (!isShown({ x0, y0, x1, y1 }, clip)) return "clipped";
      return blends(x, y) ? "same-colour" : "visible";
    };
  }
}

/** The box of an empty clipping path: it lets nothing through. */
const nothing: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };

function close(subpath: Subpath): Subpath {
  return { ...subpath, closed: true };
}
