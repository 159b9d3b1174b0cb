import type { Stray } from "./tasks.js";

/** Has what the PDF library says on the console told to a listener, once where it says the same again: this thread's console is for nobody else. */
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

/** Has errors that nobody caught in this thread told to a listener, instead of ending the thread. */
export function onStray(listener: (stray: Stray) => void): void {
  const tell = (error: unknown): void => listener({ kind: "stray", reason: error instanceof Error ? error.message : String(error) });
  process.on("unhandledRejection", tell);
  process.on("uncaughtException", tell);
}
