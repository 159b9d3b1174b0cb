import { needsPlace } from "../words/markers.js";
import {
  type MarkedLine,
  continuesCount,
  endsSentenceAlone,
  goesOnRange,
  hadRoomAbove,
  isApartFromText,
  isFurtherIn,
  isOfFullLine,
  isTabbed,
  linesHangBelow,
  listGoesOn,
  mayGoOnFromFullLine,
  mayStandInText,
  opensAnnouncedList,
  standsAsItem,
  textFollows,
} from "./markerEvidence.js";
import { type Evidence, decide } from "./ranking.js";
import { isMarkerAlone } from "./rawItem.js";

/** What the sign at the start of a line is: an item's marker, a word of the text, or a marker with no text. */
type MarkerRole = "marker" | "word" | "empty";

/** The role of such a sign, and whether the evidence decides it: if not, that is reported. */
interface DecidedRole {
  readonly role: MarkerRole;
  readonly isSure: boolean;
}

type Ranked = Evidence<MarkedLine, DecidedRole>;

const MARKER: DecidedRole = { role: "marker", isSure: true };
const WORD: DecidedRole = { role: "word", isSure: true };

const marks = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: MARKER });
const isWord = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: WORD });
const maybeMarks = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: { role: "marker", isSure: false } });
const maybeIsWord = (isThere: Ranked["isThere"]): Ranked => ({ isThere, verdict: { role: "word", isSure: false } });

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
  maybeIsWord(mayGoOnFromFullLine),
  maybeMarks(isOfFullLine),
  marks(standsAsItem),
  marks(isTabbed),
  marks(linesHangBelow),
];

const EMPTY: DecidedRole = { role: "empty", isSure: true };

/** Evidence on a marker that is alone on its line, in order of rank. */
const ALONE: readonly Ranked[] = [marks(textFollows), isWord(endsSentenceAlone)];

/** What the sign at the start of a line is, as far as its place and the lines around it show. */
export function markerRoleAt(at: MarkedLine): DecidedRole {
  const { line, marker, before, open, style } = at;
  const sign = line.line.words[0];
  const isPlain =
    sign === undefined || !needsPlace(marker, sign) || style.bullets.has(sign.text) || before === undefined || open === undefined;
  const decided = isPlain ? MARKER : decide(AT_START, at, WORD);
  return decided.role === "marker" && isMarkerAlone(line, marker) ? decide(ALONE, at, EMPTY) : decided;
}
