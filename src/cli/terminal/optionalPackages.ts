import { Failure } from "./failure.js";

/**
 * Runs something that needs optional packages.
 *
 * @param what What needs them, for the message: `--ocr`.
 * @throws Failure if a package is not installed; it says how to add it.
 */
export async function withOptional<T>(packages: readonly string[], what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isMissing(error, packages)) throw error;
    const names = packages.join(" and ");
    throw new Failure(`${what} needs ${names}, left out of this install`, `Add what is missing: npm install ${packages.join(" ")}`, {
      cause: error,
    });
  }
}

function isMissing(error: unknown, packages: readonly string[]): boolean {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_MODULE_NOT_FOUND") return false;
  return packages.some((name) => error.message.includes(`'${name}'`));
}
