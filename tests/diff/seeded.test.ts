import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/diff/diff.js";
import type { Change, ItemPlace, MeetingPlace } from "../../src/diff/model.js";
import { complete, gold, plainGold, type PlainDocument, type PlainItem, type PlainMeeting } from "../support/gold.js";
import { apply, meaningOf } from "./apply.js";

/** A change in one line: what became of what, with the pages left out. */
function inShort(change: Change): string {
  const tail = "moved" in change && change.moved === true ? " and moved" : "";
  if ("field" in change) return `changed ${change.subject} ${change.meeting ?? ""} ${change.field}: ${value(change.before)} → ${value(change.after)}`;
  const before = "before" in change ? placeOf(change.before) : "";
  const after = "after" in change ? placeOf(change.after) : "";
  return `${change.kind}${tail} ${change.subject} ${[before, after].filter((place) => place !== "").join(" → ")}`;
}

function placeOf(place: ItemPlace | MeetingPlace): string {
  if (!("id" in place)) return place.path;
  return `${place.id}${place.children === undefined ? "" : ` with ${place.children.length}`}`;
}

function value(field: unknown): string {
  return typeof field === "string" ? field : JSON.stringify(field);
}

function meetingOf(document: PlainDocument, number: number): PlainMeeting {
  const meeting = document.meetings.find((candidate) => candidate.number === number);
  if (meeting === undefined) throw new Error(`no meeting ${number}`);
  return meeting;
}

function itemAt(items: PlainItem[] | undefined, place: number): PlainItem {
  const item = items?.[place - 1];
  if (item === undefined) throw new Error(`no item ${place}`);
  return item;
}

const bullet = (text: string): PlainItem => ({ marker: "bullet", text });

