import type { Matrix } from "../geometry/matrix.js";

/** The number among an operator's operands; 0 where there is none. */
export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** The colour that pdf.js makes of operands; undefined for a pattern. */
export function colourAt(args: readonly unknown[]): string | undefined {
  return typeof args[0] === "string" ? args[0] : undefined;
}

/** The matrix of six numbers; what is missing is that of the identity. */
export function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}
