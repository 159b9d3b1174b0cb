import { ITEM_COLUMNS, type ItemColumn } from "../../src/model/annex.js";
import type { PlainDocument, PlainItem, PlainMeeting } from "../support/gold.js";

/** An edited copy of a document, and the changes that a reader would tell, each in a line. */
export interface EditedCopy {
  readonly document: PlainDocument;
  readonly expected: readonly string[];
}

/** Items that have one parent, or stand at the top of one cell. */
interface Siblings {
  readonly items: PlainItem[];
  readonly meeting: PlainMeeting;
  readonly column: ItemColumn;
}

/** Carries out so many edits of every kind, chosen by the seed; none touches what another has touched. */
export function editedCopy(original: PlainDocument, seed: number, edits: number): EditedCopy {
  const editor = new Editor(structuredClone(original), seed);
  for (let count = 0; count < edits; count += 1) editor.edit();
  return { document: editor.document, expected: editor.expected };
}

/** The words of new texts, which the annex has too: a text of its own words is no other text reworded. */
const WORDS = (
  "support cultural heritage creative industries cooperation exchange artists cities policy education young people digital archives museums " +
  "libraries festivals translation cinema music design crafts tourism climate resilience inclusion research training mobility networks funding"
).split(" ");

class Editor {
  readonly expected: string[] = [];
  readonly #random: () => number;
  readonly #touched = new Set<PlainItem>();
  readonly #reordered = new Set<readonly PlainItem[]>();
  readonly #changedFields = new Set<string>();
  readonly #addedMeetings = new Set<PlainMeeting>();

  constructor(
    readonly document: PlainDocument,
    seed: number,
  ) {
    this.#random = mulberry32(seed);
  }

  /** One edit; where the one that was drawn finds nothing to be done to, another is drawn. */
  edit(): void {
    const kinds = [
      () => this.#add(),
      () => this.#remove(),
      () => this.#reword(),
      () => this.#moveElsewhere(false),
      () => this.#moveElsewhere(true),
      () => this.#reorder(),
      () => this.#split(),
      () => this.#merge(),
      () => this.#double(),
      () => this.#changeField(),
      () => this.#changeHeading(),
      () => this.#addMeeting(),
    ];
    while (!this.#pick(kinds)());
  }

  #add(): boolean {
    const { items, meeting, column } = this.#pick(this.#lists());
    const text = this.#newText();
    if (!this.#insert(items, { marker: "bullet", text })) return false;
    this.expected.push(`added ${at(meeting, column)}: ${text}`);
    return true;
  }

  #remove(): boolean {
    const found = this.#freeItem(() => true);
    if (found === undefined) return false;
    const { item, items } = found;
    items.splice(items.indexOf(item), 1);
    this.#touchAll(item);
    this.expected.push(`removed: ${item.text}`);
    return true;
  }

