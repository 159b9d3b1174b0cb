import type { PDFDocumentProxy } from "pdfjs-dist";
import { LARGEST_COPY } from "../fileBytes.js";
import { unlessUnreadable } from "../objects/objects.js";
import { PdfObjects } from "../objects/pdfObjects.js";
import type { Glyph } from "../page.js";
import type { OperatorList } from "../pdfjs/operatorList.js";
import { SETTINGS, getDocument, parsing } from "../pdfjs/pdfjs.js";
import { replacedTexts } from "./apply.js";
import { type ListedText, listedText } from "./operators.js";
import { type ShownText, shownText } from "./shownText.js";
import { Structure } from "./structure.js";
import type { ReplacementText } from "./replacement.js";

/** A page whose fonts do not say what all glyphs show. */
export interface UncertainPage {
  /** Counted from 1. */
  readonly number: number;
  readonly list: OperatorList;
  readonly glyphs: readonly Glyph[];
  /** The indices of those whose text is a guess or not given by their font. */
  readonly uncertain: ReadonlySet<number>;
}

/** Gives glyphs their text: those that get one are new objects. */
export type TextReplacer = (page: UncertainPage) => readonly Glyph[];

/**
 * Opens a PDF for its ActualText, which pdf.js ignores. But pdf.js can rewrite a PDF, repaired and decrypted, so that its objects are the
 * ones that pdf.js saw. Undefined if they cannot be read.
 */
export async function openActualText(document: PDFDocumentProxy, password: string | undefined): Promise<TextReplacer | undefined> {
  const bytes = await rewritten(document, password);
  return bytes === undefined ? undefined : unlessUnreadable(() => textReplacer(new PdfObjects(bytes)));
}

/** pdf.js modifies a document that it rewrites: the PDF is opened a second time for that, which takes several times its memory. */
async function rewritten(document: PDFDocumentProxy, password: string | undefined): Promise<Uint8Array | undefined> {
  const data = await document.getData();
  if (data.byteLength > LARGEST_COPY) return undefined;
  const task = getDocument({ ...SETTINGS, ...parsing(), data, ...(password === undefined ? {} : { password }) });
  try {
    const copy = await task.promise;
    // A file made of one part stays encrypted: hence a second part without pages.
    const parts = [{ document: null }, { document: null, excludePages: [[0, copy.numPages - 1]] }];
    // Its type hides that pdf.js returns null on failure.
    const bytes: unknown = await copy.extractPages(parts);
    return bytes instanceof Uint8Array ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}

function textReplacer(objects: PdfObjects): TextReplacer {
  const structure = new Structure(objects.catalog, objects.resolve);
  return ({ number, list, glyphs, uncertain }) => {
    const page = objects.pages[number - 1];
    const shown = page === undefined ? undefined : unlessUnreadable(() => shownText(page, objects, structure));
    const replacements = shown === undefined ? undefined : replacementsByGlyph(shown, listedText(list), glyphs.length);
    if (replacements === undefined) return glyphs;
    const texts = replacedTexts(
      glyphs.map((glyph, i) => ({ glyph, known: uncertain.has(i) ? undefined : glyph.text, replacements: replacements[i] ?? [] })),
    );
    return glyphs.map((glyph, i) => {
      const text = texts.get(i);
      return text === undefined ? glyph : { ...glyph, text };
    });
  };
}

/**
 * The replacement texts of each glyph: glyphs come in the order of the operators. Undefined if pdf.js lists other operators than were found: then
 * it is unknown what belongs to which, and a wrong text would be worse than none.
 */
function replacementsByGlyph(shown: ShownText, listed: ListedText, glyphs: number): (readonly ReplacementText[])[] | undefined {
  const { trace } = shown;
  if (trace.length !== listed.trace.length || trace.some((step, i) => step !== listed.trace[i])) return undefined;
  const replacements = listed.glyphs.flatMap((count, i) => Array.from({ length: count }, () => shown.replacements[i] ?? []));
  return replacements.length + listed.ofAnnotations === glyphs ? replacements : undefined;
}
