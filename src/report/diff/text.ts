import type { AnnexDiff, Change, FieldChange, ItemChange, ItemPlace, MeetingChange, MeetingContent, WordRun } from "../../diff/model.js";
import { withNested } from "../../model/nested.js";
import { countOf, pagesInWords } from "../labels.js";
import type { Style, Terminal } from "../style.js";
import { wrap, type Piece } from "../wrap.js";
import { columnsOf, fieldLabel, meetingInWords, sectionsOf, spaced, summaryInWords, valueInWords } from "./sections.js";

const plain = (text: string): string => text;

/** The diff for people, word by word; without colours the words are marked [-removed-] and {+added+} as in git. */
export function diffToText(diff: AnnexDiff, withIds: boolean, terminal: Terminal): string {
  const { style, width } = terminal;
  const blocks = [wrap([{ text: `${diff.from.file} → ${diff.to.file}`, paint: style.strong }], width)];
  for (const section of sectionsOf(diff)) {
    const lines = [style.strong(section.title)];
    for (const group of section.groups) {
      if (group.title !== null) lines.push(`  ${style.faint(group.title)}`);
      lines.push(...group.changes.map((change) => changeInLines(change, terminal)));
    }
    blocks.push(lines.join("\n"));
  }
  if (withIds) {
    const links = diff.ids.map((link) => wrap([{ text: `${link.from} → ${link.to ?? "(gone)"}`, paint: plain }], width, "  "));
    blocks.push([style.strong("Ids"), ...links].join("\n"));
  }
  const counts = `${summaryInWords(diff)}; ${countOf(diff.summary.unchanged, "item")} unchanged`;
  blocks.push(wrap([{ text: counts, paint: plain }], width));
  return `${blocks.join("\n\n")}\n`;
}

function changeInLines(change: Change, terminal: Terminal): string {
  if ("field" in change) return fieldInLines(change, terminal);
  return change.subject === "meeting" ? meetingInLines(change, terminal) : itemInLines(change, terminal);
}

function fieldInLines(change: FieldChange, { style, width }: Terminal): string {
  const label = { text: `${fieldLabel(change.field)}: `, paint: style.faint };
  const words = change.words ?? [
    { kind: "removed", text: valueInWords(change.before) },
    { kind: "added", text: ` ${valueInWords(change.after)}` },
  ];
  return wrap([label, ...wordPieces(words, style)], width, "  ~ ");
}

function meetingInLines(change: Exclude<MeetingChange, FieldChange>, terminal: Terminal): string {
  const { style, width } = terminal;
  switch (change.kind) {
    case "added":
      return meetingContentInLines(change.after, "  + ", style.added, terminal);
    case "removed":
      return meetingContentInLines(change.before, "  - ", style.removed, terminal);
    case "moved":
      return wrap([{ text: "the meeting moved to another place in the table", paint: plain }], width, "  > ");
  }
}

function meetingContentInLines(meeting: MeetingContent, sign: string, paint: Piece["paint"], { width }: Terminal): string {
  const counts = columnsOf(meeting).map(({ label, items }) => `${label}: ${countOf(withNested(items).length, "item")}`);
  return wrap(
    [
      { text: meetingInWords(meeting), paint },
      { text: ` (${counts.join("; ") || "no items"})`, paint: plain },
    ],
    width,
    sign,
  );
}

function itemInLines(change: ItemChange, terminal: Terminal): string {
  const { style, width } = terminal;
  switch (change.kind) {
    case "added":
      return treeInLines(change.after, "    + ", style.added, terminal);
    case "removed":
      return treeInLines(change.before, "    - ", style.removed, terminal);
    case "moved":
      return wrap([{ text: `${change.after.text} `, paint: plain }, movedFrom(change.before, change.after, style)], width, "    > ");
    case "changed": {
      const place = change.moved === true ? movedFrom(change.before, change.after, style) : placeOf(change.after, style);
      return wrap([...wordPieces(change.words, style), { text: " ", paint: plain }, place], width, "    ~ ");
    }
  }
}

function treeInLines(item: ItemPlace, sign: string, paint: Piece["paint"], terminal: Terminal): string {
  const own = wrap([{ text: item.text, paint }, { text: " ", paint: plain }, placeOf(item, terminal.style)], terminal.width, sign);
  return [own, ...(item.children ?? []).map((child) => treeInLines(child, `  ${sign}`, paint, terminal))].join("\n");
}

function placeOf(item: ItemPlace, style: Style): Piece {
  return { text: `(${item.id}, ${pagesInWords(item.pages)})`, paint: style.faint };
}

function movedFrom(before: ItemPlace, after: ItemPlace, style: Style): Piece {
  return { text: `(moved: ${before.id}, ${pagesInWords(before.pages)} → ${after.id}, ${pagesInWords(after.pages)})`, paint: style.faint };
}

function wordPieces(words: readonly WordRun[], style: Style): Piece[] {
  return spaced(words).map(({ kind, text }) => {
    if (kind === "same") return { text, paint: plain };
    const paint = kind === "added" ? style.added : style.removed;
    if (style.hasColour) return { text, paint };
    const [open, close] = kind === "added" ? ["{+", "+}"] : ["[-", "-]"];
    const word = text.trimStart();
    return { text: `${text.slice(0, text.length - word.length)}${open}${word}${close}`, paint };
  });
}
