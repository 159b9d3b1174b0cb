import { type Schema, Validator } from "@cfworker/json-schema";
import { createRequire } from "node:module";

const load: (path: string) => Schema = createRequire(import.meta.url);

/** Whether a value fits a schema. */
export type Fits = (value: unknown) => boolean;

/**
 * Loads a published schema: that of extracted annexes or that of tables. The function that it returns says only yes or no, but does not
 * need zod, which takes longer to load than some pages take to read; `validateDocument` says what is wrong. The schema files are made from
 * the zod models.
 */
export function publishedSchema(name: "annex-1" | "tables-1"): Fits {
  const published = new Validator(load(`../../schema/${name}.schema.json`), "2020-12");
  return (value) => published.validate(value).valid;
}
