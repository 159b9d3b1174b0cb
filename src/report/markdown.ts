import { withoutControls } from "./controls.js";

/** Characters that mean something in GitHub's Markdown wherever they stand; the others only at the head of a line. */
const SPECIAL = /[\\`*_[\]<>#|~&$]/gu;

/** Shows nothing, and ends the word before it. */
const BREAK = "<!-- -->";

/**
 * A text as Markdown that shows it as it is, on one line. It must not stand at the head of a line.
 * GitHub looks for @names, #numbers and addresses in the text that the Markdown gives, where a backslash is gone already.
 */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/\s+/gu, " ")
    .replace(SPECIAL, "\\$&")
    .replace(/@(?=\w)/gu, `@${BREAK}`)
    .replace(/\\#(?=\d)/gu, `\\#${BREAK}`)
    .replace(/:\/\//gu, `:${BREAK}//`)
    .replace(/\b(www)\./giu, `$1${BREAK}.`);
}
