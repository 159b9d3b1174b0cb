import type { Stray } from "./tasks.js";

/** Has errors that nobody caught in this thread told to a listener, instead of ending the thread. */
export function onStray(listener: (stray: Stray) => void): void {
  const tell = (error: unknown): void => listener({ kind: "stray", reason: error instanceof Error ? error.message : String(error) });
  process.on("unhandledRejection", tell);
  process.on("uncaughtException", tell);
}
