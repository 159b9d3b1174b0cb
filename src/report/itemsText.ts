import type { Item } from "../model/annex.js";

/** The items of a cell, one per line, each with a symbol for its marker; nested ones are indented. */
export function itemsToText(items: readonly Item[], indent = ""): string {
  return items
    .map(({ marker, number, text, children = [] }, index) => {
      const sign = {
        bullet: "• ",
        dash: "– ",
        number: `${number ?? index + 1}. `,
        letter: `${String.fromCharCode(97 + index)}) `,
        none: "",
      }[marker];
      const nested = children.length === 0 ? "" : `\n${itemsToText(children, `${indent}    `)}`;
      return `${indent}${sign}${text.replaceAll("\n", `\n${indent}    `)}${nested}`;
    })
    .join("\n");
}
