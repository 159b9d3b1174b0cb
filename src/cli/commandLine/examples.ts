/** A line that a user can type, and what comes of it. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** Longer lines do not move what the others do to the right: what they do stands below them. */
const LONGEST_BESIDE = 50;

/** Examples as a help shows them. */
export function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(({ line }) => line.length).filter((length) => length <= LONGEST_BESIDE));
  const lines = examples.map(({ line, does }) => {
    return line.length <= width ? `  ${line.padEnd(width)}  ${does}` : `  ${line}\n${" ".repeat(width + 4)}${does}`;
  });
  return ["Examples:", ...lines].join("\n");
}
