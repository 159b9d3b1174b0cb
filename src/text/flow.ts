import type { Line } from "../layout/lines.js";
import type { Word } from "../layout/word.js";
import type { CellPart } from "../table/matrix/strip.js";
import { withWholeMarkers } from "./cutMarkers.js";
import { type Leading, LineMeasures } from "./leading.js";
import { type LineMarker, type MarkerKind, isDoubtfulBullet, markerOf } from "./markers.js";
import { endsSentence, startsLow } from "./sentences.js";
import { endsWithHyphen } from "./vocabulary.js";

/** A line of a cell, with what its place says. Points; x from the left edge of the column. */
export interface FlowLine {
  readonly page: number;
  readonly line: Line;
  readonly x: number;
  readonly x1: number;
  readonly size: number;
  /** The marker that it seems to start with. */
  readonly marker: LineMarker | undefined;
  /** Where the text behind the marker starts; `x` where there is none. */
  readonly textX: number;
  /** How far below the baseline of the line above in the same part of the cell, in font sizes; undefined for the first line of a part. */
  readonly pitch: number | undefined;
  /** How far its box reaches above its baseline, in font sizes. */
  readonly ascent: number;
  /** How far right the lines of this part can reach. */
  readonly reach: number;
  /** Whether lines of this part end within words. */
  readonly hyphenated: boolean;
  /** Whether the lines of this part are stretched as far as they reach, but for the last one of each paragraph. */
  readonly justified: boolean;
}

/** The lines of a cell's parts, in reading order. */
export function flowOf(parts: readonly CellPart[]): FlowLine[] {
  return parts.map((part) => ({ ...part, lines: withWholeMarkers(part.lines) })).flatMap((part, _, all) => {
    const own = reachOf(part);
    const reach = part.lines.length < TELLING_LINES ? Math.max(own, ...all.filter((other) => isAsWide(other, part)).map(reachOf)) : own;
    const hyphenated = part.lines.some((line) => endsWithHyphen(line.words.at(-1)?.text ?? ""));
    const stretched = part.lines.filter((line) => part.left + own - line.box.x1 <= EVEN * line.size).length;
    const justified = stretched >= ENOUGH_STRETCHED && stretched >= MANY_STRETCHED * part.lines.length;
    return part.lines.map((line, i): FlowLine => {
      const above = part.lines[i - 1];
      const first = line.words[0];
      const marker = first === undefined ? undefined : markerOf(first);
      const x = line.box.x0 - part.left;
      return {
        page: part.page,
        line,
        x,
        x1: line.box.x1 - part.left,
        size: line.size,
        marker,
        textX: marker === undefined ? x : textStart(line, marker, first) - part.left,
        pitch: above === undefined ? undefined : (line.baseline - above.baseline) / line.size,
        ascent: (line.baseline - line.box.y0) / line.size,
        reach,
        hyphenated,
        justified,
      };
    });
  });
}

/** So many lines show how far right lines of their part can reach; where there are fewer, those of parts as wide show it, within so many points. */
const TELLING_LINES = 5;
const SAME_WIDTH = 1;

/** How far right the lines of a part reach, from its left edge. */
function reachOf({ lines, left }: CellPart): number {
  return Math.max(...lines.map((line) => line.box.x1)) - left;
}

function isAsWide(part: CellPart, other: CellPart): boolean {
  return Math.abs(part.right - part.left - other.right + other.left) <= SAME_WIDTH;
}

/** Lines that end nearer than this to where they reach, in font sizes, are stretched: of ragged ones, few end level. */
const EVEN = 0.1;
const ENOUGH_STRETCHED = 3;
const MANY_STRETCHED = 0.4;

/** Whether a line was stretched as far as its part's lines reach, so that its paragraph goes on. */
export function isStretched(line: FlowLine): boolean {
  return line.justified && line.reach - line.x1 <= EVEN * line.size;
}

/** Whether a line of a justified part leaves more room than a letter's, though its spaces could have been stretched: it is the last of its paragraph. */
export function endsShort({ line, marker, x1, reach, size }: FlowLine): boolean {
  return reach - x1 > size / 2 && line.words.length > (marker === undefined ? 1 : 2);
}

