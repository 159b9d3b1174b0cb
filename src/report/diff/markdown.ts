import type { AnnexDiff, Change, FieldChange, ItemChange, ItemPlace, MeetingChange, MeetingContent, WordRun } from "../../diff/model.js";
import { withNested } from "../../model/nested.js";
import { countOf, pagesInWords } from "../labels.js";
import { escapeMarkdown } from "../markdown.js";
import { columnsOf, fieldLabel, meetingInWords, sectionsOf, spaced, summaryInWords, valueInWords } from "./sections.js";

/** GitHub accepts a comment of 65,536 characters; the rest is for what a workflow puts around the report. */
const LONGEST = 60_000;

/** The diff as a comment on a pull request. Too long a list is cut between two changes, and the report says so. */
export function diffToMarkdown(diff: AnnexDiff, withIds: boolean): string {
  const head = [
    `## Annex: ${summaryInWords(diff)}`,
    `${escapeMarkdown(`From ${diff.from.file} to ${diff.to.file}`)}; ${countOf(diff.summary.unchanged, "item")} unchanged.`,
  ];
  const blocks = sectionsOf(diff).flatMap((section) => [
    `### ${section.title}`,
    ...section.groups.flatMap((group) => [...(group.title === null ? [] : [`**${group.title}**`]), ...group.changes.map(changeBlock)]),
  ]);
  return `${joined([...head, ...cut(blocks), ...(withIds ? [idTable(diff)] : [])])}\n`;
}

/** An empty line between blocks, none between the changes of one list. */
function joined(blocks: readonly string[]): string {
  return blocks.reduce((text, block, index) => {
    const isSameList = block.startsWith("- ") && blocks[index - 1]?.startsWith("- ") === true;
    return index === 0 ? block : `${text}${isSameList ? "\n" : "\n\n"}${block}`;
  }, "");
}

function cut(blocks: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    length += block.length + 2;
    if (length > LONGEST) {
      const left = blocks.slice(kept.length).filter((other) => other.startsWith("- ")).length;
      return [...kept, `*${countOf(left, "more change")} left out: the report is too long for a comment.*`];
    }
    kept.push(block);
  }
  return kept;
}

function changeBlock(change: Change): string {
  if ("field" in change) return `- **changed** ${fieldLabel(change.field)}: ${fieldWords(change)}`;
  return change.subject === "meeting" ? meetingBlock(change) : itemBlock(change);
}

function fieldWords({ before, after, words }: FieldChange): string {
  return wordsToMarkdown(
    words ?? [
      { kind: "removed", text: valueInWords(before) },
      { kind: "added", text: ` ${valueInWords(after)}` },
    ],
  );
}

function meetingBlock(change: Exclude<MeetingChange, FieldChange>): string {
  switch (change.kind) {
    case "added":
      return `- **added** the whole meeting: ${contentToMarkdown(change.after)}`;
    case "removed":
      return `- **removed** the whole meeting: ${contentToMarkdown(change.before)}`;
    case "moved":
      return "- **moved** to another place in the table";
  }
}

function contentToMarkdown(meeting: MeetingContent): string {
  const columns = columnsOf(meeting).map(
    ({ label, items }) => `  - ${label} (${withNested(items).length})\n${items.map((item) => treeToMarkdown(item, "    ")).join("\n")}`,
  );
  return [escapeMarkdown(meetingInWords(meeting)), ...columns].join("\n");
}

function treeToMarkdown(item: ItemPlace, indent: string): string {
  const own = `${indent}- "${escapeMarkdown(item.text)}"`;
  return [own, ...(item.children ?? []).map((child) => treeToMarkdown(child, `${indent}  `))].join("\n");
}

function itemBlock(change: ItemChange): string {
  switch (change.kind) {
    case "added":
      return lineWithChildren("added", change.after);
    case "removed":
      return lineWithChildren("removed", change.before);
    case "moved":
      return `- **moved** ${fromTo(change)}: ${escapeMarkdown(change.after.text)}`;
    case "changed": {
      const place = change.moved === true ? `and moved ${fromTo(change)}` : placeToMarkdown(change.after);
      return `- **changed** ${place}: ${wordsToMarkdown(change.words)}`;
    }
  }
}

function lineWithChildren(verb: string, item: ItemPlace): string {
  const own = `- **${verb}** ${placeToMarkdown(item)}: ${escapeMarkdown(item.text)}`;
  return [own, ...(item.children ?? []).map((child) => treeToMarkdown(child, "  "))].join("\n");
}

function fromTo({ before, after }: { before: ItemPlace; after: ItemPlace }): string {
  return `from ${placeToMarkdown(before)} to ${placeToMarkdown(after)}`;
}

function placeToMarkdown(item: ItemPlace): string {
  return `${escapeMarkdown(item.id)} (${pagesInWords(item.pages)})`;
}

/** In <del> and <ins>: the stars and tildes of Markdown do not mark a word that touches a sign. */
function wordsToMarkdown(words: readonly WordRun[]): string {
  return spaced(words)
    .map(({ kind, text }) => {
      const word = text.trimStart();
      const space = text.slice(0, text.length - word.length);
      if (kind === "same") return space + escapeMarkdown(word);
      const element = kind === "added" ? "ins" : "del";
      return `${space}<${element}>${escapeMarkdown(word)}</${element}>`;
    })
    .join("");
}

function idTable({ ids }: AnnexDiff): string {
  const rows = ids.map((link) => `| ${escapeMarkdown(link.from)} | ${link.to === null ? "(gone)" : escapeMarkdown(link.to)} |`);
  return ["<details><summary>Ids</summary>", "", "| Old id | New id |", "| --- | --- |", ...rows, "", "</details>"].join("\n");
}
