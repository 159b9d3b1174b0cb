import { leaveStuckThreads } from "../worker/ending.js";
import { dropHeadStart, headStart } from "./reading/headStart.js";

/** Runs the command given by this process' arguments; sets its exit code. */
export async function main(): Promise<void> {
  const args = process.argv.slice(2);
  headStart(args);
  try {
    // Loads while the threads start.
    const { run } = await import("./run.js");
    process.exitCode = await run(args);
  } finally {
    await dropHeadStart();
    leaveStuckThreads();
  }
}
