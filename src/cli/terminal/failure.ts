/** Exit codes of every command. */
export const EXIT = {
  /** All is well. */
  fine: 0,
  /** Findings, differences, invalid documents. */
  findings: 1,
  /** Usage, unreadable files, not an annex. */
  trouble: 2,
} as const;

/** An expected failure: it is shown to the user in one or two lines, without a stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";

  /** @param hint What to do about it. */
  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The exit code of a reading. Errors among the diagnostics mean that a result cannot be trusted completely. */
export function exitCodeOf({ failed, errors }: { readonly failed: number; readonly errors: number }, strict: boolean): number {
  if (failed > 0 || (errors > 0 && strict)) return EXIT.trouble;
  return errors > 0 ? EXIT.findings : EXIT.fine;
}
