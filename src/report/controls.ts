/** A text whose control characters, except white space, are shown as U+FFFD: reports of any format may be printed on a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/(?!\s)\p{Cc}/gu, "\uFFFD");
}
