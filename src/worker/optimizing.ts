import v8 from "node:v8";

/** The flag that delays V8's optimizing compiler, by version of V8; these values gave the least wall clock time for one PDF. */
const LATER: Readonly<Record<string, string>> = { 11: "--interrupt-budget=300000", 12: "--invocation-count-for-turbofan=10000" };

/**
 * Delays V8's optimizing compiler. V8 11 (Node 20) and 12 (Node 22) have nothing between their baseline code and their slowest compiler,
 * and start it so early that a run of one PDF spends a tenth of its processor time there on code that is soon no longer used. Functions
 * that keep running are compiled a few milliseconds later. Newer versions have a faster compiler between the two.
 *
 * Code caches are valid only for the flags that they were made with: call this before threads start, and nowhere else.
 */
export function optimizeLater(): void {
  const flag = LATER[process.versions.v8.split(".", 1)[0] ?? ""];
  if (flag !== undefined) v8.setFlagsFromString(flag);
}
