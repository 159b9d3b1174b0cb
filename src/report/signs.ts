import type { Item } from "../model/annex.js";

/**
 * The sign before each item of a list, as far as the data says what is printed; empty if there is none. It keeps no letters: those of
 * neighbouring items are counted from "a" on, as HTML lists do.
 */
export function signsOf(items: readonly Item[]): string[] {
  let letters = 0;
  return items.map(({ marker, number }) => {
    letters = marker === "letter" ? letters + 1 : 0;
    switch (marker) {
      case "bullet":
        return "•";
      case "dash":
        return "–";
      case "number":
        return number === undefined ? "" : `${number}.`;
      case "letter":
        return `${letterAt(letters)})`;
      case "none":
        return "";
    }
  });
}

/** a to z, then aa, ab and so on; counted from 1. */
function letterAt(place: number): string {
  const before = Math.floor((place - 1) / 26);
  return `${before === 0 ? "" : letterAt(before)}${String.fromCharCode(97 + ((place - 1) % 26))}`;
}
