import type { Finding } from "../model/diagnostic.js";
import type { Fault } from "../model/errors.js";
import type { Recognition } from "../pdf/page.js";
import type { ToBbox } from "./bbox.js";
import type { HiddenText, PageLayout } from "./pageLayout.js";
import { areSeenBeside } from "./twiceDrawn.js";
import type { Word } from "./word.js";

/** Why pages without text give nothing; undefined if one has text. */
export function faultWithoutText(layouts: readonly Pick<PageLayout, "insteadOfText" | "recognition">[], pages: number): Fault | undefined {
  const shown = layouts.map(({ insteadOfText }) => insteadOfText);
  if (shown.includes(undefined)) return undefined;
  if (shown.every((what) => what === "nothing")) return { code: "blank", pages };
  return { code: "no-text", pages, ...(layouts.some(({ recognition }) => recognition !== undefined) ? { recognised: true } : {}) };
}

/**
 * What is doubtful about the pages themselves: text that is missing, hidden or unreadable.
 *
 * @param pages In their order, without gaps unless some were not read.
 * @param wordsOn The words of one of these pages.
 */
export function pageFindings<Page extends Omit<PageLayout, "words">>(
  pages: readonly Page[],
  wordsOn: (page: Page) => readonly Word[],
  toBbox: ToBbox,
): Finding[] {
  return pages.flatMap((page, i): Finding[] => {
    const findings: Finding[] = [];
    const { recognition, insteadOfText: shows } = page;
    if (recognition !== undefined) findings.push(...recognitionFindings(page, recognition, toBbox));
    if (shows === "nothing") findings.push({ code: "page-blank", page: page.number });
    // A picture without words is that of an empty page.
    else if (shows !== undefined && recognition?.words !== 0) findings.push({ code: "page-without-text", shows, page: page.number });
    if (page.counts.unmapped > 0) {
      findings.push({ code: "glyph-unmapped", count: page.counts.unmapped, page: page.number });
    }
    if (page.hidden !== undefined && !isSeenBeside(page.hidden, [pages[i - 1], pages[i + 1]], wordsOn)) {
      const { text, count, box } = page.hidden;
      findings.push({ code: "text-hidden", text, count, page: page.number, bbox: toBbox(page.number, box) });
    }
    return findings;
  });
}

/** Whether hidden text is seen on the page before or behind: the glyphs of its clipped words are all there is to it, and they are there. */
function isSeenBeside<Page>(
  { clipped, count }: HiddenText,
  beside: readonly (Page | undefined)[],
  wordsOn: (page: Page) => readonly Word[],
): boolean {
  if (clipped.reduce((sum, { glyphs }) => sum + glyphs, 0) < count) return false;
  return areSeenBeside(
    clipped,
    beside.flatMap((page) => (page === undefined ? [] : [wordsOn(page)])),
  );
}

/** What recognition in a page's picture found doubtful: what may be misread, and what was left out. */
function recognitionFindings({ number: page }: Omit<PageLayout, "words">, recognition: Recognition, toBbox: ToBbox): Finding[] {
  const { words, confidence, doubtful, ignored, specks } = recognition;
  return [
    { code: "ocr-page", words, confidence, page },
    ...doubtful.map(({ text = "", confidence: sureness = 0, box }): Finding => ({
      code: "ocr-doubtful",
      text,
      confidence: sureness,
      page,
      bbox: toBbox(page, box),
    })),
    ...ignored.map(({ box, ...seen }): Finding => ({ code: "ocr-ignored", ...seen, page, bbox: toBbox(page, box) })),
    ...(specks === 0 ? [] : [{ code: "ocr-specks" as const, count: specks, page }]),
  ];
}
