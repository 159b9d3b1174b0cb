import { OCR_PACKAGES, findOcrPackages } from "../../ocr/packages.js";
import type { OcrOptions, ReadingOptions } from "../commandLine/options.js";
import { readText } from "../files/input.js";
import { withOptional } from "../terminal/optionalPackages.js";

/** How PDFs are opened: with which password, and whether scans are recognised. */
export interface Access {
  readonly password?: string;
  readonly ocr?: true;
}

/**
 * How the user wants PDFs to be opened.
 *
 * @throws Failure if scans are to be recognised but the packages for that are missing.
 */
export async function accessOf(options: ReadingOptions & OcrOptions): Promise<Access> {
  const { ocr } = options;
  if (ocr === true) await withOptional(OCR_PACKAGES, "--ocr", findOcrPackages);
  const password = await passwordOf(options);
  return { ...(password === undefined ? {} : { password }), ...(ocr === true ? { ocr } : {}) };
}

/** The password of encrypted PDFs: the first line of the file, or ANNEX_PASSWORD. */
async function passwordOf({ passwordFile }: ReadingOptions): Promise<string | undefined> {
  if (passwordFile !== undefined) return (await readText(passwordFile)).split(/\r?\n/u, 1)[0];
  return process.env["ANNEX_PASSWORD"];
}
