/** The worker's side: runs one job after another, and survives what the PDF library lets out. */
import module from "node:module";
import { parentPort } from "node:worker_threads";
import { AnnexError } from "../model/errors.js";
import type { Job, Message, OnPage, Runner, TaskName } from "./tasks.js";

// Newer Node keeps compiled code between runs; 20 does not have it.
const enableCompileCache: unknown = Reflect.get(module, "enableCompileCache");
if (typeof enableCompileCache === "function") enableCompileCache();

/** Each task loads what it needs when it is first asked for. */
const runners: { readonly [N in TaskName]: () => Promise<Runner<N>> } = {
  extract: async () => {
    const { extractAnnex } = await import("../pipeline.js");
    return (bytes, input, onPage) => extractAnnex(bytes, { ...input, onPage });
  },
};

/** A rejection that nobody awaits is pdf.js' own; a job that hangs after it is told so instead of waiting for its time to run out. */
const STALLED_MILLISECONDS = 2000;

let reportRejection: ((reason: unknown) => void) | undefined;
process.on("unhandledRejection", (reason) => {
  setTimeout(() => reportRejection?.(reason), STALLED_MILLISECONDS).unref();
});
process.on("uncaughtException", (error) => reportRejection?.(error));

parentPort?.on("message", (job: Job<TaskName>) => {
  void answer(job);
});

async function answer<N extends TaskName>(job: Job<N>): Promise<void> {
  const say = (message: Message<N>): void => parentPort?.postMessage(message);
  const stalled = new Promise<never>((_, reject) => {
    reportRejection = (reason) => {
      reject(new AnnexError({ code: "damaged", reason: reason instanceof Error ? reason.message : "unknown" }));
    };
  });
  stalled.catch(() => undefined);
  const onPage: OnPage = (read, pages) => say({ kind: "page", read, pages });
  try {
    const run = await runners[job.task]();
    say({ kind: "done", result: await Promise.race([run(job.bytes, job.input, onPage), stalled]) });
  } catch (error) {
    say(outcomeOf(error));
  } finally {
    reportRejection = undefined;
  }
}

function outcomeOf(error: unknown): Message<never> {
  if (error instanceof AnnexError) return { kind: "fault", fault: error.fault };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "crash", reason, stack: error instanceof Error ? (error.stack ?? "") : "" };
}
