import { type Matrix, compose } from "../../geometry/matrix.js";
import { OptionalContent } from "../drawing/optionalContent.js";
import { type OperatorList, forEachOperator } from "../pdfjs/operatorList.js";
import { ImageKind, OPS } from "../pdfjs/pdfjs.js";
import { colourAt, matrixOf, numbers, property } from "../pdfjs/untyped.js";

/** How the pixels of a picture are kept: a bit each (1 is white), 3 or 4 bytes, or the bits of a stencil (0 is painted). */
export type PixelKind = "bits" | "rgb" | "rgba" | "stencil";

/** A picture as it is in a PDF, and where a page shows it. */
export interface PlacedImage {
  readonly width: number;
  readonly height: number;
  readonly kind: PixelKind;
  /** Row by row from the top; rows of bits start at a byte. */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** What a stencil paints with: `#rrggbb`, or undefined for a pattern. */
  readonly colour: string | undefined;
  /** From the unit square, whose y runs upwards (ISO 32000-1, 8.9.5.1), to the page as shown. */
  readonly toPage: Matrix;
}

/** What the walk needs to know besides the operators. */
export interface ImageContext {
  /** From default user space to the page as shown. */
  readonly toShown: Matrix;
  /** What pdf.js has stored under a name; null if it could not be decoded. */
  readonly objectOf: (id: string) => Promise<unknown>;
  readonly layerVisible: (group: unknown) => boolean;
}

/** An image that a page shows and that cannot be decoded: what it shows would be lost. */
export class UndecodedImage extends Error {
  override readonly name = "UndecodedImage";
}

/** The images that a page's operators paint, in order. Clipping paths and soft masks around them are ignored. */
export async function imagesOf(list: OperatorList, context: ImageContext): Promise<PlacedImage[]> {
  const walk = new ImageWalk(context);
  forEachOperator(list, (operator, args) => walk.execute(operator, args));
  return Promise.all(
    walk.painted.map(async ({ source, ...place }) => ({ ...place, ...(await pixelsOf(source, place.isStencil, context)) })),
  );
}

interface Painted {
  /** What pdf.js gives for the image: its name, or an object with its data or the name of its data. */
  readonly source: unknown;
  readonly isStencil: boolean;
  readonly colour: string | undefined;
  readonly toPage: Matrix;
}

interface State {
  readonly ctm: Matrix;
  readonly colour: string | undefined;
}

class ImageWalk {
  readonly painted: Painted[] = [];
  readonly #stack: State[] = [];
  readonly #layers: OptionalContent;
  #state: State;

  constructor(readonly context: ImageContext) {
    this.#layers = new OptionalContent(context.layerVisible);
    this.#state = { ctm: context.toShown, colour: "#000000" };
  }

  execute(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        return this.#save();
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        return this.#restore();
      case OPS.transform:
        return this.#transform(args.length === 1 ? args[0] : args);
      case OPS.paintFormXObjectBegin:
        this.#save();
        return this.#transform(args[0]);
      case OPS.beginAnnotation:
        this.#save();
        this.#state = { ...this.#state, ctm: this.context.toShown };
        this.#transform(args[2]);
        return this.#transform(args[3]);
      case OPS.setFillRGBColor:
        this.#state = { ...this.#state, colour: colourAt(args) };
        return;
      case OPS.setFillColorN:
        this.#state = { ...this.#state, colour: undefined };
        return;
      case OPS.beginMarkedContent:
        return this.#layers.begin();
      case OPS.beginMarkedContentProps:
        return this.#layers.beginTagged(args[0], args[1]);
      case OPS.endMarkedContent:
        return this.#layers.end();
      default:
        return this.#paint(operator, args);
    }
  }

  #paint(operator: number, args: readonly unknown[]): void {
    const [first] = args;
    switch (operator) {
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return this.#place(first, false);
      case OPS.paintImageMaskXObject:
        return this.#place(first, true);
      case OPS.paintSolidColorImageMask:
        return this.#place(SOLID, true);
      case OPS.paintImageXObjectRepeat: {
        const [, scaleX, scaleY, positions] = args;
        for (const [x, y] of pairs(positions)) this.#place(first, false, matrixOf([scaleX, 0, 0, scaleY, x, y]));
        return;
      }
      case OPS.paintImageMaskXObjectRepeat: {
        const [, scaleX, skewX, skewY, scaleY, positions] = args;
        for (const [x, y] of pairs(positions)) this.#place(first, true, matrixOf([scaleX, skewX, skewY, scaleY, x, y]));
        return;
      }
      case OPS.paintImageMaskXObjectGroup:
        for (const image of listOf(first)) this.#place(image, true, matrixOf(property(image, "transform")));
        return;
      case OPS.paintInlineImageXObjectGroup:
        for (const part of listOf(args[1])) this.#place({ sheet: first, part }, false, matrixOf(property(part, "transform")));
        return;
    }
  }

  #place(source: unknown, isStencil: boolean, own?: Matrix): void {
    if (this.#layers.isHidden) return;
    const { ctm, colour } = this.#state;
    this.painted.push({ source, isStencil, colour, toPage: own === undefined ? ctm : compose(own, ctm) });
  }

  #save(): void {
    this.#stack.push(this.#state);
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(operands: unknown): void {
    const matrix = numbers(operands);
    if (matrix.length === 6) this.#state = { ...this.#state, ctm: compose(matrixOf(matrix), this.#state.ctm) };
  }
}

/** A stencil of one painted pixel. */
const SOLID = { width: 1, height: 1, data: new Uint8Array(1) };

/** The pixels of an image: pdf.js passes small ones directly, and others under a name. */
async function pixelsOf(
  source: unknown,
  isStencil: boolean,
  { objectOf }: ImageContext,
): Promise<Pick<PlacedImage, "width" | "height" | "kind" | "data">> {
  const part = property(source, "part");
  const named = part === undefined ? source : property(source, "sheet");
  const id = typeof named === "string" ? named : property(named, "data");
  const image = typeof id === "string" ? await objectOf(id) : named;
  const [width, height, data] = [property(image, "width"), property(image, "height"), property(image, "data")];
  const isWhole =
    typeof width === "number" && typeof height === "number" && (data instanceof Uint8Array || data instanceof Uint8ClampedArray);
  if (!isWhole) throw new UndecodedImage();
  const whole = { width, height, kind: isStencil ? ("stencil" as const) : kindOf(property(image, "kind")), data };
  return part === undefined ? whole : cutOut(whole, part);
}

function kindOf(kind: unknown): PixelKind {
  if (kind === ImageKind.GRAYSCALE_1BPP) return "bits";
  return kind === ImageKind.RGBA_32BPP ? "rgba" : "rgb";
}

/** One image of a sheet into which pdf.js has combined small ones; such sheets have 4 bytes per pixel. */
function cutOut(
  sheet: Pick<PlacedImage, "width" | "height" | "kind" | "data">,
  part: unknown,
): Pick<PlacedImage, "width" | "height" | "kind" | "data"> {
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "w", "h"].map((key) => Number(property(part, key)));
  const data = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 4 * ((y + row) * sheet.width + x);
    data.set(sheet.data.subarray(start, start + 4 * width), 4 * row * width);
  }
  return { width, height, kind: "rgba", data };
}

function pairs(positions: unknown): [number, number][] {
  const values = numbers(positions);
  return values.flatMap((x, i) => (i % 2 === 0 ? [[x, values[i + 1] ?? 0] as [number, number]] : []));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
