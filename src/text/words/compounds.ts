import { TextPattern } from "./textPattern.js";

/** Letters, marks and digits, also around hyphens and apostrophes: "Asia-Europe", "Ministers’" without its last sign, "COVID-19". */
const COMPOUND = new TextPattern(/[\p{L}\p{M}\p{N}]+(?:[-‐'’][\p{L}\p{M}\p{N}]+)*/gu);

/** A compound in a text, and its position there. */
export interface Compound {
  readonly text: string;
  readonly from: number;
  /** After its last character. */
  readonly to: number;
}

/** The compounds of a text, in order. */
export function compoundsIn(text: string): Compound[] {
  return Array.from(COMPOUND.matchesIn(text), ({ 0: compound, index }) => ({ text: compound, from: index, to: index + compound.length }));
}
