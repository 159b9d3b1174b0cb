import type { Item } from "../model/annex.js";
import { signsOf } from "./signs.js";

/** The items of a cell, one per line, each behind its sign; nested ones are indented. */
export function itemsToText(items: readonly Item[], indent = ""): string {
  const signs = signsOf(items);
  return items
    .map(({ text, children = [] }, index) => {
      const sign = signs[index] ?? "";
      const nested = children.length === 0 ? "" : `\n${itemsToText(children, `${indent}    `)}`;
      return `${indent}${sign === "" ? "" : `${sign} `}${text.replaceAll("\n", `\n${indent}    `)}${nested}`;
    })
    .join("\n");
}
