import v8 from "node:v8";

/** What delays V8's optimizing compiler, by V8's version; the values gave the least wall clock for one PDF. */
const LATER: Readonly<Record<string, string>> = { 11: "--interrupt-budget=300000", 12: "--invocation-count-for-turbofan=10000" };

/**
 * Delays V8's optimizing compiler. V8 11 (Node 20) and 12 (Node 22) know nothing between their baseline code and their slowest compiler, and start that so early that a run of one
 * PDF spends a tenth of its processor time there for code that is soon done with. Functions that stay at work are compiled a few
 * milliseconds later. Newer versions have a faster compiler between the two.
 *
 * Code caches are good for the flags only that they were made with: this is to be called before threads start, and nowhere else.
 */
export function optimizeLater(): void {
  const flag = LATER[process.versions.v8.split(".", 1)[0] ?? ""];
  if (flag !== undefined) v8.setFlagsFromString(flag);
}