  #reword(): boolean {
    const found = this.#freeItem((item) => wordsIn(item.text) >= 5);
    if (found === undefined) return false;
    const { item, meeting, column } = found;
    const before = item.text;
    item.text = this.#reworded(before);
    this.#touched.add(item);
    this.expected.push(`changed ${at(meeting, column)}: ${before} → ${item.text}`);
    return true;
  }

  /** To another cell, or below another parent. */
  #moveElsewhere(isReworded: boolean): boolean {
    const found = this.#freeItem((item) => item.children === undefined && wordsIn(item.text) >= 8);
    if (found === undefined) return false;
    const { item, items } = found;
    const target = this.#pick(this.#lists());
    if (target.items === items || !this.#canInsert(target.items)) return false;
    const before = item.text;
    items.splice(items.indexOf(item), 1);
    if (isReworded) item.text = this.#reworded(before);
    this.#insert(target.items, item);
    const where = at(target.meeting, target.column);
    this.expected.push(isReworded ? `changed and moved ${where}: ${before} → ${item.text}` : `moved ${where}: ${before}`);
    return true;
  }

  /** From the head of a list to its end: past so many others that nobody could say that those moved. */
  #reorder(): boolean {
    const { items, meeting, column } = this.#pick(this.#lists());
    const [item] = items;
    const texts = new Set(items.map(({ text }) => text));
    if (item === undefined || items.length < 4 || texts.size < items.length || items.some((other) => this.#touched.has(other))) return false;
    items.push(...items.splice(0, 1));
    for (const other of items) this.#touched.add(other);
    this.#reordered.add(items);
    this.expected.push(`moved ${at(meeting, column)}: ${item.text}`);
    return true;
  }

  #split(): boolean {
    const found = this.#freeItem((item) => item.children === undefined && wordsIn(item.text) >= 12);
    if (found === undefined) return false;
    const { item, items, meeting, column } = found;
    if (!this.#canInsert(items)) return false;
    const before = item.text;
    const words = before.split(/\s+/u);
    const middle = Math.ceil(words.length / 2);
    item.text = words.slice(0, middle).join(" ");
    const rest: PlainItem = { marker: "bullet", text: words.slice(middle).join(" ") };
    items.splice(items.indexOf(item) + 1, 0, rest);
    this.#touched.add(item).add(rest);
    this.expected.push(`changed ${at(meeting, column)}: ${before} → ${item.text}`, `added ${at(meeting, column)}: ${rest.text}`);
    return true;
  }

  #merge(): boolean {
    const found = this.#freeItem((item) => item.children === undefined && wordsIn(item.text) >= 5);
    if (found === undefined) return false;
    const { item, items, meeting, column } = found;
    const next = items[items.indexOf(item) + 1];
    if (next === undefined || next.children !== undefined || this.#touched.has(next) || wordsIn(next.text) > wordsIn(item.text)) return false;
    const before = item.text;
    item.text = `${before} ${next.text}`;
    items.splice(items.indexOf(next), 1);
    this.#touched.add(item).add(next);
    this.expected.push(`changed ${at(meeting, column)}: ${before} → ${item.text}`, `removed: ${next.text}`);
    return true;
  }

  /** The same text a second time in the same list. */
  #double(): boolean {
    const found = this.#freeItem((item) => item.children === undefined);
    if (found === undefined) return false;
    const { item, items, meeting, column } = found;
    if (!this.#canInsert(items)) return false;
    const copy: PlainItem = { marker: "bullet", text: item.text };
    items.splice(items.indexOf(item) + 1, 0, copy);
    this.#touched.add(item).add(copy);
    this.expected.push(`added ${at(meeting, column)}: ${copy.text}`);
    return true;
  }

  #changeField(): boolean {
    const field = this.#pick(["theme", "city", "country", "dateText"] as const);
    const meeting = this.#pick(this.document.meetings);
    const name = `${meeting.label} ${field}`;
    if (this.#changedFields.has(name) || this.#addedMeetings.has(meeting)) return false;
    this.#changedFields.add(name);
    this.expected.push(`changed ${meeting.number} ${field}: "${meeting[field]}" → "${meeting[field]}, as was said"`);
    meeting[field] = `${meeting[field]}, as was said`;
    return true;
  }

  #changeHeading(): boolean {
    const { document } = this.document;
    if (document.lastUpdated === "2030-01-01") return false;
    this.expected.push(`changed document lastUpdated: "${document.lastUpdated}" → "2030-01-01"`);
    document.lastUpdated = "2030-01-01";
    return true;
  }

  #addMeeting(): boolean {
    if (this.#addedMeetings.size > 0) return false;
    const cell = (): PlainItem[] => [0, 1, 2].map(() => ({ marker: "bullet", text: this.#newText() }));
    const cells = { workshops: cell(), actionPlan: cell(), recommendations: cell(), followUp: cell() };
    const day = { dateText: "3-4 June 2024", start: "2024-06-03", end: "2024-06-04" };
    const meeting = { number: 9, label: "ASEM CMM 9", theme: "A Theme of Its Own", city: "Hanoi", country: "Viet Nam", ...day, ...cells };
    this.document.meetings.unshift(meeting);
    this.#addedMeetings.add(meeting);
    this.expected.push("added meeting: ASEM CMM 9");
    return true;
  }

  #lists(): Siblings[] {
    return this.document.meetings
      .filter((meeting) => !this.#addedMeetings.has(meeting))
      .flatMap((meeting) =>
        ITEM_COLUMNS.flatMap((column) => {
          const below = (items: PlainItem[]): PlainItem[][] => [items, ...items.flatMap(({ children = [] }) => (children.length === 0 ? [] : below(children)))];
          return below(meeting[column]).map((items) => ({ items, meeting, column }));
        }),
      );
  }

  #freeItem(isWanted: (item: PlainItem) => boolean): (Siblings & { item: PlainItem }) | undefined {
    const found = this.#lists().flatMap((list) => (this.#reordered.has(list.items) ? [] : list.items.map((item) => ({ ...list, item }))));
    const free = found.filter(({ item }) => !this.#touched.has(item) && !(item.children ?? []).some((child) => this.#touched.has(child)) && isWanted(item));
    return free.length === 0 ? undefined : this.#pick(free);
  }

  #canInsert(items: readonly PlainItem[]): boolean {
    return !this.#reordered.has(items);
  }

  #insert(items: PlainItem[], item: PlainItem): boolean {
    if (!this.#canInsert(items)) return false;
    items.splice(Math.floor(this.#random() * (items.length + 1)), 0, item);
    this.#touched.add(item);
    return true;
  }

  #touchAll(item: PlainItem): void {
    this.#touched.add(item);
    for (const child of item.children ?? []) this.#touchAll(child);
  }

  /** The text with one word of five replaced. */
  #reworded(text: string): string {
    const words = text.split(/\s+/u);
    for (let count = 0; count < words.length / 5; count += 1) words[Math.floor(this.#random() * words.length)] = `${this.#pick(WORDS)}ly`;
    return words.join(" ");
  }

  #newText(): string {
    return Array.from({ length: 5 + Math.floor(this.#random() * 8) }, () => this.#pick(WORDS)).join(" ");
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }
}

function at(meeting: PlainMeeting, column: ItemColumn): string {
  return `${meeting.number}/${column}`;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}

/** Mulberry32, a generator of random numbers with a seed (Tommy Ettinger, 2017, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
