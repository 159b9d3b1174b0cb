import { type Matrix, compose, invert, mapBox, mapPoint } from "../geometry/matrix.js";
import type { PlacedImage } from "../pdf/pictures/images.js";
import { type Grey, WHITE, blank } from "./raster.js";

/** A picture whose pixels let the one below show through if their opacity is below 255. */
interface Layer extends Grey {
  readonly opacity: Uint8Array | undefined;
}

/**
 * Paints the images of a page into one picture.
 *
 * @param toPicture From the page as shown, in points, to the picture, in pixels.
 */
export function paintImages(images: readonly PlacedImage[], toPicture: Matrix, width: number, height: number): Grey {
  const picture = blank(width, height);
  for (const image of images) paintImage(picture, image, compose(image.toPage, toPicture));
  return picture;
}

function paintImage(picture: Grey, image: PlacedImage, toPicture: Matrix): void {
  const area = mapBox(toPicture, { x0: 0, y0: 0, x1: 1, y1: 1 });
  const back = invert(toPicture);
  if (back === undefined) return;
  const shrinking = shrinkingOf(image, toPicture);
  const layer = shrunk(layerOf(image), shrinking);
  // From a pixel of the picture to one of the layer, whose first row is the top of the unit square.
  const toLayer = compose(back, [layer.width, 0, 0, -layer.height, 0, layer.height]);
  const [x0, x1] = [Math.max(0, Math.floor(area.x0)), Math.min(picture.width, Math.ceil(area.x1))];
  const [y0, y1] = [Math.max(0, Math.floor(area.y0)), Math.min(picture.height, Math.ceil(area.y1))];
  for (let y = y0; y < y1; y++) {
    const start = mapPoint(toLayer, x0 + 0.5, y + 0.5);
    let { x: u, y: v } = start;
    for (let x = x0; x < x1; x++) {
      if (u >= 0 && v >= 0 && u <= layer.width && v <= layer.height) blend(picture, y * picture.width + x, layer, u - 0.5, v - 0.5);
      u += toLayer[0];
      v += toLayer[1];
    }
  }
}

/** Paints what a layer shows at a place over a pixel: the mean of the four pixels around it, weighted by nearness. */
function blend(picture: Grey, at: number, { width, height, data, opacity }: Layer, u: number, v: number): void {
  const left = Math.min(Math.max(Math.floor(u), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(v), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const fx = Math.min(Math.max(u - left, 0), 1);
  const fy = Math.min(Math.max(v - top, 0), 1);
  const mean = (values: Uint8Array): number => {
    const upper = (values[top * width + left] ?? 0) * (1 - fx) + (values[top * width + right] ?? 0) * fx;
    const lower = (values[bottom * width + left] ?? 0) * (1 - fx) + (values[bottom * width + right] ?? 0) * fx;
    return upper * (1 - fy) + lower * fy;
  };
  const shade = mean(data);
  const share = opacity === undefined ? 1 : mean(opacity) / 255;
  picture.data[at] = Math.round(shade * share + (picture.data[at] ?? WHITE) * (1 - share));
}

/** How many pixels of an image make one of the picture along each side, as a whole number. */
function shrinkingOf({ width, height }: PlacedImage, [a, b, c, d]: Matrix): number {
  const across = width / Math.max(1, Math.hypot(a, b));
  const down = height / Math.max(1, Math.hypot(c, d));
  // Up to 1.5, the four pixels around a place still cover every pixel of the image.
  return Math.max(1, Math.round(Math.min(across, down)));
}

/** The means of squares of pixels. */
function shrunk(layer: Layer, factor: number): Layer {
  if (factor === 1) return layer;
  const width = Math.ceil(layer.width / factor);
  const height = Math.ceil(layer.height / factor);
  const means = (values: Uint8Array): Uint8Array => {
    const result = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) result[y * width + x] = meanOfSquare(values, layer, x * factor, y * factor, factor);
    }
    return result;
  };
  return { width, height, data: means(layer.data), opacity: layer.opacity === undefined ? undefined : means(layer.opacity) };
}

/** The mean of the values in a square, of which a part may be beyond the right or lower edge. */
function meanOfSquare(values: Uint8Array, { width, height }: Layer, left: number, top: number, side: number): number {
  const right = Math.min(left + side, width);
  const bottom = Math.min(top + side, height);
  let sum = 0;
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) sum += values[row * width + column] ?? 0;
  }
  return Math.round(sum / ((right - left) * (bottom - top)));
}

function layerOf({ width, height, kind, data, colour }: PlacedImage): Layer {
  const pixels = width * height;
  switch (kind) {
    case "bits":
      return { width, height, data: bytesOfBits(width, height, data), opacity: undefined };
    case "stencil": {
      const shown = bytesOfBits(width, height, data).map((bit) => WHITE - bit);
      return { width, height, data: new Uint8Array(pixels).fill(greyOf(colour)), opacity: shown };
    }
    case "rgb": {
      const grey = new Uint8Array(pixels);
      for (let i = 0; i < pixels; i++) grey[i] = luminance(data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0);
      return { width, height, data: grey, opacity: undefined };
    }
    case "rgba": {
      const grey = new Uint8Array(pixels);
      const opacity = new Uint8Array(pixels);
      for (let i = 0; i < pixels; i++) {
        grey[i] = luminance(data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0);
        opacity[i] = data[4 * i + 3] ?? 0;
      }
      return { width, height, data: grey, opacity };
    }
  }
}

/** A byte for each bit: 255 for 1. Rows start at a byte. */
function bytesOfBits(width: number, height: number, bits: Uint8Array | Uint8ClampedArray): Uint8Array {
  const bytes = new Uint8Array(width * height);
  const rowLength = (width + 7) >> 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = bits[y * rowLength + (x >> 3)] ?? WHITE;
      bytes[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? WHITE : 0;
    }
  }
  return bytes;
}

/** A pattern counts as ink. */
function greyOf(colour = "#000000"): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return luminance((value >> 16) & 255, (value >> 8) & 255, value & 255);
}

/** The brightness of a colour (ITU-R BT.601) in whole numbers, which are the same on every machine. */
function luminance(red: number, green: number, blue: number): number {
  return (77 * red + 150 * green + 29 * blue) >> 8;
}
