import PDFDocument from "pdfkit";

/** A matrix to draw: its header and its rows, each cell a text that is set in lines as wide as its column. */
export interface DrawnMatrix {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rules: "grid" | "rows" | "header" | "none";
  /** Rows on a page; all on one page if undefined. */
  readonly rowsPerPage?: number;
  readonly title?: string;
}

const SIZE = 9;
const LINE = 11;
const MARGIN = 36;
const GAP = 14;

/** Draws a matrix with pdfkit, the header on every page; always the same bytes. */
export async function drawnMatrix({ headers, rows, rules, rowsPerPage = rows.length, title }: DrawnMatrix): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({ size: [1190, 842], margin: 0, autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  pdf.font("Helvetica").fontSize(SIZE);
  const width = (1190 - 2 * MARGIN) / headers.length;
  for (let from = 0; from < rows.length; from += rowsPerPage) {
    pdf.addPage().font("Helvetica").fontSize(SIZE);
    if (title !== undefined && from === 0) pdf.text(title, MARGIN, 20, { lineBreak: false });
    let top = 50;
    [headers, ...rows.slice(from, from + rowsPerPage)].forEach((cells, row) => {
      pdf.font(row === 0 ? "Helvetica-Bold" : "Helvetica");
      const lines = cells.map((text) => wrapped(pdf, text, width - GAP));
      const height = Math.max(1, ...lines.map((cell) => cell.length)) * LINE + 10;
      lines.forEach((cell, col) => {
        const left = MARGIN + width * col;
        if (rules === "grid") pdf.rect(left, top, width, height).stroke();
        cell.forEach((line, i) => pdf.text(line, left + 4, top + 5 + LINE * i, { lineBreak: false }));
      });
      if (rules === "rows" || (rules === "header" && row === 0)) pdf.moveTo(MARGIN, top + height).lineTo(1190 - MARGIN, top + height).stroke();
      if ((rules === "rows" || rules === "header") && row === 0) pdf.moveTo(MARGIN, top).lineTo(1190 - MARGIN, top).stroke();
      top += height;
    });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function wrapped(pdf: PDFKit.PDFDocument, text: string, width: number): string[] {
  if (text === "") return [];
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && pdf.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
