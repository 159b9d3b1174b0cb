import { type Schema, Validator } from "@cfworker/json-schema";
import { createRequire } from "node:module";

const load: (path: string) => Schema = createRequire(import.meta.url);

const published = new Validator(load("../../schema/annex-1.schema.json"), "2020-12");

/**
 * Whether a value fits the published schema of extracted documents, whose file is made from the zod model. Says only yes or no, without the
 * model: for a run that reads one PDF, loading zod takes longer than the reading of some pages. `validateDocument` tells what is wrong.
 */
export function fitsContract(value: unknown): boolean {
  return published.validate(value).valid;
}
