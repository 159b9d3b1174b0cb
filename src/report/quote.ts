/** A text on one line, cut at a word to be no longer than `longest`. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const characters = [...line];
  if (characters.length <= longest) return line;
  const head = characters.slice(0, longest - 1).join("");
  const end = head.lastIndexOf(" ");
  return `${end > longest / 2 ? head.slice(0, end) : head}…`;
}
