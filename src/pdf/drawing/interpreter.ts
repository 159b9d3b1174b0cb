import { type Box, unionOf } from "../../geometry/box.js";
import { type Matrix, compose, mapBox } from "../../geometry/matrix.js";
import { type OperatorList, forEachOperator } from "../pdfjs/operatorList.js";
import { OPS } from "../pdfjs/pdfjs.js";
import { colourAt, matrixOf, numberAt, numbers, property } from "../pdfjs/untyped.js";
import type { Device } from "./device.js";
import type { LoadedFont } from "./fonts.js";
import { EMPTY_CLIP, type GraphicsState, clipped, initialState } from "./graphicsState.js";
import type { OptionalContent } from "./optionalContent.js";
import { type Subpath, boxOf, subpathsOf } from "./paths.js";
import { TextCursor } from "./textCursor.js";
import { executeTextOperator } from "./textOperators.js";

/** What the interpreter needs to know besides the operators. */
export interface PageContext {
  /** From default user space to the page as shown. */
  readonly toShown: Matrix;
  /** The page as shown. */
  readonly page: Box;
  readonly layers: OptionalContent;
  readonly fontOf: (id: string) => LoadedFont | undefined;
}

/** Walks a page's operator list once, and tells a device what it draws. */
export function interpret(list: OperatorList, context: PageContext, device: Device): void {
  const interpreter = new Interpreter(context, device);
  forEachOperator(list, (operator, args) => interpreter.execute(operator, args));
  interpreter.finish();
}

/** Keeps the graphics state, and passes what is drawn in it to a device. */
class Interpreter {
  readonly #cursor = new TextCursor();
  readonly #layers: OptionalContent;
  readonly #stack: GraphicsState[] = [];
  #state: GraphicsState;
  /** Whether the next path becomes part of the clipping path (W, W*). */
  #clipPending = false;

  constructor(
    readonly context: PageContext,
    readonly device: Device,
  ) {
    this.#layers = context.layers;
    this.#state = initialState(context.toShown, context.page);
  }

  /** Ends the page, once all operators are executed. */
  finish(): void {
    this.device.endCoordinates?.(this.#state);
  }

  execute(operator: number, args: readonly unknown[]): void {
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
        if (property(args[0], "smask")) this.device.beginMask?.();
        return this.#save();
      case OPS.endGroup:
        if (property(args[0], "smask")) this.device.endMask?.();
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
        return this.device.text?.(args[0], this.#state, this.#cursor);
      case OPS.clip:
      case OPS.eoClip:
        this.#clipPending = true;
        return;
      case OPS.constructPath:
        return this.#path(numberAt(args, 0), args[1]);
      case OPS.shadingFill:
        return this.device.shading?.(this.#state);
      case OPS.paintImageXObject:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObject:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintSolidColorImageMask:
        return this.device.image?.(operator, args, this.#state);
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
    this.device.endCoordinates?.(this.#state);
    // An unbalanced Q is ignored, as every viewer does.
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(args: readonly unknown[]): void {
    this.device.endCoordinates?.(this.#state);
    this.#state.ctm = compose(matrixOf(args.length === 1 ? args[0] : args), this.#state.ctm);
    this.device.beginCoordinates?.();
  }

  #beginForm(args: readonly unknown[]): void {
    this.#save();
    this.#concat(args[0]);
    this.#clipTo(numbers(args[1]));
    this.device.beginCoordinates?.();
  }

  #beginAnnotation(args: readonly unknown[]): void {
    this.#save();
    this.#state = initialState(this.context.toShown, this.context.page);
    this.#clipTo(numbers(args[1]));
    this.#concat(args[2]);
    this.#concat(args[3]);
    this.device.beginCoordinates?.();
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
    if (operator !== OPS.endPath) this.device.path?.(operator, subpaths, this.#state);
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
}

/** Whether a pattern, one of whose operands is the list of its operators, shows text. */
function hasText(pattern: readonly unknown[]): boolean {
  return pattern.some((operand) => {
    const operators = property(operand, "fnArray");
    return Array.isArray(operators) && operators.includes(OPS.showText);
  });
}
