import type { Limits } from "../../worker/pool.js";

/** What one PDF may take where the user does not say. */
export const DEFAULT_LIMITS: Limits = { seconds: 60, mebibytes: 1024 };
