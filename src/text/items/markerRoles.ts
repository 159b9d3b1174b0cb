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

/** What tells of a dash, a number or a letter at the start of a line whether it marks an item: a sentence may have it there, too. */
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

/** What tells of a marker that is all of its line. */
const ALONE: readonly Ranked[] = [
  marks(textFollows),
  isWord(endsSentenceAlone),
];

/** What the sign at the start of a line is, as far as its place and the lines around it tell. */
export function markerRoleAt(at: MarkedLine): MarkerRole {
  const { line, marker, before, open, style } = at;
  const sign = line.line.words[0];
  const isSure = sign === undefined || !needsPlace(marker, sign) || style.bullets.has(sign.text) || before === undefined || open === undefined;
  const role = isSure ? "marker" : decide(AT_START, at, "word");
  return role === "marker" && isMarkerAlone(line, marker) ? decide(ALONE, at, "empty") : role;
}
