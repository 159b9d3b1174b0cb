import type { UncaughtError } from "./tasks.js";

/**
 * Redirects what the PDF library prints on this thread's console, which nothing else uses, to a listener. Repeated lines are passed on
 * once.
 */
export function onWarning(listener: (warning: string) => void): void {
  let last = "";
  const tell = (warning: unknown): void => {
    if (warning === last || typeof warning !== "string") return;
    last = warning;
    listener(warning);
  };
  console.warn = tell;
  console.info = tell;
  console.error = tell;
}

/** Passes uncaught errors of this thread on to a listener, instead of ending the thread. */
export function onUncaughtError(listener: (error: UncaughtError) => void): void {
  const tell = (error: unknown): void =>
    listener({ kind: "uncaught-error", reason: error instanceof Error ? error.message : String(error) });
  process.on("unhandledRejection", tell);
  process.on("uncaughtException", tell);
}
