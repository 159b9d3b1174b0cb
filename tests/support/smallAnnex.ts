import PDFDocument from "pdfkit";

/** How a small annex differs from the plain one. */
export interface SmallAnnexOptions {
  /** How many meetings, one page each. */
  readonly meetings?: number;
  readonly userPassword?: string;
  /** Text of the first action of each meeting. */
  readonly action?: string;
  /** In the NO cell of the first meeting, if it is not the number in its label. */
  readonly number?: number | string;
  /** A picture that fills a last page, as PNG, or a last page with nothing on it. */
  readonly lastPage?: Uint8Array | "blank";
  /** A text in the middle of that page. */
  readonly stamp?: string;
}

const HEADERS = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"];
const LEFT = [30, 70, 200, 310, 440, 570];
const RIGHT = 760;

/** Draws an annex with a ruled table with pdfkit; always the same bytes. */
export async function smallAnnex({
  meetings = 1,
  userPassword,
  action = "Study it well",
  number,
  lastPage,
  stamp,
}: SmallAnnexOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: "A4",
    layout: "landscape",
    autoFirstPage: false,
    info: { CreationDate: new Date(0) },
    ...(userPassword === undefined ? {} : { userPassword, ownerPassword: `${userPassword}-owner` }),
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (let index = 0; index < meetings; index++) {
    pdf.addPage();
    pdf.fontSize(9);
    if (index === 0) pdf.text("THE MATRIX OF DECISIONS (2003-2018)", 250, 30, { lineBreak: false });
    const held = meetings - index;
    drawRow(pdf, 60, 80, HEADERS);
    const theme = [`ASEM CMM ${held}`, `"Theme ${held}"`, "Sofia, Bulgaria", "1-2 March 2018"];
    drawRow(pdf, 80, 240, [String(index === 0 ? (number ?? held) : held), theme, "• A workshop", `• ${action}`, ["• Go on", "• Go further"], "• Report back"]);
  }
  if (lastPage === "blank") pdf.addPage();
  else if (lastPage !== undefined) pdf.addPage().image(Buffer.from(lastPage), 0, 0, { width: pdf.page.width, height: pdf.page.height });
  if (stamp !== undefined) pdf.text(stamp, 300, 300, { lineBreak: false });
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawRow(pdf: PDFKit.PDFDocument, top: number, bottom: number, cells: readonly (string | readonly string[])[]): void {
  for (const [column, cell] of cells.entries()) {
    const left = LEFT[column] ?? 0;
    const right = LEFT[column + 1] ?? RIGHT;
    pdf.rect(left, top, right - left, bottom - top).stroke();
    for (const [line, text] of [cell].flat().entries()) pdf.text(text, left + 4, top + 6 + 12 * line, { lineBreak: false });
  }
}
