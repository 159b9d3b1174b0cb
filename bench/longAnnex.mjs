import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";

const HEADERS = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"];
const COLUMNS = ["workshops", "actionPlan", "recommendations", "followUp"];
const LEFT = [30, 70, 190, 330, 470, 610, 770];
const TOP = 40;
const BOTTOM = 560;
const PADDING = 4;

/** Pages of a meeting; only the first has its number and its theme. */
const PAGES_PER_MEETING = 5;

/** Draws an annex of a given number of pages: the decisions of the 2019 edition, again and again. Resolves to its bytes. */
export async function longAnnex(pages) {
  const gold = JSON.parse(readFileSync(new URL("../fixtures/annex-2019.gold.json", import.meta.url), "utf8"));
  const sources = COLUMNS.map((column) => endless(gold.meetings.flatMap((meeting) => meeting[column]).map((item) => item.text)));
  const pdf = new PDFDocument({ size: "A4", layout: "landscape", margin: 0, autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  const meetings = Math.ceil(pages / PAGES_PER_MEETING);
  for (let page = 0; page < pages; page++) {
    pdf.addPage().fontSize(8);
    const number = meetings - Math.floor(page / PAGES_PER_MEETING);
    let top = TOP;
    if (page === 0) pdf.text("THE MATRIX OF EVALUATION AND DECISIONS (2003-2018)", 280, 20, { lineBreak: false });
    drawFrames(pdf, top, top + 20);
    HEADERS.forEach((header, column) => pdf.text(header, LEFT[column] + PADDING, top + 6, { lineBreak: false }));
    top += 20;
    drawFrames(pdf, top, BOTTOM);
    if (page % PAGES_PER_MEETING === 0) {
      pdf.text(String(number), LEFT[0] + PADDING, top + PADDING, { lineBreak: false });
      const theme = [`ASEM CMM ${number}`, `"Theme of meeting ${number}"`, "Sofia, Bulgaria", "1-2 March 2018"];
      theme.forEach((line, index) => pdf.text(line, LEFT[1] + PADDING, top + PADDING + 11 * index, { lineBreak: false }));
    }
    sources.forEach((source, index) => drawItems(pdf, source, index + 2, top + PADDING));
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawFrames(pdf, top, bottom) {
  for (let column = 0; column < HEADERS.length; column++)
    pdf.rect(LEFT[column], top, LEFT[column + 1] - LEFT[column], bottom - top).stroke();
}

function drawItems(pdf, source, column, top) {
  const width = LEFT[column + 1] - LEFT[column] - 2 * PADDING - 10;
  let y = top;
  for (let text = source(); y + pdf.heightOfString(text, { width }) < BOTTOM - 160; text = source()) {
    pdf.text("•", LEFT[column] + PADDING, y, { lineBreak: false });
    pdf.text(text, LEFT[column] + PADDING + 10, y, { width });
    y = pdf.y + 2;
  }
}

function endless(texts) {
  let next = 0;
  return () => texts[next++ % texts.length];
}
