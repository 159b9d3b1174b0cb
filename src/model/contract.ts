import { type Schema, Validator } from "@cfworker/json-schema";
import { createRequire } from "node:module";

const load: (path: string) => Schema = createRequire(import.meta.url);

const published = new Validator(load("../../schema/annex-1.schema.json"), "2020-12");

/**
 * Whether a value fits the published schema of extracted documents. It says only yes or no, but does not load zod, which takes longer than
 * reading some pages; `validateDocument` says what is wrong. The schema file is made from the zod model.
 */
export function fitsContract(value: unknown): boolean {
  return published.validate(value).valid;
}
