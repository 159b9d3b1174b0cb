/** The entry to Tesseract: the only module that loads it. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OEM, PSM, createWorker } from "tesseract.js";
import { middleY } from "../geometry/box.js";
import type { Grey } from "./raster.js";
import { DOTS_PER_INCH, type ReadLine, type Recogniser } from "./recogniser.js";

/** The smaller of the two models in the package: its numbers are integers, and it makes no more errors. */
const MODEL = "4.0.0_best_int";

/** Starts Tesseract in a thread of its own, with the model of its data package for English: nothing is fetched, nothing is stored. */
export async function startTesseract(): Promise<Recogniser> {
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/eng/package.json"));
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    workerPath: fileURLToPath(new URL("./tesseractThread.js", import.meta.url)),
    langPath: join(data, MODEL),
    cacheMethod: "none",
    gzip: true,
    // Without it, failures would also be thrown where they cannot be caught, besides rejecting.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, user_defined_dpi: String(DOTS_PER_INCH) });
  return {
    read: async (picture) => {
      const { data: page } = await worker.recognize(pgmOf(picture), {}, { text: false, blocks: true });
      return (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines.map(lineOf)));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

type TesseractLine = NonNullable<
  Awaited<ReturnType<Awaited<ReturnType<typeof createWorker>>["recognize"]>>["data"]["blocks"]
>[number]["paragraphs"][number]["lines"][number];

function lineOf({ words, baseline, rowAttributes }: TesseractLine): ReadLine {
  return {
    words: words.map(({ text, confidence, bbox }) => ({ text, confidence, box: bbox })),
    baseline: middleY(baseline),
    height: rowAttributes.rowHeight,
  };
}

/** A picture as a portable grey map, the plainest format that Tesseract reads. */
function pgmOf({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data]);
}
