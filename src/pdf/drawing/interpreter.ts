import { type Box, unionOf } from "../../geometry/box.js";
import { type Matrix, compose, mapBox } from "../../geometry/matrix.js";
import type { Ruling, Shape } from "../page.js";
import { type OperatorList, forEachOperator } from "../pdfjs/operatorList.js";
import { OPS } from "../pdfjs/pdfjs.js";
import { colourAt, matrixOf, numberAt, numbers, property } from "../pdfjs/untyped.js";
import { Brackets } from "./brackets.js";
import type { LoadedFont } from "./fonts.js";
import { EMPTY_CLIP, type GraphicsState, clipped, initialState } from "./graphicsState.js";
import { OptionalContent } from "./optionalContent.js";
import { Painter } from "./painter.js";
import { type Subpath, boxOf, subpathsOf } from "./paths.js";
import { type DrawnText, TextCursor } from "./textCursor.js";
import { executeTextOperator } from "./textOperators.js";

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
  readonly rulings: readonly Ruling[];
  readonly shapes: readonly Shape[];
  /** Square points that pictures cover. */
  readonly pictureArea: number;
  /** Whether the operators end in the middle of something. */
  readonly endsEarly: boolean;
  /** Whether a text is shown in a font that could not be read. */
  readonly lacksFont: boolean;
  /** Whether an area is filled with a pattern that has text in it, which is not among the glyphs. */
  readonly hasTextInPattern: boolean;
}

/** Walks a page's operator list once and collects its glyphs, rulings and shapes. */
export function interpret(list: OperatorList, context: PageContext): Drawn {
  const interpreter = new Interpreter(context);
  forEachOperator(list, (operator, args) => interpreter.execute(operator, args));
  return interpreter.finish();
}

/** Keeps the graphics state, and passes what is drawn in it to the painter and the text cursor. */
class Interpreter {
  readonly #drawnText: DrawnText = { glyphs: [], untold: new Set() };
  readonly #brackets = new Brackets();
  readonly #cursor = new TextCursor();
  readonly #layers: OptionalContent;
  readonly #painter: Painter;
  readonly #stack: GraphicsState[] = [];
  #state: GraphicsState;
  /** Whether the next path becomes part of the clipping path (W, W*). */
  #clipPending = false;
  #lacksFont = false;

  constructor(readonly context: PageContext) {
    this.#layers = new OptionalContent(context.layerVisible);
    this.#painter = new Painter(context.toShown, this.#layers);
    this.#state = initialState(context.toShown, context.page);
  }

  /** What was drawn, once all operators are executed. */
  finish(): Drawn {
    this.#painter.endCoordinates(this.#state);
    const { rulings, shapes, pictureArea, hasTextInPattern } = this.#painter;
    return {
      ...this.#drawnText,
      rulings,
      shapes,
      pictureArea,
      endsEarly: this.#brackets.isOpen,
      lacksFont: this.#lacksFont,
      hasTextInPattern,
    };
  }

  execute(operator: number, args: readonly unknown[]): void {
    this.#brackets.take(operator);
    switch (operator) {
      case OPS.save:
        return this.#save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        return this.#restore();
      case OPS.transform:
        return this.#transform(args);
      case OPS.paintFormXObjectBegin:
        return this.#beginForm(args);
      case OPS.beginGroup:
        if (property(args[0], "smask")) this.#painter.beginMask();
        return this.#save();
      case OPS.endGroup:
        if (property(args[0], "smask")) this.#painter.endMask();
        return this.#restore();
      case OPS.beginAnnotation:
        return this.#beginAnnotation(args);
      case OPS.beginMarkedContent:
        return this.#layers.begin();
      case OPS.beginMarkedContentProps:
        return this.#layers.beginTagged(args[0], args[1]);
      case OPS.endMarkedContent:
        return this.#layers.end();
      case OPS.setFont:
        return this.#setFont(args[0], numberAt(args, 1));
      case OPS.setGState:
        return this.#setParameters(args[0]);
      default:
        return this.#draw(operator, args);
    }
  }

