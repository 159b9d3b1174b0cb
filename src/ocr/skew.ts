import type { Ink } from "./raster.js";

/** Sheets are askew by no more than this in a feeder, in degrees. */
const LARGEST = 3;

/**
 * The steps in which angles are tried, each around the best of those before. The first is so small that a rule as long as a page shifts by
 * no more than a row between two angles: it shows at no other angle.
 */
const STEPS = [0.1, 0.02];

/** A picture that is as straight without being turned, to this share, is left as it is. */
const GAIN = 1.002;

/**
 * The angle in degrees, clockwise, by which the rows of a picture are askew: that along which ink is most concentrated in some rows, as it
 * is in lines of text and in rules.
 */
export function skewOf(ink: Ink): number {
  const points = pointsOf(ink);
  let best = 0;
  let sharpest = sharpness(points, ink, 0) * GAIN;
  let reach = LARGEST;
  for (const step of STEPS) {
    const centre = best;
    for (let k = -Math.round(reach / step); k <= Math.round(reach / step); k++) {
      const angle = centre + k * step;
      const sharp = sharpness(points, ink, angle);
      if (sharp > sharpest) {
        sharpest = sharp;
        best = angle;
      }
    }
    reach = step;
  }
  return best;
}

function pointsOf({ width, height, data }: Ink): { readonly xs: Int32Array; readonly ys: Int32Array } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== 1) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys) };
}

/** How much neighbouring rows differ along an angle: the sum of the squares of the differences of their ink. */
function sharpness({ xs, ys }: ReturnType<typeof pointsOf>, { width, height }: Ink, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * offset + 1);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - slope * (xs[i] ?? 0)) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
