/** A line that a user can type, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** The longest line with its description beside it. That of a longer line goes below it, so that the others are not pushed to the right. */
const LONGEST_BESIDE = 50;

/** The examples as help shows them. */
export function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ line }) => line.length).filter((length) => length <= LONGEST_BESIDE));
  const lines = examples.map(({ line, does }) => {
    return line.length <= width ? `  ${line.padEnd(width)}  ${does}` : `  ${line}\n${" ".repeat(width + 4)}${does}`;
  });
  return ["Examples:", ...lines].join("\n");
}
