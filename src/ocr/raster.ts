/** A picture in shades of grey, a byte a pixel, row by row from the top: 0 is black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Which pixels of a picture are ink: 1 is, 0 is not. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A box of pixels; the right and the lower end are not in it. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const WHITE = 255;

/** A white picture. */
export function blank(width: number, height: number): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(WHITE) };
}

/** The picture with rows for columns. */
export function transposed({ width, height, data }: Ink): Ink {
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  }
  return { width: height, height: width, data: turned };
}
