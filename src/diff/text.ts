/** The text as it is compared: white space is layout, and so is the way in which an accented letter is encoded. */
export function comparable(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** The distinct words of a text in lower case, by which similar texts are found. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
