import type { Fault } from "../../model/errors.js";
import { Failure } from "./failure.js";
import { describeFault } from "./words.js";

/** A PDF that gave no result, and why. */
export class ReadingFailure extends Failure {
  constructor(
    path: string,
    readonly fault: Fault,
  ) {
    const { problem, advice } = describeFault(fault);
    super(`${path}: ${problem}`, advice);
  }
}
