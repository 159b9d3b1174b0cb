import { type AnnexDocument, annexDocumentSchema } from "../model/annex.js";
import type { OnPage } from "../worker/tasks.js";
import { readInput } from "./disk.js";
import type { Extractor } from "./extraction.js";
import { Failure } from "./failure.js";
import { describeIssues } from "./issues.js";
import { parseJson } from "./json.js";

/** Reads a document out of a PDF, or out of JSON that was extracted before; which of them it is, its first bytes tell. */
export async function readDocument(path: string, mebibytes: number, extract: Extractor, onPage?: OnPage): Promise<AnnexDocument> {
  const bytes = await readInput(path, mebibytes);
  if (!looksLikeJson(bytes)) return (await extract(path, bytes, onPage)).document;
  const json = parseJson(path, bytes);
  const checked = annexDocumentSchema.safeParse(json);
  if (checked.success) return checked.data;
  const [first = ""] = describeIssues(json, checked.error.issues);
  throw new Failure(`${path}: not an extracted annex: ${first}`, `annex validate ${path} shows all that is wrong.`);
}

/** Whether the first byte that is no white space and no byte order mark opens an object. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/u.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 1024)));
}
