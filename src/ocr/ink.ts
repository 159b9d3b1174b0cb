import type { Grey, Ink } from "./raster.js";

/** Ink is darker than this share of the mean around it: paper may be grey, or darker on one side. */
const DARKER = 0.75;

/** How far around a pixel the mean is taken, in inches: more than the thickest stroke, less than a shadow. */
const AROUND = 1 / 4;

/** Separates ink from paper, by what is around each pixel (Bradley and Roth, Adaptive Thresholding Using the Integral Image, 2007). */
export function inkOf({ width, height, data }: Grey, dotsPerInch: number): Ink {
  const reach = Math.max(1, Math.round((AROUND * dotsPerInch) / 2));
  const ink = new Uint8Array(width * height);
  // Sums of columns over the rows around the current one: no sum of the whole picture is needed.
  const columns = new Uint32Array(width);
  const addRow = (y: number, sign: 1 | -1): void => {
    if (y < 0 || y >= height) return;
    const start = y * width;
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + sign * (data[start + x] ?? 0);
  };
  for (let y = 0; y < reach; y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    addRow(y + reach, 1);
    addRow(y - reach - 1, -1);
    const rows = Math.min(y + reach, height - 1) - Math.max(y - reach, 0) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x++) {
      sum += columns[x + reach] ?? 0;
      if (x > reach) sum -= columns[x - reach - 1] ?? 0;
      const count = rows * (Math.min(x + reach, width - 1) - Math.max(x - reach, 0) + 1);
      if ((data[y * width + x] ?? 0) * count < DARKER * sum) ink[y * width + x] = 1;
    }
  }
  return { width, height, data: ink };
}
