import type { Worker } from "node:worker_threads";

/** How long a thread may take to end, in milliseconds: one that runs JavaScript ends at once, even in an endless loop. */
const GRACE_MILLISECONDS = 5000;

/** Threads that have not ended in that time. */
const stuck = new Set<Worker>();

/**
 * Ends a thread. Some loops of V8 itself, such as a search through an array of billions of holes, cannot be interrupted: a thread that is
 * in one is left alone, and `leaveStuckThreads` must end the process.
 */
export async function endThread(worker: Worker): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      stuck.add(worker);
      resolve();
    }, GRACE_MILLISECONDS);
  });
  const ended = worker.terminate().then(() => {
    clearTimeout(timer);
    stuck.delete(worker);
  });
  await Promise.race([ended, givenUp]);
}

/**
 * Kills the process if one of its threads cannot be ended, since Node waits for all of them before it exits, whatever the exit code. Call it
 * last, when everything is written.
 */
export function leaveStuckThreads(): void {
  if (stuck.size > 0) process.kill(process.pid, "SIGKILL");
}
