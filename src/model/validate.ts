import { type AnnexDocument, annexDocumentSchema } from "./annex.js";
import { type ShapeFault, shapeFaults } from "./shape.js";

/** The value as a document, or everything that is wrong with its shape. */
export type Validation = { readonly document: AnnexDocument } | { readonly faults: readonly ShapeFault[] };

/** Checks a value, such as parsed JSON, against the schema of extracted documents. */
export function validateDocument(value: unknown): Validation {
  const checked = annexDocumentSchema.safeParse(value);
  return checked.success ? { document: checked.data } : { faults: shapeFaults(value, checked.error.issues) };
}
