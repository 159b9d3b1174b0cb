import { readFileSync } from "node:fs";
import { ITEM_COLUMNS, annexDocumentSchema, type AnnexDocument, type Item } from "../../src/model/annex.js";
import { SCHEMA_ID, SCHEMA_VERSION } from "../../src/model/version.js";

/** An item as in the gold files: with no id and no spans. */
export interface PlainItem {
  marker: Item["marker"];
  number?: number;
  text: string;
  children?: PlainItem[];
  pages?: number[];
}

/** A meeting as in the gold files. */
export interface PlainMeeting {
  number: number | null;
  label: string;
  theme: string;
  city: string | null;
  country: string | null;
  dateText: string | null;
  start: string | null;
  end: string | null;
  workshops: PlainItem[];
  actionPlan: PlainItem[];
  recommendations: PlainItem[];
  followUp: PlainItem[];
}

/** A document as in the gold files. */
export interface PlainDocument {
  document: AnnexDocument["document"];
  meetings: PlainMeeting[];
}

/** Reads a gold file; each call gives a new one that a test may edit. */
export function plainGold(year: 2016 | 2019): PlainDocument {
  return JSON.parse(readFileSync(new URL(`../../fixtures/annex-${year}.gold.json`, import.meta.url), "utf8")) as PlainDocument;
}

/** Completes a document with what the gold files leave out: ids, pages, spans, source. */
export function complete(plain: PlainDocument, file = "annex.pdf", diagnostics: AnnexDocument["diagnostics"] = []): AnnexDocument {
  return annexDocumentSchema.parse({
    $schema: SCHEMA_ID,
    schemaVersion: SCHEMA_VERSION,
    document: plain.document,
    source: { file, sha256: "0".repeat(64), bytes: 1, pages: 19, producer: null },
    meetings: plain.meetings.map((meeting, index) => ({
      ...meeting,
      pages: pagesOf(ITEM_COLUMNS.flatMap((column) => meeting[column])),
      ...Object.fromEntries(
        ITEM_COLUMNS.map((column) => [column, completeItems(meeting[column], `${meetingId(plain, index)}/${column}`)]),
      ),
    })),
    diagnostics,
  });
}

/** The pages of the items and of all their children; page 1 for those that give none. */
function pagesOf(items: readonly PlainItem[]): number[] {
  const below = (item: PlainItem): number[] => [...(item.pages ?? [1]), ...(item.children ?? []).flatMap(below)];
  const pages = new Set(items.flatMap(below));
  return pages.size === 0 ? [1] : [...pages].sort((a, b) => a - b);
}

/** cmm8; if several meetings have the same number, or none, the index makes the id unique. */
function meetingId({ meetings }: PlainDocument, index: number): string {
  const number = meetings[index]?.number;
  const isUnique = number != null && meetings.filter((meeting) => meeting.number === number).length === 1;
  return isUnique ? `cmm${number}` : `row${index + 1}`;
}

function completeItems(items: readonly PlainItem[], prefix: string): unknown[] {
  return items.map((item, index) => {
    const id = `${prefix}/${index + 1}`;
    const pages = item.pages ?? [1];
    return {
      id,
      marker: item.marker,
      ...(item.number === undefined ? {} : { number: item.number }),
      text: item.text,
      ...(item.children === undefined || item.children.length === 0 ? {} : { children: completeItems(item.children, id) }),
      pages,
      spans: pages.map((page) => ({ page, bbox: [72, 100 + index, 200, 110 + index] })),
    };
  });
}

/** The gold as a whole document. */
export function gold(year: 2016 | 2019): AnnexDocument {
  return complete(plainGold(year), `annex-${year}.pdf`);
}