describe("an edited copy of the annex", () => {
  const edited = plainGold(2019);
  const eight = meetingOf(edited, 8);
  const seven = meetingOf(edited, 7);
  const six = meetingOf(edited, 6);
  const five = meetingOf(edited, 5);
  const four = meetingOf(edited, 4);
  const three = meetingOf(edited, 3);

  // The document and a meeting added.
  edited.document.lastUpdated = "2021-01-15";
  edited.document.period = { from: 2003, to: 2020 };
  edited.meetings.unshift({
    ...structuredClone(eight),
    number: 9,
    label: "ASEM CMM 9",
    theme: "Asia-Europe Cultural Cooperation in a Changing World",
    city: "Hanoi",
    country: "Viet Nam",
    dateText: "5-6 November 2020",
    start: "2020-11-05",
    end: "2020-11-06",
    recommendations: [bullet("Keep the cultural dialogue alive online"), bullet("Research on cultural heritage")],
  });
  // Meeting 8, several changes in one cell: one added at the head, one removed, one reworded, one moved down.
  const [toMove] = eight.recommendations.splice(1, 1);
  eight.recommendations.splice(5, 0, ...(toMove === undefined ? [] : [toMove]));
  eight.recommendations.splice(7, 1);
  itemAt(eight.recommendations, 2).text = itemAt(eight.recommendations, 2).text.replace("measurement", "assessment and measurement");
  eight.recommendations.unshift(bullet("Digitise the collections of small museums"));
  // A child goes to another parent; a child is added beside its old place.
  const [child] = itemAt(eight.actionPlan, 3).children?.splice(1, 1) ?? [];
  itemAt(eight.actionPlan, 5).children = child === undefined ? [] : [child];
  itemAt(eight.actionPlan, 3).children?.push({ marker: "dash", text: "Train the mayors" });
  // Meeting 7: a date, and an item that goes to another column and is reworded.
  seven.dateText = "23-24 June 2016";
  seven.start = "2016-06-23";
  const [reworded] = seven.actionPlan.splice(1, 1);
  if (reworded !== undefined) reworded.text = reworded.text.replace("successful case studies", "good case studies");
  seven.recommendations.push(...(reworded === undefined ? [] : [reworded]));
  // Meeting 6: the first of two equal items goes; two items become one.
  six.recommendations.splice(11, 1);
  itemAt(six.actionPlan, 1).text = `${itemAt(six.actionPlan, 1).text} ${itemAt(six.actionPlan, 2).text}`;
  six.actionPlan.splice(1, 1);
  // Meeting 5: one item becomes two.
  const long = itemAt(five.recommendations, 4);
  const [head, tail] = [long.text.slice(0, long.text.indexOf(" Commonalities")), long.text.slice(long.text.indexOf("Commonalities"))];
  five.recommendations.splice(3, 1, bullet(head), bullet(tail));
  // Meeting 4: the country is put right; an item goes to another meeting.
  four.country = "Poland";
  three.followUp.unshift(...four.followUp.splice(2, 1));
  // Meeting 3: a parent is rewritten over children that stay.
  itemAt(three.recommendations, 8).text = "Conservation was discussed and these were named:";
  // Meeting 2: the doubled number 9 goes, and 10 to 13 stay as they are.
  itemAt(meetingOf(edited, 2).recommendations, 4).children?.splice(9, 1);
  // Meeting 1: an item goes.
  meetingOf(edited, 1).workshops.splice(2, 1);

  const [older, newer] = [gold(2019), complete(edited)];
  const diff = diffDocuments(older, newer);

  test("shows exactly the seeded changes", () => {
    expect(diff.changes.map(inShort)).toEqual([
      'changed document  period: {"from":2003,"to":2018} → {"from":2003,"to":2020}',
      "changed document  lastUpdated: 2019-05-07 → 2021-01-15",
      "added meeting /meetings/0",
      "added item cmm8/actionPlan/3/4",
      "moved item cmm8/actionPlan/3/2 → cmm8/actionPlan/5/1",
      "added item cmm8/recommendations/1",
      "changed item cmm8/recommendations/3 → cmm8/recommendations/3",
      "moved item cmm8/recommendations/2 → cmm8/recommendations/7",
      "removed item cmm8/recommendations/8",
      "changed meeting 7 dateText: 22-24 June 2016 → 23-24 June 2016",
      "changed meeting 7 start: 2016-06-22 → 2016-06-23",
      "changed and moved item cmm7/actionPlan/2 → cmm7/recommendations/7",
      "changed item cmm6/actionPlan/1 → cmm6/actionPlan/1",
      "removed item cmm6/actionPlan/2",
      "removed item cmm6/recommendations/12",
      "changed item cmm5/recommendations/4 → cmm5/recommendations/4",
      "added item cmm5/recommendations/5",
      "changed meeting 4 country: Polandia → Poland",
      "changed item cmm3/recommendations/8 → cmm3/recommendations/8",
      "moved item cmm4/followUp/3 → cmm3/followUp/1",
      "removed item cmm2/recommendations/4/10",
      "removed item cmm1/workshops/3",
    ]);
  });

  test("counts them", () => {
    expect(diff.summary).toEqual({ added: 4, removed: 5, changed: 10, moved: 3, unchanged: 192 });
  });

  test("shows the words that changed", () => {
    const change = diff.changes.find((candidate) => candidate.subject === "item" && candidate.kind === "changed");
    expect(change?.kind === "changed" ? change.words.filter((run) => run.kind !== "same") : []).toEqual([
      { kind: "added", text: " assessment and" },
    ]);
  });

  test("leads every old id to its new one", () => {
    const ids = new Map(diff.ids.map((link) => [link.from, link.to]));
    expect(ids.size).toBe(205);
    expect(ids.get("cmm8/recommendations/1")).toBe("cmm8/recommendations/2");
    expect(ids.get("cmm8/recommendations/8")).toBeNull();
    expect(ids.get("cmm8/actionPlan/3/2")).toBe("cmm8/actionPlan/5/1");
    expect(ids.get("cmm2/recommendations/4/14")).toBe("cmm2/recommendations/4/13");
  });

  test("makes the new edition out of the old one", () => {
    expect(apply(diff.changes, older)).toEqual(meaningOf(newer));
  });
});

