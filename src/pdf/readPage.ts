import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { type Damage, damageBy } from "../model/damage.js";
import { dropDoubleStrikes } from "./drawing/doubles.js";
import { type LoadedFont, dropOutlines, loadFont } from "./drawing/fonts.js";
import { type DrawnPage, drawnPage } from "./drawing/drawnPage.js";
import type { PageContext } from "./drawing/interpreter.js";
import { OptionalContent } from "./drawing/optionalContent.js";
import type { PageTree } from "./objects/pageTree.js";
import type { PdfPage, UnreadablePage } from "./page.js";
import { complaintOn, placeComplaint } from "./pdfjs/complaints.js";
import type { OperatorList } from "./pdfjs/operatorList.js";
import { matrixOf } from "./pdfjs/untyped.js";
import type { TextFinder } from "./textFinder.js";

/** What pages are read with, and what is known so far. */
export interface PageReading {
  readonly document: PDFDocumentProxy;
  readonly findTexts: TextFinder;
  /** The fonts seen so far, by the names that pdf.js gives them. */
  readonly fonts: Map<string, LoadedFont>;
  /** Undefined if it is not read yet, or cannot be. */
  readonly tree: PageTree | undefined;
  /** The numbers of the objects of the pages that were read. */
  readonly objects: number[];
  /** Whether the PDF's objects had to be searched for. */
  readonly isMended: boolean;
}

/** What pdf.js provides for a page. */
export interface ParsedPage {
  readonly proxy: PDFPageProxy;
  readonly list: OperatorList;
}

/** Has pdf.js parse a page. */
export async function parsePage(document: PDFDocumentProxy, number: number): Promise<ParsedPage | UnreadablePage> {
  try {
    const proxy = await document.getPage(number);
    const list = await proxy.getOperatorList();
    // pdf.js also gives an empty list for content that it cannot read at all, but then reading its text fails.
    if (list.fnArray.length === 0) await proxy.getTextContent();
    return { proxy, list };
  } catch (error) {
    return { number, reason: damageBy(error) };
  }
}

/** Makes a page from what pdf.js provides, and releases its memory. */
export async function readPage({ proxy, list }: ParsedPage, reading: PageReading): Promise<PdfPage | UnreadablePage> {
  const { pageNumber: number } = proxy;
  const { width, height, transform } = proxy.getViewport({ scale: 1 });
  const object = proxy.ref?.num;
  if (object !== undefined) reading.objects.push(object);
  try {
    const layers = list.fnArray.length > 0 ? await reading.document.getOptionalContentConfig() : undefined;
    const drawn = drawnPage(list, {
      toShown: matrixOf(transform),
      page: { x0: 0, y0: 0, x1: width, y1: height },
      layers: new OptionalContent((group) => layers?.isVisible(group) !== false),
      fontOf: fontReader(proxy, reading.fonts),
    });
    // If something was left out, it is what the empty page lacks.
    if (list.fnArray.length === 0) placeComplaint(number);
    const damage = complaintOn(number) ?? damageIn(drawn) ?? reading.tree?.damageOf(object) ?? emptyBy(reading, list);
    if (damage !== undefined && drawn.glyphs.length === 0) return { number, reason: damage };
    const { glyphs, doubled } = dropDoubleStrikes(
      await reading.findTexts({ number, list, glyphs: drawn.glyphs, uncertain: drawn.uncertain }),
    );
    const { rulings, shapes, pictureArea } = drawn;
    return { number, width, height, glyphs, doubled, rulings, shapes, pictureArea, damage, operators: list.fnArray.length };
  } catch (error) {
    return { number, reason: damageBy(error) };
  } finally {
    proxy.cleanup();
  }
}

/** Finds the fonts of a page, each read once for all pages. */
function fontReader(proxy: PDFPageProxy, fonts: Map<string, LoadedFont>): PageContext["fontOf"] {
  return (id) => {
    const known = fonts.get(id);
    if (known !== undefined || !proxy.commonObjs.has(id)) return known;
    const shared: unknown = proxy.commonObjs.get(id);
    const font = loadFont(shared);
    dropOutlines(shared);
    fonts.set(id, font);
    return font;
  };
}

/** What keeps a page from being read completely, by what it draws; undefined if nothing does. */
function damageIn({ endsEarly, lacksFont, hasTextInPattern, glyphs }: DrawnPage): Damage | undefined {
  if (endsEarly) return { code: "content-ends-early" };
  if (lacksFont) return { code: "font-unreadable" };
  // A page with nothing else is reported as one without text.
  return hasTextInPattern && glyphs.length > 0 ? { code: "text-in-pattern" } : undefined;
}

/** Why a page may show nothing though it should; undefined if nothing shows damage. */
function emptyBy({ isMended }: PageReading, { fnArray }: OperatorList): Damage | undefined {
  return isMended && fnArray.length === 0 ? { code: "nothing-drawn" } : undefined;
}
