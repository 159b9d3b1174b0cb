import { type RawObject, rawPdf } from "./rawPdf.js";

/** What a PDF of `unmappedPdf` has besides its page's content. */
export interface UnmappedPdf {
  /** Entries of the catalog, the page and its resources, except fonts. */
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  /** Objects from number 10 on. */
  readonly more?: readonly RawObject[];
}

/** The fonts of `unmappedPdf`, for the resources of forms. */
export const FONTS = "/Font << /F1 5 0 R /F2 6 0 R /F3 9 0 R >>";

/**
 * A PDF of one page with this content. F1 is Helvetica; F2 has codes of two bytes that are numbers of glyphs, and no map from them; F3 has
 * one glyph of an unknown name, code 65. Object 3 is the page, 4 its content.
 */
export function unmappedPdf(content: RawObject | string, { catalog = "", page = "", resources = "", more = [] }: UnmappedPdf = {}): Uint8Array<ArrayBuffer> {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << ${FONTS} ${resources} >> ${page} >>`,
    typeof content === "string" ? { data: content, deflate: true } : content,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /Silent /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Silent /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 600 >>",
    "<< /Type /FontDescriptor /FontName /Silent /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Stranger /FontDescriptor 8 0 R /FirstChar 65 /LastChar 65 /Widths [600] /Encoding << /Type /Encoding /Differences [65 /stranger] >> >>",
    ...more,
  ]);
}