describe("items that moved and were reworded", () => {
  test("one of which a third was reworded is one changed that moved, also into another meeting", () => {
    const edited = plainGold(2019);
    const [item] = meetingOf(edited, 6).recommendations.splice(7, 1);
    expect(item?.text).toBe("Governments should generate the enabling conditions for creative entrepreneurs to be able to compete in the market.");
    meetingOf(edited, 8).recommendations.push(bullet("Member states should bring about the enabling framework for creative entrepreneurs to be able to compete in fair markets."));
    expect(diffDocuments(gold(2019), complete(edited)).changes.map(inShort)).toEqual([
      "changed and moved item cmm6/recommendations/8 → cmm8/recommendations/13",
    ]);
  });

  test("a short one that shares only its subject with one elsewhere is another item", () => {
    const edited = plainGold(2019);
    meetingOf(edited, 8).workshops.splice(2, 1);
    meetingOf(edited, 3).recommendations.push(bullet("Tourism based on cultural heritage"));
    meetingOf(edited, 5).followUp.push(bullet("Deepening cooperation on cultural policies"));
    expect(diffDocuments(gold(2019), complete(edited)).changes.map(inShort)).toEqual([
      "removed item cmm8/workshops/3",
      "added item cmm5/followUp/6",
      "added item cmm3/recommendations/13",
    ]);
  });
});

describe("two editions", () => {
  test("a new edition is its title block and one added meeting", () => {
    expect(diffDocuments(gold(2016), gold(2019)).changes.map(inShort)).toEqual([
      expect.stringContaining("changed document  title: "),
      'changed document  period: {"from":2003,"to":2016} → {"from":2003,"to":2018}',
      "changed document  lastUpdated: 2016-09-15 → 2019-05-07",
      expect.stringContaining("changed document  updatedBy: "),
      "added meeting /meetings/0",
    ]);
  });

  test("layout, markers, printed numbers and white space make no difference", () => {
    const reset = plainGold(2019);
    for (const meeting of reset.meetings) {
      for (const item of [...meeting.workshops, ...meeting.followUp]) {
        item.marker = "dash";
        delete item.number;
        item.text = ` ${item.text.replaceAll("\n", " ")}`;
        item.pages = [7];
      }
    }
    expect(diffDocuments(gold(2019), complete(reset)).changes).toEqual([]);
  });
});

describe("meetings", () => {
  test("one put in between, which renumbers those above it, is one added and the new numbers", () => {
    const edited = plainGold(2016);
    for (const meeting of edited.meetings.slice(0, 3)) meeting.number = (meeting.number ?? 0) + 1;
    edited.meetings.splice(3, 0, {
      ...structuredClone(meetingOf(edited, 4)),
      number: 5,
      theme: "A Meeting That Was Forgotten",
      city: "Vilnius",
      start: "2011-05-01",
      recommendations: [bullet("Remember it")],
    });
    expect(diffDocuments(gold(2016), complete(edited)).changes.map(inShort)).toEqual([
      "changed meeting 8 number: 7 → 8",
      "changed meeting 7 number: 6 → 7",
      "changed meeting 6 number: 5 → 6",
      "added meeting /meetings/3",
    ]);
  });

  test("one that is gone is one removed, wherever it stood", () => {
    const edited = plainGold(2019);
    edited.meetings.splice(2, 1);
    edited.meetings.pop();
    expect(diffDocuments(gold(2019), complete(edited)).changes.map(inShort)).toEqual(["removed meeting /meetings/2", "removed meeting /meetings/7"]);
  });

  test("one that stands elsewhere is moved alone", () => {
    const edited = plainGold(2019);
    edited.meetings.push(...edited.meetings.splice(0, 1));
    expect(diffDocuments(gold(2019), complete(edited)).changes.map(inShort)).toEqual(["moved meeting /meetings/0 → /meetings/7"]);
  });

  test("an item removed with its children is one removed that holds them", () => {
    const edited = plainGold(2019);
    meetingOf(edited, 8).actionPlan.splice(2, 1);
    expect(diffDocuments(gold(2019), complete(edited)).changes.map(inShort)).toEqual(["removed item cmm8/actionPlan/3 with 4"]);
  });
});
