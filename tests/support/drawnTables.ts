import PDFDocument from "pdfkit";

/** A table to draw: its rows of texts, on pages of their own if `pages` has several. */
export interface DrawnTable {
  readonly pages: readonly (readonly (readonly string[])[])[];
  /** Whether lines are drawn around its cells. */
  readonly ruled?: boolean;
}

const COLUMN = 110;
const ROW = 18;

/** Draws tables with pdfkit, all columns equally wide; always the same bytes. */
export async function drawnTables({ pages, ruled = true }: DrawnTable): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({ size: "A4", autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (const rows of pages) {
    pdf.addPage().fontSize(10);
    rows.forEach((cells, row) => {
      cells.forEach((text, col) => {
        const left = 50 + COLUMN * col;
        const top = 60 + ROW * row;
        if (ruled) pdf.rect(left, top, COLUMN, ROW).stroke();
        pdf.text(text, left + 4, top + 5, { lineBreak: false });
      });
    });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
