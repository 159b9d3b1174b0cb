/** Finds the text of glyphs whose font does not give it, in ActualText. Nothing is loaded if the fonts give everything. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { UncertainPage } from "./actualText/actualText.js";
import type { Glyph } from "./page.js";

/**
 * The glyphs of a page, where those whose font gives no text are replaced by glyphs with the text found elsewhere; those without any are
 * marked.
 */
export type TextFinder = (page: UncertainPage) => Promise<readonly Glyph[]>;

/** Looks for ActualText in a PDF, from the first page on that needs it. */
export function textFinder(document: PDFDocumentProxy, password: string | undefined): TextFinder {
  const open = async () => (await import("./actualText/actualText.js")).openActualText(document, password);
  let opened: ReturnType<typeof open> | undefined;
  return async (page) => {
    const { glyphs, uncertain } = page;
    if (![...uncertain].some((i) => glyphs[i]?.visibility === "visible")) return glyphs;
    const replace = await (opened ??= open());
    const replaced = replace === undefined ? glyphs : replace(page);
    return replaced.map((glyph, i) =>
      uncertain.has(i) && glyph === glyphs[i] && GUESS.test(glyph.text) ? { ...glyph, guessed: true } : glyph,
    );
  };
}

/** A letter or a digit with a one-byte code. Many symbols are bullets, in fonts that need not say what characters they are. */
const GUESS = /^(?=[\p{L}\p{N}])[\u0000-\u00FF]$/u;
