import type { Change, ItemPlace, MeetingContent } from "../../src/diff/model.js";
import { comparable } from "../../src/diff/text.js";
import { ITEM_COLUMNS, type AnnexDocument, type Item } from "../../src/model/annex.js";

/** What a document means, with no layout: fields, and texts in their nesting. */
export interface Meaning {
  document: Record<string, unknown>;
  meetings: MeetingMeaning[];
}

interface MeetingMeaning {
  fields: Record<string, unknown>;
  cells: Record<string, Node[]>;
}

interface Node {
  text: string;
  children: Node[];
}

const FIELDS = ["number", "label", "theme", "city", "country", "dateText", "start", "end"] as const;

/** The meaning of a document. */
export function meaningOf(document: AnnexDocument): Meaning {
  return { document: { ...document.document }, meetings: document.meetings.map(meetingMeaning) };
}

function meetingMeaning(meeting: AnnexDocument["meetings"][number] | MeetingContent): MeetingMeaning {
  return {
    fields: Object.fromEntries(FIELDS.map((field) => [field, meeting[field]])),
    cells: Object.fromEntries(ITEM_COLUMNS.map((column) => [column, meeting[column].map(nodeOf)])),
  };
}

function nodeOf(item: Item | ItemPlace): Node {
  return { text: comparable(item.text), children: (item.children ?? []).map(nodeOf) };
}

/** Carries the changes out on the meaning of the older document, knowing nothing else of the newer one. */
export function apply(changes: readonly Change[], older: AnnexDocument): Meaning {
  const meaning = meaningOf(older);
  const original = meaningOf(older);
  const shadow = pairNodes(original, meaning);
  const listOf = new Map(listsOf(meaning).flatMap((list) => list.map((node) => [node, list] as const)));
  const detach = (node: Node): void => {
    const list = listOf.get(node) ?? [];
    list.splice(list.indexOf(node), 1);
  };

  const inserts: { path: string; node: Node }[] = [];
  for (const change of changes) {
    if (change.subject !== "item") continue;
    const node = change.kind === "added" ? undefined : shadow.get(itemAt(original, change.before.path));
    if (change.kind === "added") inserts.push(...flatten(change.after));
    else if (node === undefined) throw new Error(`no item at ${change.before.path}`);
    else if (change.kind === "removed") detach(node);
    else {
      if (change.kind === "changed") node.text = comparable(change.after.text);
      if (change.kind === "moved" || change.moved === true) {
        detach(node);
        inserts.push({ path: change.after.path, node });
      }
    }
  }
  applyToMeetings(changes, meaning, [...meaning.meetings]);
  for (const { path, node } of inserts.sort((a, b) => comparePaths(a.path, b.path))) {
    const { list, index } = listAt(meaning, path);
    list.splice(index, 0, node);
  }
  for (const change of changes) {
    if ("field" in change) setField(meaning, change.path, change.after);
  }
  return meaning;
}

function applyToMeetings(changes: readonly Change[], meaning: Meaning, before: readonly MeetingMeaning[]): void {
  const inserts: { index: number; meeting: MeetingMeaning }[] = [];
  for (const change of changes) {
    if (change.subject !== "meeting" || change.kind === "changed") continue;
    const old = change.kind === "added" ? undefined : before[Number(change.before.path.split("/")[2])];
    if (old !== undefined) meaning.meetings.splice(meaning.meetings.indexOf(old), 1);
    if (change.kind === "removed") continue;
    const index = Number(change.after.path.split("/")[2]);
    if (change.kind === "added") inserts.push({ index, meeting: meetingMeaning(change.after) });
    else if (old !== undefined) inserts.push({ index, meeting: old });
  }
  for (const { index, meeting } of inserts.sort((a, b) => a.index - b.index)) meaning.meetings.splice(index, 0, meeting);
}

function pairNodes(original: Meaning, copy: Meaning): Map<Node, Node> {
  const a = nodesOf(original);
  const b = nodesOf(copy);
  return new Map(a.map((node, index) => [node, b[index] ?? node]));
}

function nodesOf(meaning: Meaning): Node[] {
  const below = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...below(node.children)]);
  return meaning.meetings.flatMap((meeting) => Object.values(meeting.cells).flatMap(below));
}

function flatten(place: ItemPlace): { path: string; node: Node }[] {
  const node = { text: comparable(place.text), children: [] };
  return [{ path: place.path, node }, ...(place.children ?? []).flatMap(flatten)];
}

/** The lists of items, of the cells and of children. */
function listsOf(meaning: Meaning): Node[][] {
  return [...meaning.meetings.flatMap((meeting) => Object.values(meeting.cells)), ...nodesOf(meaning).map((node) => node.children)];
}

/** /meetings/0/workshops/3/children/1 → the list that it is in and its place there. */
function listAt(meaning: Meaning, path: string): { list: Node[]; index: number } {
  const [, , row, column, ...rest] = path.split("/");
  let list = meaning.meetings[Number(row)]?.cells[column ?? ""];
  for (const step of rest.slice(0, -1)) {
    if (step !== "children") list = list?.[Number(step)]?.children;
  }
  if (list === undefined) throw new Error(`no place ${path}`);
  return { list, index: Number(rest.at(-1)) };
}

function itemAt(meaning: Meaning, path: string): Node {
  const { list, index } = listAt(meaning, path);
  const node = list[index];
  if (node === undefined) throw new Error(`no item at ${path}`);
  return node;
}

function setField(meaning: Meaning, path: string, value: unknown): void {
  const [, room, ...rest] = path.split("/");
  if (room === "document") meaning.document[rest[0] ?? ""] = value;
  else {
    const meeting = meaning.meetings[Number(rest[0])];
    if (meeting === undefined) throw new Error(`no meeting at ${path}`);
    meeting.fields[rest[1] ?? ""] = value;
  }
}

function comparePaths(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (let step = 0; step < Math.min(left.length, right.length); step += 1) {
    const [one = "", other = ""] = [left[step], right[step]];
    if (one === other) continue;
    return /^\d+$/.test(one) ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return left.length - right.length;
}
