/** Entry of the thread that reads PDFs, one job after another; `workerData` is the port to a parser's thread, if it has one. */
import { serialize } from "node:v8";
import { MessagePort, parentPort, workerData } from "node:worker_threads";
import { englishDictionary } from "../dictionaries.js";
import { AnnexError } from "../model/errors.js";
import type { PdfFile, openPdf } from "../pdf/open.js";
import { cacheCompiledCode } from "./compileCache.js";
import type { Failed, Job, Message, Order, Runner, TaskMap, TaskName, UncaughtError } from "./tasks.js";
import { onUncaughtError, onWarning } from "./threadErrors.js";

/** How long after an uncaught error the job is given up if no page follows. While the thread is busy, its timers wait. */
const STALLED_MILLISECONDS = 2000;

const dictionary = englishDictionary();

/** Each task loads what it needs on first use. */
const runners: { readonly [N in TaskName]: () => Promise<Runner<N>> } = {
  extract: async () => {
    const { extractAnnex } = await import("../pipeline.js");
    return (pdf, input, onPage) => extractAnnex(pdf, { ...input, onPage, dictionary });
  },
  records: async () => {
    const { extractRecords } = await import("../records.js");
    return (pdf, input, onPage) => extractRecords(pdf, { ...input, onPage, dictionary });
  },
  inspect: async () => {
    const { inspectAnnex } = await import("../inspect.js");
    return (pdf, input, onPage) => inspectAnnex(pdf, { ...input, onPage, dictionary });
  },
  tables: async () => {
    const { findTables } = await import("../tables.js");
    return (pdf, input, onPage) => findTables(pdf, { ...input, onPage });
  },
};

/** The job that is running. */
let current: { pagesRead: number; readonly isPatient: boolean } | undefined;

cacheCompiledCode();
const opener = loadPdfjs();
onUncaughtError(watchForStall);
parentPort?.on("message", (order: Order) => {
  if (order.kind === "uncaught-error") watchForStall(order);
  else void answer(order.job);
});

/** Loads what opens PDFs, which every task needs, while the first job is on its way. */
async function loadPdfjs(): Promise<typeof openPdf> {
  const [{ dropFonts, hearWarning, parseHere, parseIn }, door] = await Promise.all([
    import("../pdf/pdfjs/pdfjs.js"),
    import("../pdf/open.js"),
  ]);
  const parserPort: unknown = workerData;
  dropFonts();
  if (parserPort instanceof MessagePort) parseIn(parserPort);
  else {
    onWarning(hearWarning);
    await parseHere();
  }
  return door.openPdf;
}

/** Loads what opens PDFs and recognises their scans. */
async function scanOpener(): Promise<typeof openPdf> {
  await opener;
  const { openScans } = await import("../ocr/scans.js");
  return (bytes, password, first) => openScans(bytes, dictionary, password, first);
}

async function answer<N extends TaskName>({ task, bytes, input }: Job<N>): Promise<void> {
  const job = { pagesRead: 0, isPatient: input.ocr === true };
  current = job;
  try {
    const open = input.ocr === true ? await scanOpener() : await opener;
    // The parser runs while the other stages load.
    const [pdf, run] = await Promise.all([open(bytes, input.password, firstPage(input)), runners[task]()]);
    const result = await run(tellingClose(pdf), input, (read, pages) => {
      job.pagesRead = read;
      say({ kind: "page", read, pages });
    });
    const serialized = serialize(result);
    say({ kind: "done", serialized }, [serialized.buffer]);
  } catch (error) {
    say(failureBy(error));
  } finally {
    current = undefined;
  }
}

function say(message: Message, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

/** A PDF that reports when it is closed: after that, nothing is parsed. */
function tellingClose(pdf: PdfFile): PdfFile {
  return {
    ...pdf,
    close: async () => {
      await pdf.close();
      say({ kind: "parsed" });
    },
  };
}

/** The first page that a task reads. */
function firstPage(input: TaskMap[TaskName]["input"]): number {
  return "pages" in input ? Math.min(...input.pages.map(({ first }) => first)) : 1;
}

function failureBy(error: unknown): Failed {
  if (error instanceof AnnexError) return { kind: "fault", fault: error.fault };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "crash", reason, stack: error instanceof Error ? (error.stack ?? "") : "" };
}

/** Gives up the job if no page follows an uncaught error: what the job waits for may never come. */
function watchForStall({ reason }: UncaughtError): void {
  const job = current;
  // Recognising a page takes longer, whatever error the PDF library has thrown; its time is limited anyway.
  if (job === undefined || job.isPatient) return;
  const { pagesRead } = job;
  setTimeout(() => {
    if (current !== job) return;
    if (job.pagesRead > pagesRead) watchForStall({ kind: "uncaught-error", reason });
    else say({ kind: "stalled", reason });
  }, STALLED_MILLISECONDS);
}
