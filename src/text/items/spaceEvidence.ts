import { textOf } from "../../layout/lines.js";
import { SAME_X } from "../flow/flowLine.js";
import { wouldFit } from "../flow/room.js";
import { isLoose, isSpaced, roundingOf } from "../flow/spacing.js";
import { endsSentence, startsLow, startsSentence } from "../words/sentences.js";
import type { LineBreak } from "./lineBreak.js";

/** A line drawn across the cell divides the lines: each is in a cell of its own. */
export function isRuledOff({ line }: Pick<LineBreak, "line">): boolean {
  return line.ruledOff;
}

/** White space clearly divides the lines. */
export function isApart({ line, style }: Pick<LineBreak, "line" | "style">): boolean {
  return isSpaced(line, style);
}

/**
 * A little white space divides the lines, and their words also suggest a new paragraph: engines that round to pixels set lines apart by as
 * much.
 */
export function isRatherApart({ before, line, style }: Pick<LineBreak, "before" | "line" | "style">): boolean {
  if (!isLoose(line, style)) return false;
  if (startsLow(line)) return endsSentence(before) && !/[;:]$/u.test(textOf(before.line));
  return endsSentence(before) || startsSentence(line) || wouldFit(line, before, 1);
}

/**
 * The white space above the line is the same as that between the items of the list without markers that it is in: these may start with
 * small letters, and end anywhere.
 */
export function isApartAsItems({ before, line, open: { item, x }, style }: Pick<LineBreak, "before" | "line" | "open" | "style">): boolean {
  const first = item.paragraphs[0]?.[0];
  if (item.kind !== "none" || first?.pitch === undefined || line.pitch === undefined || Math.abs(line.x - x) > SAME_X * line.size)
    return false;
  const isDivided = wouldFit(line, before, 1) ? isLoose : isSpaced;
  return isDivided(line, style) && isDivided(first, style) && Math.abs(line.pitch - first.pitch) <= roundingOf(line);
}
