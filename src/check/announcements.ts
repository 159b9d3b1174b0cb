import { countryCode, meantCountryCode } from "./countries.js";

/** What a text says about a meeting: its number, and where and when it was to be held. */
export interface Announcement {
  readonly number: number;
  readonly year?: number;
  readonly country?: string;
  /** The words that say so. */
  readonly quote: string;
}

const YEAR = /^[\s,]*(?:in|on)?\s*(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+)?(?:\p{Lu}\p{L}+\s+)?((?:19|20)\d{2})\b/u;

/** What may come between a meeting and its country. */
const HOSTED =
  /^[\s,]*(?:(?:which|that)\s+)?(?:(?:is|are|was|were|will|would|to)\s+)*(?:be\s+)?(?:hosted\s+(?:by|in)|held\s+in|take\s+place\s+in|in)\s+/iu;

/** "France offers to host", "the Netherland's offer to host", "Bulgaria will host": the host comes first. */
const HOST_BEFORE =
  /(\p{Lu}[\p{L}\s.]*?)(?:[’']s?)?\s+(?:offer(?:s|ed)?|agree[sd]?|will|is|volunteer(?:s|ed)?)(?:\s+to)?\s+(?:be\s+the\s+host\s+of|host)\s+(?:the\s+)?$/u;

/** How many characters before a mention are searched for its host. */
const REACH = 160;

/** The most words in the name of a country that matters here: "the former Yugoslav Republic of Macedonia". */
const LONGEST_NAME = 6;

/**
 * Finds what a text says about meetings of this series.
 *
 * @param names What the series is called, as in the labels without their numbers: ASEM CMM.
 */
export function announcementsIn(text: string, names: readonly string[]): Announcement[] {
  return [...text.matchAll(mentionPattern(names))].map((mention) => {
    const number = Number(mention[1] ?? mention[2]);
    const before = text.slice(0, mention.index);
    const after = readAfter(text.slice(mention.index + mention[0].length));
    const country = after.country ?? hostBefore(before);
    return {
      number,
      ...(after.year === undefined ? {} : { year: after.year }),
      ...(country === undefined ? {} : { country }),
      quote: text,
    };
  });
}

/** The 8th ASEM CMM; ASEM CMM 8; the 8th ASEM Culture Ministers' Meeting. */
function mentionPattern(names: readonly string[]): RegExp {
  const series = [...names.map(looseName), "ASEM\\s+Culture\\s+Ministers[’']?\\s+Meeting"].join("|");
  return new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)\\s+(?:${series})\\b|\\b(?:${series})[\\s–-]*(\\d{1,2})\\b`, "giu");
}

function looseName(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).join("[\\s–-]*");
}

/** Reads "in 2018 to be hosted by Bulgaria", "in Poland", "to be held in Rome in 2014", in any order, right after the mention. */
function readAfter(text: string): { year?: number; country?: string } {
  let rest = text;
  let year: number | undefined;
  let country: string | undefined;
  for (;;) {
    const dated = year === undefined ? YEAR.exec(rest) : null;
    const hosted = country === undefined ? HOSTED.exec(rest) : null;
    const named = hosted === null ? undefined : countryAtStart(rest.slice(hosted[0].length));
    if (dated !== null) {
      year = Number(dated[1]);
      rest = rest.slice(dated[0].length);
    } else if (hosted !== null && named !== undefined) {
      country = named.name;
      rest = rest.slice(hosted[0].length + named.length);
    } else {
      return { ...(year === undefined ? {} : { year }), ...(country === undefined ? {} : { country }) };
    }
  }
}

/** The country with which a text begins, perhaps after its city: "Bulgaria on the theme", "Sofia, Bulgaria". */
function countryAtStart(text: string): { name: string; length: number } | undefined {
  const words = [...text.matchAll(/[^\s,;:()]+/gu)].slice(0, LONGEST_NAME);
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    if (last === undefined) continue;
    const length = last.index + last[0].length;
    const name = text.slice(0, length).replace(/[.,]$/u, "");
    if (countryCode(name) !== undefined) return { name, length };
  }
  const city = /^\p{Lu}[\p{L}\s-]*,\s+/u.exec(text);
  const behind = city === null ? undefined : countryAtStart(text.slice(city[0].length));
  return city === null || behind === undefined ? undefined : { name: behind.name, length: city[0].length + behind.length };
}

/** The country that offers to be the host, before the mention. It may be misspelt: "the Netherland's offer". */
function hostBefore(text: string): string | undefined {
  const words = HOST_BEFORE.exec(text.slice(-REACH))?.[1]?.split(/\s+/u) ?? [];
  for (let count = Math.min(words.length, LONGEST_NAME); count > 0; count -= 1) {
    const name = words.slice(-count).join(" ");
    if (meantCountryCode(name) !== undefined) return name;
  }
  return undefined;
}
