import type { AnnexDocument } from "../model/annex.js";
import { validateDocument } from "../model/validate.js";
import type { OnPage } from "../worker/tasks.js";
import { readInput } from "./disk.js";
import type { Extractor } from "./extraction.js";
import { Failure } from "./failure.js";
import { parseJson } from "./json.js";
import { describeShapeFault } from "./words.js";

/** Reads a document out of a PDF, or out of JSON that was extracted before; which of them it is, its first bytes tell. */
export async function readDocument(path: string, mebibytes: number, extract: Extractor, onPage?: OnPage): Promise<AnnexDocument> {
  const bytes = await readInput(path, mebibytes);
  if (!looksLikeJson(bytes)) return (await extract(path, bytes, onPage)).document;
  const json = parseJson(path, bytes);
  const checked = validateDocument(json);
  if ("document" in checked) return checked.document;
  const [first = ""] = checked.faults.map(describeShapeFault);
  throw new Failure(`${path}: not an extracted annex: ${first}`, `annex validate ${path} shows all that is wrong.`);
}

/** Whether the first byte that is no white space and no byte order mark opens an object. */
function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/u.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 1024)));
}
