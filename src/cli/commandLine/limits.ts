import type { Limits } from "../../worker/pool.js";

/** The limits of one PDF if the user gives none. */
export const DEFAULT_LIMITS: Limits = { seconds: 60, mebibytes: 1024 };