/** The x at which the text behind a marker starts; the marker's own end where none follows. */
function textStart(line: Line, marker: LineMarker, first: Word | undefined): number {
  if (first === undefined) return line.box.x0;
  if (marker.length < first.text.length) {
    const share = marker.length / first.text.length;
    return first.box.x0 + share * (first.box.x1 - first.box.x0);
  }
  return line.words[1]?.box.x0 ?? first.box.x1;
}

/** What the lines of one column have in common all over the document. */
export interface FlowStyle {
  /** The x of the column's left edge: nothing stands further left. */
  readonly edge: number;
  /** The same for all columns of the table: what is written at a cell's left edge stands there. */
  readonly tableEdge: number;
  readonly leading: Leading;
  /** Whether lines after a marker of a kind start under the text, not under the marker; under "none" what most markers have. */
  readonly hanging: Readonly<Record<MarkerKind | "none", boolean>>;
  /**
   * How far right of a marker of a kind the lines after it start, in font sizes, where that is not where its text does: a word space behind the
   * marker. Undefined where text and lines start alike.
   */
  readonly hang: Readonly<Record<MarkerKind, number | undefined>>;
  /** Signs that may stand in running text, and here are bullets: they start lines, and stand nowhere within one. */
  readonly bullets: ReadonlySet<string>;
  /** Whether items have more white space above them than the lines of a paragraph have. */
  readonly spaced: boolean;
  /** Whether lines are filled as far as their words allow, so that a short one ends a paragraph. */
  readonly flowed: boolean;
  /** Whether paragraphs without a marker start below a line that was ended on purpose, with no white space between. */
  readonly tight: boolean;
  /** Whether the last line of a part is stretched where its paragraph goes on in the next: some engines leave it short, as if it ended there. */
  readonly stretchesTorn: boolean;
  /** Whether all justified lines are stretched from which a sentence runs on, in the whole table: some engines leave lines short within a paragraph. */
  readonly stretchesAll: boolean;
}

/** Nearer than this, in font sizes, two lines start at the same x. */
export const SAME_X = 0.45;

/** The style of a column out of all its cells. */
export function styleOf(cells: Iterable<readonly FlowLine[]>): FlowStyle {
  const evidence = new StyleEvidence();
  for (const cell of cells) evidence.add(cell);
  return evidence.style();
}

/** A line's distance from the line above, and what of it may be its superscripts'. */
type Spacing = Pick<FlowLine, "pitch" | "ascent" | "size">;

/** What the cells of a column show of its style: each cell is looked at once, and not held. */
export class StyleEvidence {
  readonly measures = new LineMeasures();
  readonly #votes: HangingVote[] = [];
  /** Of bullets and of dashes with a line above. */
  readonly #bullets: Spacing[] = [];
  readonly #dashes: Spacing[] = [];
  /** Of lines that go on with a sentence, and whether their first word had room on the line before. */
  readonly #onward: { readonly spacing: Spacing; readonly hadRoom: boolean }[] = [];
  /** Of lines that start a sentence below the end of another, and whether the line before had more than enough room for their first word. */
  readonly #anew: { readonly spacing: Spacing; readonly hadRoom: boolean }[] = [];

  /** How often each sign that may be a bullet starts a line, and which stand within one. */
  readonly #signs = new Map<string, number>();
  readonly #inner = new Set<string>();

  /** Whether some paragraph's last line before it is torn is no longer than its words. */
  #leavesTornShort = false;

