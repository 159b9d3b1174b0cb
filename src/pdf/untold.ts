/** Text of glyphs whose font does not tell it, from what is written beside them. Nothing is loaded where fonts tell all. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { LoadedFont } from "./fonts.js";
import { type OperatorList, type PageContext, interpret } from "./interpreter.js";
import type { Glyph } from "./page.js";

/** A page as it was interpreted, with the fonts that the document has shown so far. */
export interface InterpretedPage {
  /** Counted from 1. */
  readonly number: number;
  readonly list: OperatorList;
  readonly context: PageContext;
  readonly glyphs: readonly Glyph[];
  readonly fonts: readonly LoadedFont[];
}

/** The glyphs of a page, with the text that is told of those whose font tells none. */
export type UntoldTexts = (page: InterpretedPage) => Promise<readonly Glyph[]>;

/** Looks for ActualText in a PDF, from the first page on that needs it. */
export function untoldTexts(document: PDFDocumentProxy, password: string | undefined): UntoldTexts {
  const open = async () => (await import("./actualText/actualText.js")).openActualText(document, password);
  let opened: ReturnType<typeof open> | undefined;
  return async ({ number, list, context, glyphs, fonts }) => {
    const silent = new Set(fonts.filter(({ untold }) => untold.size > 0).map(({ font }) => font));
    if (silent.size === 0 || !glyphs.some(({ font, visibility }) => visibility === "visible" && silent.has(font))) return glyphs;
    const known = certainTexts(list, context);
    if (!glyphs.some(({ visibility }, i) => visibility === "visible" && known[i] === undefined)) return glyphs;
    const tell = await (opened ??= open());
    return tell === undefined ? glyphs : tell({ number, list, glyphs, known });
  };
}

const UNTOLD = "\uFFFD";

/** What the fonts themselves say of each glyph of a page, which is gone through once more without guesses; undefined where they say nothing. */
function certainTexts(list: OperatorList, context: PageContext): (string | undefined)[] {
  const certain = (font: LoadedFont): LoadedFont => ({ ...font, textOf: (unicode, code, width) => (font.untold.has(code) ? UNTOLD : font.textOf(unicode, code, width)) });
  const fontOf = (id: string): LoadedFont | undefined => {
    const font = context.fontOf(id);
    return font === undefined ? undefined : certain(font);
  };
  return interpret(list, { ...context, fontOf }).glyphs.map(({ text }) => (text === UNTOLD ? undefined : text));
}
