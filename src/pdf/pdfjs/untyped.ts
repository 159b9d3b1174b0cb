/** Reads what pdf.js passes on without types: operands, shared objects, glyphs. A value of the wrong shape never throws. */
import type { Matrix } from "../../geometry/matrix.js";

/** A property of a value of unknown shape; undefined if it has none. */
export function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** The numbers of an array or typed array of unknown content, 0 for what is not finite; empty if it is not an array. */
export function numbers(value: unknown): readonly number[] {
  const list: readonly unknown[] =
    Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array ? Array.from<unknown>(value) : [];
  return list.filter((entry) => typeof entry === "number").map((entry) => (Number.isFinite(entry) ? entry : 0));
}

/** The number at an index of an operator's operands; 0 if there is none. */
export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** The colour that a colour operator sets, `#rrggbb`; undefined for a pattern. */
export function colourAt(args: readonly unknown[]): string | undefined {
  return typeof args[0] === "string" ? args[0] : undefined;
}

/** The matrix of six numbers; missing ones are taken from the identity. */
export function matrixOf(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(values);
  return [a, b, c, d, e, f];
}
