import { type Schema, Validator } from "@cfworker/json-schema";
import { createRequire } from "node:module";

const load: (path: string) => Schema = createRequire(import.meta.url);

const published = new Validator(load("../../schema/annex-1.schema.json"), "2020-12");

/**
 * Whether a value fits the published schema of extracted documents. The answer is only yes or no, but zod need not be loaded, which takes
 * longer than reading some pages; `validateDocument` reports what is wrong. The schema file is made from the zod model.
 */
export function fitsContract(value: unknown): boolean {
  return published.validate(value).valid;
}
