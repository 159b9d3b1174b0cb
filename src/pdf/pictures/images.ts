import { type Matrix, compose } from "../../geometry/matrix.js";
import type { Device } from "../drawing/device.js";
import type { GraphicsState } from "../drawing/graphicsState.js";
import { type PageContext, interpret } from "../drawing/interpreter.js";
import type { OptionalContent } from "../drawing/optionalContent.js";
import type { OperatorList } from "../pdfjs/operatorList.js";
import { ImageKind, OPS } from "../pdfjs/pdfjs.js";
import { matrixOf, numbers, property } from "../pdfjs/untyped.js";

/** How the pixels of a picture are kept: a bit each (1 is white), 3 or 4 bytes, or the bits of a stencil (0 is painted). */
export type PixelKind = "bits" | "rgb" | "rgba" | "stencil";

/** A picture as it is in a PDF; its size in pixels. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind: PixelKind;
  /** Row by row from the top; rows of bits start at a byte. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A picture, and where a page shows it. */
export interface PlacedImage extends Pixels {
  /** What a stencil paints with: `#rrggbb`, or undefined for a pattern. */
  readonly colour: string | undefined;
  /** From the unit square, whose y runs upwards (ISO 32000-1, 8.9.5.1), to the page as shown. */
  readonly toPage: Matrix;
}

/** What is needed besides the operators. */
export interface ImageContext extends Pick<PageContext, "toShown" | "page" | "layers"> {
  /** What pdf.js has stored under a name; null if it could not be decoded. */
  readonly objectOf: (id: string) => Promise<unknown>;
}

/** An image that a page shows and that cannot be decoded: what it shows would be lost. */
export class UndecodedImage extends Error {
  override readonly name = "UndecodedImage";
}

/** The images that a page's operators paint, in order. Clipping paths and soft masks around them are ignored. */
export async function imagesOf(list: OperatorList, context: ImageContext): Promise<PlacedImage[]> {
  const images = new ImageDevice(context.layers);
  interpret(list, { ...context, fontOf: () => undefined }, images);
  return Promise.all(
    images.painted.map(async ({ source, ...place }) => ({ ...place, ...(await pixelsOf(source, place.isStencil, context)) })),
  );
}

interface Painted {
  /** What pdf.js gives for the image: its name, or an object with its data or the name of its data. */
  readonly source: unknown;
  readonly isStencil: boolean;
  readonly colour: string | undefined;
  readonly toPage: Matrix;
}

/** Records where images are painted. */
class ImageDevice implements Device {
  readonly painted: Painted[] = [];

  constructor(readonly layers: OptionalContent) {}

  image(operator: number, args: readonly unknown[], state: GraphicsState): void {
    const place = (source: unknown, isStencil: boolean, own?: Matrix): void => this.#place(source, isStencil, state, own);
    const [first] = args;
    switch (operator) {
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return place(first, false);
      case OPS.paintImageMaskXObject:
        return place(first, true);
      case OPS.paintSolidColorImageMask:
        return place(SOLID, true);
      case OPS.paintImageXObjectRepeat: {
        const [, scaleX, scaleY, positions] = args;
        for (const [x, y] of pairs(positions)) place(first, false, matrixOf([scaleX, 0, 0, scaleY, x, y]));
        return;
      }
      case OPS.paintImageMaskXObjectRepeat: {
        const [, scaleX, skewX, skewY, scaleY, positions] = args;
        for (const [x, y] of pairs(positions)) place(first, true, matrixOf([scaleX, skewX, skewY, scaleY, x, y]));
        return;
      }
      case OPS.paintImageMaskXObjectGroup:
        for (const image of listOf(first)) place(image, true, matrixOf(property(image, "transform")));
        return;
      case OPS.paintInlineImageXObjectGroup:
        for (const part of listOf(args[1])) place({ sheet: first, part }, false, matrixOf(property(part, "transform")));
        return;
    }
  }

  #place(source: unknown, isStencil: boolean, { ctm, fillColour }: GraphicsState, own?: Matrix): void {
    if (this.layers.isHidden) return;
    this.painted.push({ source, isStencil, colour: fillColour, toPage: own === undefined ? ctm : compose(own, ctm) });
  }
}

/** A stencil of one painted pixel. */
const SOLID = { width: 1, height: 1, data: new Uint8Array(1) };

/** The pixels of an image: pdf.js passes small ones directly, and others under a name. */
async function pixelsOf(source: unknown, isStencil: boolean, { objectOf }: ImageContext): Promise<Pixels> {
  const part = property(source, "part");
  const named = part === undefined ? source : property(source, "sheet");
  const id = typeof named === "string" ? named : property(named, "data");
  const image = typeof id === "string" ? await objectOf(id) : named;
  const [width, height, data] = [property(image, "width"), property(image, "height"), property(image, "data")];
  const isWhole =
    typeof width === "number" && typeof height === "number" && (data instanceof Uint8Array || data instanceof Uint8ClampedArray);
  if (!isWhole) throw new UndecodedImage();
  const whole: Pixels = { width, height, kind: isStencil ? "stencil" : kindOf(property(image, "kind")), data };
  return part === undefined ? whole : cutOut(whole, part);
}

function kindOf(kind: unknown): PixelKind {
  if (kind === ImageKind.GRAYSCALE_1BPP) return "bits";
  return kind === ImageKind.RGBA_32BPP ? "rgba" : "rgb";
}

/** One image of a sheet into which pdf.js has combined small ones; such sheets have 4 bytes per pixel. */
function cutOut(sheet: Pixels, part: unknown): Pixels {
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "w", "h"].map((key) => Number(property(part, key)));
  const data = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 4 * ((y + row) * sheet.width + x);
    data.set(sheet.data.subarray(start, start + 4 * width), 4 * row * width);
  }
  return { width, height, kind: "rgba", data };
}

function pairs(positions: unknown): [x: number, y: number][] {
  const values = numbers(positions);
  return values.flatMap((x, i): [number, number][] => (i % 2 === 0 ? [[x, values[i + 1] ?? 0]] : []));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
