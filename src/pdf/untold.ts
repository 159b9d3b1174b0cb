/** Text of glyphs whose font does not tell it, from what is written beside them. Nothing is loaded where fonts tell all. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { UntoldPage } from "./actualText/actualText.js";
import type { Glyph } from "./page.js";

/** The glyphs of a page, with the text that is told of those whose font tells none. */
export type UntoldTexts = (page: UntoldPage) => Promise<readonly Glyph[]>;

/** Looks for ActualText in a PDF, from the first page on that needs it. */
export function untoldTexts(document: PDFDocumentProxy, password: string | undefined): UntoldTexts {
  const open = async () => (await import("./actualText/actualText.js")).openActualText(document, password);
  let opened: ReturnType<typeof open> | undefined;
  return async (page) => {
    const { glyphs, untold } = page;
    if (![...untold].some((i) => glyphs[i]?.visibility === "visible")) return glyphs;
    const tell = await (opened ??= open());
    return tell === undefined ? glyphs : tell(page);
  };
}
