import v8 from "node:v8";

/** From this many pages on, the memory saved is worth the processor time. */
const LONG_DOCUMENT = 100;

/**
 * Limits the garbage of long documents. V8 lets a heap grow to four times its live size before it collects, so a document of many pages
 * would hold hundreds of megabytes of garbage. From the first long document on, this process collects when a heap has doubled.
 */
export function limitHeapGrowth(pages: number): void {
  if (pages >= LONG_DOCUMENT) v8.setFlagsFromString("--heap-growing-percent=100");
}
