import v8 from "node:v8";

/** From so many pages on, what a heap saves is worth the processor time that it costs. */
const LONG_DOCUMENT = 100;

/**
 * V8 lets a heap grow to four times of what lives in it before it looks: what a document of many pages leaves behind would be held by the
 * hundred megabytes. Told of one, it looks when the heap has doubled, in this process from then on.
 */
export function limitHeapGrowth(pages: number): void {
  if (pages >= LONG_DOCUMENT) v8.setFlagsFromString("--heap-growing-percent=100");
}
