import { comparable } from "../diff/text.js";

/** Words after which a sentence must continue: articles, conjunctions, and prepositions that need their noun. */
const HANGING = new Set(
  (
    "a an the and or nor but of to in on at by for from with into onto between among amongst towards toward via upon during including " +
    "as than which whose"
  ).split(" "),
);

/** What is missing at the end of a text that stops too early; undefined if nothing is. A missing full stop is not a fault. */
export function sentenceEnd(text: string): "sentence" | "bracket" | "quote" | undefined {
  const line = comparable(text);
  if (count(line, "(") > count(line, ")") || count(line, "[") > count(line, "]")) return "bracket";
  if (count(line, "“") > count(line, "”") + count(line, '"')) return "quote";
  const lastWord = /(?:^| )([\p{L}]+)$/u.exec(line)?.[1]?.toLowerCase() ?? "";
  return /[,&/–—-]$/u.test(line) || HANGING.has(lastWord) ? "sentence" : undefined;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
