import { withoutControls } from "./controls.js";

/** Characters that have a meaning anywhere in GitHub's Markdown; others only at the start of a line. */
const SPECIAL = /[\\`*_[\]<>#|~&$]/gu;

/** Shows nothing, and ends the word before it. */
const BREAK = "<!-- -->";

/**
 * A text as Markdown that shows it as it is, on one line. It must not be at the start of a line. GitHub looks for @names, #numbers and
 * addresses in the rendered text, where backslashes are gone.
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
