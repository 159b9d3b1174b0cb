/** The packages that text recognition needs, which an install may leave out. */
export const OCR_PACKAGES = ["tesseract.js", "@tesseract.js-data/eng"] as const;

/** Looks for the packages, and loads none; rejects with the error of a module that is not there. */
export function findOcrPackages(): Promise<void> {
  return Promise.resolve().then(() => {
    for (const name of OCR_PACKAGES) import.meta.resolve(name);
  });
}
