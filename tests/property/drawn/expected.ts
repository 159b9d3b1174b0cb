import type { Heading, Item, ItemColumn, Meeting } from "../../../src/index.js";
import type { SetRecipe } from "./pages.js";
import type { Recipe, RecipeItem } from "./recipe.js";

/** An item without what says where it stands on its pages. */
interface PlainItem {
  readonly marker: Item["marker"];
  readonly number?: number | undefined;
  readonly text: string;
  readonly pages: readonly number[];
  readonly children: readonly PlainItem[];
}

type PlainMeeting = Omit<Meeting, ItemColumn> & Record<ItemColumn, PlainItem[]>;

/** The meetings that the drawn recipe shows. */
export function expectedMeetings(recipe: Recipe, { pagesOf }: SetRecipe): PlainMeeting[] {
  const pages = (owner: object): number[] => [...(pagesOf.get(owner) ?? [])];
  const itemOf = (item: RecipeItem): PlainItem => ({
    marker: item.kind,
    ...(item.number === undefined ? {} : { number: item.number }),
    text: item.paragraphs.map(textOf).join("\n"),
    pages: pages(item),
    children: item.children.map(itemOf),
  });
  return recipe.meetings.map((meeting) => ({
    number: meeting.number,
    label: meeting.label,
    theme: textOf(meeting.theme),
    city: meeting.city,
    country: meeting.country,
    dateText: meeting.date.text,
    start: meeting.date.start,
    end: meeting.date.end,
    pages: pages(meeting).sort((a, b) => a - b),
    workshops: meeting.cells.workshops.map(itemOf),
    actionPlan: meeting.cells.actionPlan.map(itemOf),
    recommendations: meeting.cells.recommendations.map(itemOf),
    followUp: meeting.cells.followUp.map(itemOf),
  }));
}

/** What the title block says. */
export function expectedHeading({ title }: Recipe): Heading {
  if (!title) return { annex: null, title: null, period: null, lastUpdated: null, updatedBy: null };
  return {
    annex: "Annex 1",
    title: "THE MATRIX OF DECISIONS (2003-2018)",
    period: { from: 2003, to: 2018 },
    lastUpdated: "2019-05-07",
    updatedBy: "the host of ASEMCMM8",
  };
}

/** Extracted meetings in the same shape. */
export function plainMeetings(meetings: readonly Meeting[]): PlainMeeting[] {
  return meetings.map((meeting) => {
    const plain = (field: ItemColumn): PlainItem[] => meeting[field].map(plainItem);
    return {
      ...meeting,
      workshops: plain("workshops"),
      actionPlan: plain("actionPlan"),
      recommendations: plain("recommendations"),
      followUp: plain("followUp"),
    };
  });
}

function plainItem({ marker, number, text, pages, children }: Item): PlainItem {
  return { marker, ...(number === undefined ? {} : { number }), text, pages, children: (children ?? []).map(plainItem) };
}

function textOf(words: readonly string[]): string {
  return words.join(" ").replaceAll("|", "").replaceAll("^", "");
}
