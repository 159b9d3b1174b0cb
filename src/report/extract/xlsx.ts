import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/node";
import { type AnnexDocument, ITEM_COLUMNS } from "../../model/annex.js";
import { itemsToText } from "../itemsText.js";
import { COLUMN_LABELS } from "../labels.js";
import { ITEM_FIELDS, MEETING_FIELDS } from "./csv.js";
import { meetingLines } from "./heading.js";
import { type MeetingRow, itemRows, meetingRows } from "./rows.js";

/** The longest text of a cell, in characters (Excel's specifications and limits). */
const LONGEST_CELL = 32_767;

/** Ends a text that does not fit into a cell. */
const CUT = "… (see the sheet Items)";

/** Widths in characters, for columns that need more than the usual room. */
const WIDTHS: Readonly<Record<string, number>> = {
  id: 26,
  column: 18,
  theme: 50,
  text: 80,
  parent: 26,
  dateText: 24,
  pages: 12,
  spans: 30,
};

/** As early as the time stamps of zip files go, and the same in every time zone: their hours are local ones. */
const NO_TIME = new Date(1980, 0, 1);

/** The document as a workbook: the matrix as in the PDF, and its meetings and items a row each. */
export async function documentToXlsx(document: AnnexDocument): Promise<Uint8Array> {
  const sheets = [matrixSheet(document), meetingSheet(document), itemSheet(document)];
  const bytes = await writeExcelFile(sheets).toBuffer();
  // The library stamps the files with the time of day.
  return zipSync(unzipSync(bytes), { mtime: NO_TIME });
}

function matrixSheet({ meetings }: AnnexDocument): Sheet<never> {
  const rows = meetings.map((meeting) => [
    textCell([meeting.label, ...meetingLines(meeting)].join("\n")),
    ...ITEM_COLUMNS.map((column) => textCell(itemsToText(meeting[column]))),
  ]);
  const names = ["Meeting", ...ITEM_COLUMNS.map((column) => COLUMN_LABELS[column])];
  return sheetOf("Matrix", names, rows, [30, 40, 60, 60, 60]);
}

function meetingSheet(document: AnnexDocument): Sheet<never> {
  const rows = meetingRows(document).map((row) => MEETING_FIELDS.map((field) => valueCell(field, row[field])));
  return sheetOf("Meetings", MEETING_FIELDS, rows, MEETING_FIELDS.map(widthOf));
}

function itemSheet(document: AnnexDocument): Sheet<never> {
  const fields = ITEM_FIELDS.filter((field) => field !== "spans");
  const rows = itemRows(document).map((row) => fields.map((field) => valueCell(field, row[field])));
  return sheetOf("Items", fields, rows, fields.map(widthOf));
}

function sheetOf(name: string, names: readonly string[], rows: Row[], widths: readonly number[]): Sheet<never> {
  const header = names.map((text): CellObject => ({
    value: text,
    type: String,
    fontWeight: "bold",
    wrap: true,
    backgroundColor: "#E8ECF1",
  }));
  return {
    sheet: name,
    data: [header, ...rows],
    stickyRowsCount: 1,
    orientation: "landscape",
    columns: widths.map((width) => ({ width })),
  };
}

function widthOf(field: string): number {
  return WIDTHS[field] ?? 14;
}

function valueCell(field: string, value: MeetingRow[keyof MeetingRow]): CellObject | null {
  if (value === null) return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" };
  if (typeof value !== "string") return textCell(value.join(", "));
  // Days, as spreadsheets count them from midnight UTC.
  if (field === "start" || field === "end") return { value: new Date(value), type: Date, format: "yyyy-mm-dd", alignVertical: "top" };
  return textCell(value);
}

function textCell(text: string): CellObject | null {
  if (text === "") return null;
  const legal = text.replace(ILLEGAL, "\u25A1");
  const value = legal.length > LONGEST_CELL ? legal.slice(0, LONGEST_CELL - CUT.length) + CUT : legal;
  return { value, type: String, wrap: true, alignVertical: "top" };
}

/** Characters that XML 1.0 does not allow, and U+FFFD: the library would drop them silently. */
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
