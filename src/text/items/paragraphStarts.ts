import type { LineBreak } from "./lineBreak.js";
import {
  endsInList,
  followsItemsWithoutStop,
  followsParagraphs,
  followsSemicolon,
  isAmongSingleLines,
  mayFollowInUnmarkedCell,
  mayFollowItem,
  mayBeInNextCell,
  mayBeLineOfUnmarkedCell,
  mayBeSingleLine,
  mayFollowParagraph,
  mayGoOnAmongSingleLines,
  waitsForText,
} from "./listEvidence.js";
import { isCentredBelow, isIntroduced, standsElsewhere, standsFurtherLeft } from "./placeEvidence.js";
import { type Evidence, decide } from "./ranking.js";
import { endsShortOfTorn, endsUnstretched, hadRoom, isFilled, reachesTheEnd, wasEndedOnPurpose } from "./roomEvidence.js";
import { isApart, isApartAsItems, isRatherApart, isRuledOff } from "./spaceEvidence.js";
import {
  closesBracket,
  endsWithin,
  goesOnLow,
  isAnnounced,
  isMidSentence,
  isMidSentenceAcross,
  mayFollowSentence,
  startsLowBehindStop,
  startsUnended,
  wasUnended,
} from "./wordEvidence.js";

/** Whether a line starts a paragraph, and whether the evidence decides it: if not, that is reported. */
export interface ParagraphStart {
  readonly starts: boolean;
  readonly isSure: boolean;
}

type Ranked = Evidence<LineBreak, ParagraphStart>;

const GOES_ON: ParagraphStart = { starts: false, isSure: true };
const MAYBE_GOES_ON: ParagraphStart = { starts: false, isSure: false };

const goesOn = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: GOES_ON });
const starts = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: { starts: true, isSure: true } });
const maybeGoesOn = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: MAYBE_GOES_ON });
const maybeStarts = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: { starts: true, isSure: false } });

/** Evidence on a line below another, in order of rank. Without any, the line continues the paragraph, as most do. */
const BELOW_ANOTHER: readonly Ranked[] = [
  goesOn(waitsForText),
  goesOn(endsWithin),
  goesOn(closesBracket),
  maybeGoesOn(isMidSentenceAcross),
  starts(isRuledOff),
  starts(isApartAsItems),
  maybeGoesOn(isCentredBelow),
  starts(isIntroduced),
  maybeGoesOn(mayGoOnAmongSingleLines),
  goesOn(isMidSentence),
  starts(isApart),
  starts(isRatherApart),
  starts(wasEndedOnPurpose),
  starts(standsFurtherLeft),
  starts(endsUnstretched),
  maybeStarts(startsUnended),
  maybeStarts(startsLowBehindStop),
  maybeStarts(isAnnounced),
  goesOn(isFilled),
  maybeStarts(followsSemicolon),
  maybeStarts(endsInList),
  maybeStarts(mayBeSingleLine),
  maybeStarts(mayFollowItem),
  maybeStarts(mayBeLineOfUnmarkedCell),
  maybeGoesOn(mayFollowInUnmarkedCell),
  maybeStarts(mayFollowParagraph),
  maybeGoesOn(mayFollowSentence),
  maybeGoesOn(isAmongSingleLines),
];

/**
 * Evidence on the first line of a page or of a further part of the cell, in order of rank: white space shows nothing there, and the line
 * before is far away. Without any, the end of a sentence is consistent with both.
 */
const FIRST_OF_PART: readonly Ranked[] = [
  goesOn(waitsForText),
  goesOn(endsWithin),
  goesOn(closesBracket),
  maybeGoesOn(isMidSentenceAcross),
  starts(isRuledOff),
  goesOn(isMidSentence),
  starts(standsElsewhere),
  starts(isAnnounced),
  starts(startsUnended),
  starts(followsItemsWithoutStop),
  starts(wasEndedOnPurpose),
  goesOn(goesOnLow),
  starts(hadRoom),
  maybeStarts(mayBeInNextCell),
  goesOn(wasUnended),
  goesOn(reachesTheEnd),
  starts(endsShortOfTorn),
  maybeStarts(followsParagraphs),
];

/** Whether a line without a marker starts a paragraph, and whether that is certain. */
export function paragraphStartAt(at: LineBreak): ParagraphStart {
  return at.line.pitch === undefined ? decide(FIRST_OF_PART, at, MAYBE_GOES_ON) : decide(BELOW_ANOTHER, at, GOES_ON);
}
