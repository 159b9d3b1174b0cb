/** The underscores to write on that a text has; undefined where it has none. Fewer than three may be a part of it. */
export function placeholderIn(text: string): string | undefined {
  return /_{3,}/u.exec(text)?.[0];
}
