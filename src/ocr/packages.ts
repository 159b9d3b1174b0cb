/** The packages that text recognition needs; an install may omit them. */
export const OCR_PACKAGES = ["tesseract.js", "@tesseract.js-data/eng"] as const;

/** Looks for the packages without loading them; rejects with the error of a missing module. */
export function findOcrPackages(): Promise<void> {
  return Promise.resolve().then(() => {
    for (const name of OCR_PACKAGES) import.meta.resolve(name);
  });
}