  /** Takes in a cell. */
  add(cell: readonly FlowLine[]): void {
    cell.forEach((line, i) => {
      const before = cell[i - 1];
      const { pitch, ascent, size } = line;
      const onward = goesOn(line);
      const hadRoom = before !== undefined && wouldFit(line, before, 1);
      // A line that was ended on purpose, or with a sentence, is a paragraph's last: items without a marker may start with small letters.
      this.measures.add(line, onward && !hadRoom && !(before !== undefined && endsSentence(before)));
      const vote = hangingVote(line, before);
      if (vote !== undefined) this.#votes.push(vote);
      this.#countSigns(line);
      if (line.marker?.kind === "bullet" && pitch !== undefined) this.#bullets.push({ pitch, ascent, size });
      if (line.marker?.kind === "dash" && pitch !== undefined) this.#dashes.push({ pitch, ascent, size });
      if (onward && before !== undefined) this.#onward.push({ spacing: { pitch, ascent, size }, hadRoom });
      if (before !== undefined && startsAnew(line, before)) this.#anew.push({ spacing: { pitch, ascent, size }, hadRoom: wouldFit(line, before, CERTAIN) });
      this.measures.leavesShort ||= onward && hadRoom && before.justified && endsShort(before) && !endsSentence(before);
      this.#leavesTornShort ||= before !== undefined && isTorn(line, before) && before.justified && !isStretched(before);
    });
  }

