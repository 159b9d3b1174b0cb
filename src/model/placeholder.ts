/** The underscores in a text that are meant to be written on; undefined if there are none. Fewer than three may be part of the text. */
export function placeholderIn(text: string): string | undefined {
  return /_{3,}/u.exec(text)?.[0];
}
