import PDFDocument from "pdfkit";

const HEADERS = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"];
const LEFT = [30, 70, 200, 310, 440, 570, 760];

/** Draws an annex of two pages whose streams are not deflated. Resolves to its bytes. */
export async function plainAnnex() {
  const pdf = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    compress: false,
    autoFirstPage: false,
    info: { CreationDate: new Date(0) },
  });
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (const number of [2, 1]) {
    pdf.addPage().fontSize(9);
    if (number === 2) pdf.text("THE MATRIX OF DECISIONS (2003-2018)", 250, 30, { lineBreak: false });
    drawRow(
      pdf,
      60,
      80,
      HEADERS.map((header) => [header]),
    );
    const theme = [`ASEM CMM ${number}`, `"Theme ${number}"`, "Sofia, Bulgaria", "1-2 March 2018"];
    drawRow(pdf, 80, 240, [
      [`${number}`],
      theme,
      ["• A workshop"],
      ["1. Study it well", "2. Study the Conven-", "tion"],
      ["• Go on", "- Go further"],
      ["• Report back"],
    ]);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawRow(pdf, top, bottom, cells) {
  for (const [column, lines] of cells.entries()) {
    pdf.rect(LEFT[column], top, LEFT[column + 1] - LEFT[column], bottom - top).stroke();
    for (const [line, text] of lines.entries()) pdf.text(text, LEFT[column] + 4, top + 6 + 12 * line, { lineBreak: false });
  }
}
