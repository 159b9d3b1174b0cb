import { type AnnexDocument, annexDocumentSchema } from "./annex.js";
import { type ShapeFault, shapeFaults } from "./shape.js";

/** A value that is a document, or all that is wrong with its shape. */
export type Validation = { readonly document: AnnexDocument } | { readonly faults: readonly ShapeFault[] };

/** Holds a value, such as parsed JSON, against the contract of extracted documents. */
export function validateDocument(value: unknown): Validation {
  const checked = annexDocumentSchema.safeParse(value);
  return checked.success ? { document: checked.data } : { faults: shapeFaults(value, checked.error.issues) };
}
