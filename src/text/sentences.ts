import { textOf } from "../layout/lines.js";
import { type FlowLine, endsOpen, startsLow, startsSentence, wouldFit } from "./flow.js";
import { endsWithHyphen } from "./vocabulary.js";

/** Whether a line ends where a sentence may end. */
export function endsSentence({ line }: FlowLine): boolean {
  const text = textOf(line);
  return /[.;:!?]["”’)]*$/u.test(text) && !ABBREVIATED.test(text);
}

/** An abbreviation that other words follow. */
const ABBREVIATED = /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|cf|vs|incl|esp|approx|No|Nos|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|St|Dr|Mr|Mrs|Ms|Prof|H\.E)\.$/u;

/** Whether a line goes on with a sentence that had no room on the line before: however far apart they stand, no paragraph starts there. */
export function isMidSentence(line: FlowLine, before: FlowLine): boolean {
  if (endsOpen(before) || endsWithHyphen(before.line.words.at(-1)?.text ?? "")) return true;
  const goesOn = startsLow(line) || (line.marker === undefined && line.line.words[0]?.text.startsWith("(") === true);
  return goesOn && !endsSentence(before) && !wouldFit(line, before, 1);
}

/** Whether the words speak for a new paragraph, so that little white space before it is enough. */
export function seemsNew(line: FlowLine, before: FlowLine): boolean {
  if (startsLow(line)) return endsSentence(before) && !/[;:]$/u.test(textOf(before.line));
  return endsSentence(before) || startsSentence(line) || wouldFit(line, before, 1);
}

/** Whether a line says that a list follows; a colon alone may stand in any title. */
export function announcesList({ line }: FlowLine): boolean {
  return /(?:\bfollows|\bfollowing|\bnamely|\bi\.?e\.?|\be\.?g\.?)\s?[:：]$/iu.test(textOf(line));
}