  #countSigns({ line: { words } }: FlowLine): void {
    words.forEach(({ text }, i) => {
      if (!isDoubtfulBullet(text)) return;
      if (i === 0) this.#signs.set(text, (this.#signs.get(text) ?? 0) + 1);
      else this.#inner.add(text);
    });
  }

  /**
   * The style. Where no line of the column goes on with a sentence, as in a list of single lines, the white space between its lines is no
   * leading: that of all lines of the `table` is taken.
   */
  style(table = this.measures): FlowStyle {
    const leading = (this.measures.goOn ? this.measures : table).leading(table);
    const onward = this.#onward.filter(({ spacing }) => !isSpaced(spacing, { leading }));
    // Dashes start items where there is no other bullet.
    const marked = this.#bullets.length > 0 ? this.#bullets : this.#dashes;
    const loose = marked.filter((spacing) => isLoose(spacing, { leading }));
    const tight = this.#anew.filter(({ spacing, hadRoom }) => hadRoom && !isLoose(spacing, { leading }));
    return {
      edge: this.measures.edge,
      tableEdge: table.edge,
      leading,
      ...hangingOf(this.#votes),
      bullets: new Set([...this.#signs].flatMap(([sign, lines]) => (lines >= ENOUGH_SIGNS && !this.#inner.has(sign) ? [sign] : []))),
      // No sentence starts a line with a bullet, and few with a dash.
      spaced: marked.length > 0 && loose.length > MOSTLY * marked.length,
      // In flowing text no line that goes on with a sentence had room on the line before.
      flowed: onward.length >= ENOUGH_LINES && onward.filter(({ hadRoom }) => hadRoom).length <= EXCEPTIONS * onward.length,
      stretchesTorn: !this.#leavesTornShort,
      stretchesAll: !table.leavesShort,
      tight: tight.length > this.#anew.filter(({ spacing }) => isLoose(spacing, { leading })).length,
    };
  }
}

/** Engines round to pixels, in points: three quarters and the rounding of that. */
export const ROUNDING = 0.8;

/** Pitches beyond the usual ones by so many spreads and roundings are white space. */
const SPREADS = 2;
const ROUNDINGS = 1.5;

/** Whether white space divides a line from the one above it, beyond doubt. */
export function isSpaced(line: Spacing, { leading }: Pick<FlowStyle, "leading">): boolean {
  return extraPitch(line, leading) > SPREADS * leading.spread + (ROUNDINGS * ROUNDING) / line.size;
}

/** Whether a line stands further from the one above it than the lines of a paragraph do, be it by little. */
export function isLoose(line: Spacing, { leading }: Pick<FlowStyle, "leading">): boolean {
  return extraPitch(line, leading) > leading.spread + ROUNDING / line.size;
}

/** How much further from the line above it a line stands than is usual, without the room that its superscripts take; in font sizes. */
function extraPitch({ pitch, ascent }: Spacing, leading: Leading): number {
  if (pitch === undefined) return -Infinity;
  return pitch - leading.pitch - (leading.makesRoom ? Math.max(0, ascent - leading.ascent) : 0);
}

/** Whether a line goes on in another part of the cell with the sentence of the line before. */
function isTorn(line: FlowLine, before: FlowLine): boolean {
  return line.pitch === undefined && line.marker === undefined && startsLow(line) && !endsSentence(before);
}

/** Whether a line goes on with the sentence of the one above it. */
function goesOn(line: FlowLine): boolean {
  return line.marker === undefined && line.pitch !== undefined && startsLow(line);
}

/** Whether a line has no marker and starts a sentence below the end of another. */
function startsAnew(line: FlowLine, before: FlowLine): boolean {
  return line.marker === undefined && line.pitch !== undefined && !startsLow(line) && endsSentence(before);
}

/** Whether this share of a line's first word had room at the end of the line before: then that line was ended on purpose. */
export function wouldFit(line: FlowLine, before: FlowLine, share: number): boolean {
  const word = line.line.words[0];
  if (word === undefined) return false;
  const width = share * (word.box.x1 - word.box.x0);
  return before.x1 + WORD_SPACE * before.size + width <= before.reach;
}

/** Room for so many times the word is no accident of how far the other lines reach. */
export const CERTAIN = 1.5;

/** A word space, in font sizes. */
const WORD_SPACE = 0.28;

/** Where the text of an item starts, as the lines after its first show it. */
export function itemTextX(line: FlowLine, { hang }: Pick<FlowStyle, "hang">): number {
  const own = line.marker === undefined ? undefined : hang[line.marker.kind];
  return own === undefined ? line.textX : line.x + own * line.size;
}

function hangingOf(votes: readonly HangingVote[]): Pick<FlowStyle, "hanging" | "hang"> {
  const most = isHanging(votes, true);
  const ofKind = (kind: MarkerKind): HangingVote[] => votes.filter((vote) => vote.kind === kind);
  const hanging = (kind: MarkerKind): boolean => isHanging(ofKind(kind), most);
  const hang = (kind: MarkerKind): number | undefined => (hanging(kind) ? commonHang(ofKind(kind)) : undefined);
  return {
    hanging: { bullet: hanging("bullet"), number: hanging("number"), dash: hanging("dash"), letter: hanging("letter"), none: most },
    hang: { bullet: hang("bullet"), number: hang("number"), dash: hang("dash"), letter: hang("letter") },
  };
}

interface HangingVote {
  readonly kind: MarkerKind;
  readonly hanging: boolean;
  /** How far right of the marker and of its text the line starts, in font sizes. */
  readonly fromMarker: number;
  readonly fromText: number;
}

/** What the first line below a marked one says; undefined where it starts left of the marker. */
function hangingVote(line: FlowLine, above: FlowLine | undefined): HangingVote | undefined {
  if (above?.marker === undefined || line.marker !== undefined || line.pitch === undefined) return undefined;
  const fromMarker = (line.x - above.x) / line.size;
  const fromText = (line.x - above.textX) / line.size;
  if (fromMarker < -SAME_X) return undefined;
  // A marker may be narrower than two places can be apart.
  return { kind: above.marker.kind, hanging: Math.abs(fromText) <= SAME_X || fromMarker > SAME_X, fromMarker, fromText };
}

function isHanging(votes: readonly HangingVote[], otherwise: boolean): boolean {
  const hanging = votes.filter((vote) => vote.hanging).length;
  return 2 * hanging === votes.length ? otherwise : 2 * hanging > votes.length;
}

/** How far lines hang that do so by one measure, and not where the text above them starts. */
function commonHang(votes: readonly HangingVote[]): number | undefined {
  const hanging = votes.filter((vote) => vote.hanging);
  const apart = hanging.filter((vote) => Math.abs(vote.fromText) > SAME_X);
  if (2 * apart.length <= hanging.length) return undefined;
  const middle = apart.map((vote) => vote.fromMarker).sort((a, b) => a - b)[Math.floor(apart.length / 2)] ?? 0;
  const alike = apart.filter((vote) => Math.abs(vote.fromMarker - middle) <= SAME_X);
  return 2 * alike.length > hanging.length ? middle : undefined;
}

/** A sign that starts so many lines, and stands within none, starts them as a bullet. */
const ENOUGH_SIGNS = 3;

/** First items of nested lists often stand close to the text above. */
const MOSTLY = 0.7;

/** So many lines that go on with a sentence tell whether lines are filled; one in fifty may be the exception. */
const ENOUGH_LINES = 12;
const EXCEPTIONS = 0.02;
