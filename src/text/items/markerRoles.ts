import { needsPlace } from "../words/markers.js";
import {
  type MarkedLine,
  continuesCount,
  endsSentenceAlone,
  goesOnRange,
  hadRoomAbove,
  isApartFromText,
  isFurtherIn,
  isTabbed,
  linesHangBelow,
  listGoesOn,
  mayStandInText,
  opensAnnouncedList,
  standsAsItem,
  textFollows,
} from "./markerEvidence.js";
import { type Evidence, decide } from "./ranking.js";
import { isMarkerAlone } from "./rawItem.js";

/** What the sign at the start of a line is: an item's marker, a word of the text, or a marker with no text. */
type MarkerRole = "marker" | "word" | "empty";

type Ranked = Evidence<MarkedLine, MarkerRole>;

const marks = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: "marker" });
const isWord = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: "word" });

/**
 * Evidence of whether a dash, a number or a letter at the start of a line marks an item, since it may also belong to a sentence; in order
 * of rank.
 */
const AT_START: readonly Ranked[] = [
  marks(continuesCount),
  isWord(goesOnRange),
  marks(isApartFromText),
  marks(opensAnnouncedList),
  marks(isFurtherIn),
  marks(hadRoomAbove),
  marks(listGoesOn),
  isWord(mayStandInText),
  marks(standsAsItem),
  marks(isTabbed),
  marks(linesHangBelow),
];

/** Evidence on a marker that is alone on its line, in order of rank. */
const ALONE: readonly Ranked[] = [marks(textFollows), isWord(endsSentenceAlone)];

/** What the sign at the start of a line is, as far as its place and the lines around it show. */
export function markerRoleAt(at: MarkedLine): MarkerRole {
  const { line, marker, before, open, style } = at;
  const sign = line.line.words[0];
  const isSure =
    sign === undefined || !needsPlace(marker, sign) || style.bullets.has(sign.text) || before === undefined || open === undefined;
  const role = isSure ? "marker" : decide(AT_START, at, "word");
  return role === "marker" && isMarkerAlone(line, marker) ? decide(ALONE, at, "empty") : role;
}