  /** Operators that draw, or that say where a path may. */
  #draw(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.showText:
        return this.#showText(args[0]);
      case OPS.clip:
      case OPS.eoClip:
        this.#clipPending = true;
        return;
      case OPS.constructPath:
        return this.#path(numberAt(args, 0), args[1]);
      case OPS.shadingFill:
        return this.#painter.shading(this.#state);
      case OPS.paintSolidColorImageMask:
        return this.#painter.dot(this.#state.fillColour, this.#state);
      case OPS.paintImageMaskXObject:
        return this.#painter.drawOther();
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return this.#painter.dot(undefined, this.#state);
      default:
        return this.#setState(operator, args);
    }
  }

  /** Operators that set one value of the graphics state. */
  #setState(operator: number, args: readonly unknown[]): void {
    const state = this.#state;
    switch (operator) {
      case OPS.setLineWidth:
        state.lineWidth = numberAt(args, 0);
        return;
      case OPS.setLineCap:
        state.lineCap = numberAt(args, 0);
        return;
      case OPS.setFillRGBColor:
        state.fillColour = colourAt(args);
        state.fillsWithText = false;
        return;
      case OPS.setStrokeRGBColor:
        state.strokeColour = colourAt(args);
        return;
      case OPS.setFillColorN:
        state.fillColour = undefined;
        state.fillsWithText = hasText(args);
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
      default:
        return executeTextOperator(operator, args, state, this.#cursor);
    }
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#painter.endCoordinates(this.#state);
    // An unbalanced Q is ignored, as every viewer does.
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(args: readonly unknown[]): void {
    this.#painter.endCoordinates(this.#state);
    this.#state.ctm = compose(matrixOf(args.length === 1 ? args[0] : args), this.#state.ctm);
    this.#painter.beginCoordinates();
  }

  #beginForm(args: readonly unknown[]): void {
    this.#save();
    this.#concat(args[0]);
    this.#clipTo(numbers(args[1]));
    this.#painter.beginCoordinates();
  }

  #beginAnnotation(args: readonly unknown[]): void {
    this.#save();
    this.#state = initialState(this.context.toShown, this.context.page);
    this.#clipTo(numbers(args[1]));
    this.#concat(args[2]);
    this.#concat(args[3]);
    this.#painter.beginCoordinates();
  }

  /** Applies the matrix of an object; anything else changes nothing. */
  #concat(operand: unknown): void {
    const matrix = numbers(operand);
    if (matrix.length === 6) this.#state.ctm = compose(matrixOf(matrix), this.#state.ctm);
  }

  /** Sets the entries of a graphics state parameter dictionary (ISO 32000-1, 8.4.5). */
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

  #path(operator: number, data: unknown): void {
    const coordinates: unknown = Array.isArray(data) ? data[0] : undefined;
    const subpaths = coordinates instanceof Float32Array || Array.isArray(coordinates) ? subpathsOf(coordinates, this.#state.ctm) : [];
    if (operator !== OPS.endPath) this.#painter.path(operator, subpaths, this.#state);
    if (this.#clipPending) this.#clipToPath(subpaths);
  }

  #clipToPath(subpaths: readonly Subpath[]): void {
    this.#clipPending = false;
    const box = unionOf(subpaths.map(boxOf));
    this.#state.clip = (box === undefined ? undefined : clipped(box, this.#state.clip)) ?? EMPTY_CLIP;
  }

  #clipTo(bbox: readonly number[]): void {
    const [x0, y0, x1, y1] = bbox;
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    this.#state.clip = clipped(mapBox(this.#state.ctm, { x0, y0, x1, y1 }), this.#state.clip) ?? EMPTY_CLIP;
  }

  #showText(entries: unknown): void {
    this.#painter.drawOther();
    if (this.#state.font?.isUnreadable === true) this.#lacksFont = true;
    if (!Array.isArray(entries) || this.#painter.isMasking) return;
    this.#cursor.show(entries, this.#state, this.#painter.visibilityOf(this.#state), this.#drawnText);
  }
}

/** Whether a pattern, one of whose operands is the list of its operators, shows text. */
function hasText(pattern: readonly unknown[]): boolean {
  return pattern.some((operand) => {
    const operators = property(operand, "fnArray");
    return Array.isArray(operators) && operators.includes(OPS.showText);
  });
}
