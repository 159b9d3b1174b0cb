import { extentOf } from "../geometry/ordered.js";
import { textOf } from "../layout/lines.js";
import { CERTAIN, type FlowLine, type FlowStyle, ROUNDING, SAME_X, endsShort, isLoose, isSpaced, isStretched, itemTextX, wouldFit } from "./flow.js";
import { CUT_SHARE, endsWithin, isMidSentence, isShort, mayBeCut, seemsNew } from "./lineEnds.js";
import { isMarkerAlone, isTabbed, listGoesOn } from "./markedLines.js";
import { type LineMarker, type MarkerKind, needsPlace, opensList } from "./markers.js";
import { announcesList, endsBetween, endsSentence, startsLow, startsSentence } from "./sentences.js";

/** So deep are items nested and no deeper: no document needs more, and what walks a result may call itself for each level. */
const DEEPEST = 100;

/** An item before its lines are joined to text. */
export interface RawItem {
  readonly kind: MarkerKind | "none";
  readonly number: number | undefined;
  /** The marker's own length in the first word of the first line; 0 for none. */
  readonly markerLength: number;
  readonly paragraphs: FlowLine[][];
  readonly children: RawItem[];
}

/** What a cell holds. */
export interface CellItems {
  readonly items: readonly RawItem[];
  /** Lines with a marker and no text behind it. */
  readonly empty: readonly FlowLine[];
  readonly undecided: readonly UndecidedStart[];
}

/** Two lines of which nothing tells whether a paragraph ends with the first: a sentence does, and it is full. */
export interface UndecidedStart {
  readonly before: FlowLine;
  readonly line: FlowLine;
  /** Whether they were read as two paragraphs. */
  readonly divided: boolean;
}

/** An item that later lines may still belong to. */
interface Open {
  readonly item: RawItem;
  readonly x: number;
  /** Where its text starts: behind the marker, then where its second line shows. */
  textX: number;
}

/** Builds the items of one cell from its lines, by their markers, indents and the white space between them. */
export function itemsOf(lines: readonly FlowLine[], style: FlowStyle): CellItems {
  return new ItemBuilder(lines, style).build();
}

class ItemBuilder {
  readonly #items: RawItem[] = [];
  readonly #empty: FlowLine[] = [];
  readonly #undecided: UndecidedStart[] = [];
  /** The open items from the outermost to the innermost. */
  #open: Open[] = [];
  /** The x of top-level markers seen so far, by kind. */
  readonly #topLevel = new Map<string, number>();

  readonly #lines: readonly FlowLine[];

  constructor(
    lines: readonly FlowLine[],
    readonly style: FlowStyle,
  ) {
    this.#lines = lines;
  }

  build(): CellItems {
    const lines = this.#lines;
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      const marker = this.#markerHere(line, before, lines.slice(i + 1));
      if (marker === undefined) this.#unmarked(line, before);
      else if (!isMarkerAlone(line, marker) || this.#textFollows(line, marker, lines[i + 1])) this.#marked(line, marker);
      else if (this.#isWord(marker)) this.#unmarked(line, before);
      else this.#emptyMarker(line);
    });
    return { items: this.#items, empty: this.#empty, undecided: this.#undecided };
  }

  /** The line's marker, if its place says so too: a dash or a number may just as well be a word of the sentence. */
  #markerHere(line: FlowLine, before: FlowLine | undefined, rest: readonly FlowLine[]): LineMarker | undefined {
    const { marker } = line;
    const [after] = rest;
    const first = line.line.words[0];
    if (marker === undefined || first === undefined || !needsPlace(marker, first) || this.style.bullets.has(first.text)) return marker;
    const inner = this.#open.at(-1);
    if (before === undefined || inner === undefined) return marker;
    if (marker.number !== undefined && this.#continues(marker.number)) return marker;
    if (isSpaced(line, this.style)) return marker;
    const near = SAME_X * line.size;
    const hangs = this.style.hanging[inner.item.kind];
    const from = hangs ? inner.textX : inner.x;
    const inText = Math.abs(line.x - from) <= near;
    if (opensList(marker) && introduces(inner.item)) return marker;
    // No sentence goes on further in than its lines start.
    if (line.x > from + near) return marker;
    // A dash is so narrow that its room may be an accident, unless another line starts so.
    const isRepeated = rest.some((below) => below.marker?.kind === marker.kind && Math.abs(below.x - line.x) <= near);
    if (inText && this.style.flowed && wouldFit(line, before, isRepeated ? 1 : CERTAIN)) return marker;
    if (inText && opensList(marker) && listGoesOn(line, marker, rest)) return marker;
    // Where the lines of an item start under its marker, so may a dash or a number of the sentence.
    const mayStartLine = !hangs && inText && line.pitch !== undefined && !wouldFit(line, before, 1);
    if (mayStartLine && !(this.#isLevel(marker.kind, line) && (endsSentence(before) || !this.style.spaced))) return undefined;
    if (!(inText && hangs) && (line.pitch !== undefined || this.#isLevel(marker.kind, line))) return marker;
    const tabbed = marker.length === first.text.length && isTabbed(line.line);
    const outdents = after?.pitch !== undefined && after.marker === undefined && !isSpaced(after, this.style) && after.x > line.x + near;
    return tabbed || (outdents && Math.abs(after.x - itemTextX(line, this.style)) <= near) ? marker : undefined;
  }

  /** Whether items with such a marker have started at this x before. */
  #isLevel(kind: MarkerKind, line: FlowLine): boolean {
    const near = SAME_X * line.size;
    const top = this.#topLevel.get(kind);
    return (
      (top !== undefined && Math.abs(top - line.x) <= near) ||
      this.#open.some(({ item, x }) => item.kind === kind && Math.abs(x - line.x) <= near)
    );
  }

  /** Whether an open list's next number is this one. */
  #continues(number: number): boolean {
    return this.#open.some(({ item }) => item.number !== undefined && item.number + 1 === number);
  }

  /** Whether the text of a marker that stands alone on its line comes on the next one. */
  #textFollows(line: FlowLine, marker: LineMarker, after: FlowLine | undefined): boolean {
    if (after === undefined || after.marker !== undefined || isSpaced(after, this.style)) return false;
    const near = SAME_X * line.size;
    // In a column too narrow for marker and word, the word stands below: behind the marker, or under it where lines do not hang.
    return after.x > line.x + near || (!this.style.hanging[marker.kind] && Math.abs(after.x - line.x) <= near && !wouldFit(after, line, 1));
  }

  /** Whether a number or a letter that stands alone is the end of a sentence ("P.O. Box" + "217."): it goes on with no list. */
  #isWord({ kind, number }: LineMarker): boolean {
    if (this.#open.length === 0 || (number !== undefined && this.#continues(number))) return false;
    return kind === "number" || kind === "letter";
  }

  #emptyMarker(line: FlowLine): void {
    this.#empty.push(line);
    // It ends the item before it: what follows without a marker is another paragraph.
    this.#open = this.#open.slice(0, 1);
  }

  #marked(line: FlowLine, marker: LineMarker): void {
    const item: RawItem = {
      kind: marker.kind,
      number: marker.number,
      markerLength: marker.length,
      paragraphs: [[line]],
      children: [],
    };
    const parent = this.#parentOf(line, marker);
    this.#add(item, line);
    if (parent === undefined) this.#topLevel.set(marker.kind, line.x);
  }

  /** The open item that a marked line is nested in; undefined at the top level. Closes what it is not nested in. */
  #parentOf(line: FlowLine, marker: LineMarker): Open | undefined {
    const near = SAME_X * line.size;
    const sibling = this.#open.findLastIndex(
      ({ item, x }) =>
        item.kind === marker.kind &&
        (Math.abs(x - line.x) <= near || (marker.number !== undefined && item.number === marker.number - 1)),
    );
    if (sibling >= 0) {
      this.#open = this.#open.slice(0, sibling);
      return this.#open.at(-1);
    }
    const top = this.#topLevel.get(marker.kind);
    if (top !== undefined && Math.abs(top - line.x) <= near) {
      this.#open = [];
      return undefined;
    }
    while (this.#open.length > 0) {
      const inner = this.#open.at(-1);
      if (inner === undefined) break;
      const deeper = line.x > inner.x + near;
      const another = Math.abs(line.x - inner.x) <= near && inner.item.kind !== marker.kind;
      // Numbers are set flush right before their text, wide ones further left than the marker above.
      const introduced = introduces(inner.item) && opensList(marker) && line.textX > inner.x + near;
      const adopts = inner.item.kind !== "none" || introduces(inner.item);
      if ((deeper || another || introduced) && adopts) return inner;
      this.#open = this.#open.slice(0, -1);
    }
    return undefined;
  }

  #unmarked(line: FlowLine, before: FlowLine | undefined): void {
    const inner = this.#open.at(-1);
    if (inner === undefined || before === undefined) return this.#plainItem(line, undefined);
    const shown = hasNoText(inner.item) ? false : this.#shownToStart(line, before, inner);
    const starts = shown ?? this.#likelyStarts(line, before, inner);
    if (shown === undefined) this.#undecided.push({ before, line, divided: starts });
    if (!starts) {
      inner.item.paragraphs.at(-1)?.push(line);
      if (line.pitch !== undefined && line.x > inner.x + SAME_X * line.size) inner.textX = Math.min(inner.textX, line.x);
      return;
    }
    const owner = this.#ownerOf(line);
    if (owner === undefined) return this.#plainItem(line, undefined);
    if (owner.item.kind === "none") return this.#plainItem(line, this.#parentOfOpen(owner));
    this.#open = this.#open.slice(0, this.#open.indexOf(owner) + 1);
    if (introduces(owner.item)) this.#plainItem(line, owner);
    else owner.item.paragraphs.push([line]);
  }

  /** Whether a line starts a paragraph, as far as its place and its words show it; undefined where both are as likely. */
  #shownToStart(line: FlowLine, before: FlowLine, inner: Open): boolean | undefined {
    const waits = before.marker?.kind === "dash" && isMarkerAlone(before, before.marker) && inner.item.paragraphs.at(-1)?.at(-1) === before;
    if (waits) return false;
    if (line.pitch === undefined) return this.#shownToStartPart(line, before, inner);
    if (endsWithin(before)) return false;
    if (this.#isDividedAlike(line, before, inner) || this.#isIntroduced(line, before, inner)) return true;
    if (isMidSentence(line, before)) return false;
    if (isSpaced(line, this.style)) return true;
    if (isLoose(line, this.style) && seemsNew(line, before)) return true;
    if (this.#endsOnPurpose(before, line)) return true;
    // Further left than the text that it would go on with: another paragraph, in a list whose lines hang.
    const near = SAME_X * line.size;
    const isOutdented = inner.item.kind === "none" ? this.#open.length > 1 && line.x < before.x - near : this.style.hanging[inner.item.kind] && line.x < inner.textX - near && line.x <= inner.x + near;
    if (isOutdented) return true;
    if (before.justified && this.#endsUnstretched(before, line)) return true;
    if (before.justified && !endsShort(before)) return false;
    if (!this.style.spaced && seemsNext(line, before, inner.item)) return undefined;
    return this.style.tight && endsSentence(before) && !startsLow(line) ? undefined : false;
  }

  /** Whether a line was not stretched as others are: with room for the next word, or with a sentence's end where paragraphs have no white space between. */
  #endsUnstretched(before: FlowLine, line: FlowLine): boolean {
    if (this.style.tight && endsBetween(before, line)) return startsLow(line) ? endsShort(before) : !isStretched(before);
    return this.style.stretchesAll && endsShort(before) && !startsLow(line) && wouldFit(line, before, 1);
  }

  /** Whether a line has so much room left for the next one's first word that it was ended on purpose, where lines are filled. */
  #endsOnPurpose(before: FlowLine, line: FlowLine): boolean {
    if (!this.style.flowed || !wouldFit(line, before, endsSentence(before) && !startsLow(line) ? 1 : CERTAIN)) return false;
    return !startsLow(line) || (isShort(before, before.reach) && isShort(before, this.#reachAt(before)));
  }

  /** How far right the cell's lines reach that start where a line does: lists may be set in from the right, too. */
  #reachAt({ x, size }: FlowLine): number {
    return extentOf(this.#lines.filter((line) => Math.abs(line.x - x) <= SAME_X * size).map(({ x1 }) => x1)).to;
  }

  /** Whether the same white space divides a line from the one above as divides the items of the list without markers that it is in. */
  #isDividedAlike(line: FlowLine, before: FlowLine, { item, x }: Open): boolean {
    const first = item.paragraphs[0]?.[0];
    if (item.kind !== "none" || first?.pitch === undefined || line.pitch === undefined || Math.abs(line.x - x) > SAME_X * line.size) return false;
    const isApart = wouldFit(line, before, 1) ? isLoose : isSpaced;
    return isApart(line, this.style) && isApart(first, this.style) && Math.abs(line.pitch - first.pitch) <= ROUNDING / line.size;
  }

  /** Whether a line is the first of a list without markers: it stands further in than the text that announces the list. */
  #isIntroduced(line: FlowLine, before: FlowLine, { item, x, textX }: Open): boolean {
    if (item.kind === "none" || !introduces(item)) return false;
    const goesOnAt = this.style.hanging[item.kind] ? textX : x;
    return line.x > Math.max(goesOnAt, before.marker === undefined ? before.x : goesOnAt) + 2 * SAME_X * line.size;
  }

  /** The same for the first line of a part: whether it goes on with the paragraph that the part before ended with. */
  #shownToStartPart(line: FlowLine, before: FlowLine, inner: Open): boolean | undefined {
    if (endsWithin(before) || isMidSentence(line, before)) return false;
    const near = SAME_X * line.size;
    const flush = !this.style.hanging[inner.item.kind] || inner.item.kind === "none";
    // A hanging line stands right of the marker; how far, the width of "10)" against "9)" leaves open.
    const from = flush ? inner.x : inner.x + 2 * near;
    if (line.x < from - near || line.x > Math.max(inner.textX, from) + 2 * near) return true;
    if (announcesList(before) && !startsLow(line)) return true;
    const ended = endsBetween(before, line);
    if (!ended && startsSentence(line)) return true;
    if (!startsLow(line) && !isStretched(before) && this.#endsUnstopped(inner)) return true;
    if (!ended && startsLow(line)) return this.#endsOnPurpose(before, line);
    // Less room speaks for another paragraph where words may be cut.
    if (wouldFit(line, before, ended && before.hyphenated && mayBeCut(line) ? CUT_SHARE : 1)) return true;
    if (!ended || isStretched(before)) return false;
    return before.justified && this.style.stretchesTorn ? true : undefined;
  }

  /** After a full stop another paragraph is likelier where there are many, and nothing shows it at the start of a part. */
  #likelyStarts(line: FlowLine, before: FlowLine, { item }: Open): boolean {
    if (line.pitch === undefined) return item.kind === "none" || item.paragraphs.length > 1;
    return seemsNext(line, before, item);
  }

  /** Whether an item is one of a list without markers whose items before it all end without a stop. */
  #endsUnstopped(inner: Open): boolean {
    if (inner.item.kind !== "none") return false;
    const siblings = (this.#parentOfOpen(inner)?.item.children ?? this.#items).filter((item) => item.kind === "none" && item !== inner.item);
    return siblings.length > 0 && siblings.every((item) => !item.paragraphs.flat().slice(-1).some(endsSentence));
  }

  /** The innermost open item whose text starts where this line does or further left; undefined at the column's edge. */
  #ownerOf(line: FlowLine): Open | undefined {
    const near = SAME_X * line.size;
    const owner = this.#open.findLast(({ item, x, textX }) => {
      // Where lines go on under the marker, any indent will do: justified text starts anywhere behind it. Where the marker itself is
      // indented, within its list, a paragraph at its x is of the list: others start at the cell's edge.
      const flush = x > this.style.tableEdge + near ? x : Math.min(textX, x + 2 * near);
      const start = this.style.hanging[item.kind] || item.kind === "none" ? textX : flush;
      return start <= line.x + near;
    });
    if (owner === undefined) return undefined;
    const atEdge = line.x <= this.style.edge + near && this.style.hanging[owner.item.kind];
    return atEdge && owner.item.kind !== "none" && owner.textX > this.style.edge + near ? undefined : owner;
  }

  #parentOfOpen(owner: Open): Open | undefined {
    return this.#open[this.#open.indexOf(owner) - 1];
  }

  #plainItem(line: FlowLine, parent: Open | undefined): void {
    const item: RawItem = { kind: "none", number: undefined, markerLength: 0, paragraphs: [[line]], children: [] };
    this.#open = parent === undefined ? [] : this.#open.slice(0, this.#open.indexOf(parent) + 1);
    this.#add(item, line);
  }

  /** Adds an item to the innermost one that is open. */
  #add(item: RawItem, line: FlowLine): void {
    this.#open = this.#open.slice(0, DEEPEST - 1);
    (this.#open.at(-1)?.item.children ?? this.#items).push(item);
    this.#open.push({ item, x: line.x, textX: item.kind === "none" ? line.x : itemTextX(line, this.style) });
  }
}

/** Whether the words alone speak for another paragraph, whatever the white space: a sentence starts where none ended, or items end with semicolons. */
function seemsNext(line: FlowLine, before: FlowLine, { kind }: RawItem): boolean {
  if (kind === "none" && /;$/u.test(textOf(before.line))) return true;
  return startsSentence(line) && !endsSentence(before);
}

/** Whether an item has no more than its marker yet. */
function hasNoText({ markerLength, paragraphs }: RawItem): boolean {
  const [first, ...more] = paragraphs.flat();
  return first !== undefined && more.length === 0 && markerLength > 0 && isMarkerAlone(first, { length: markerLength });
}

/** Whether an item's text ends with a colon, so that the paragraphs below it are a list. */
function introduces(item: RawItem): boolean {
  const last = item.paragraphs.at(-1)?.at(-1);
  return last !== undefined && /[:：]["”’)]*$/u.test(textOf(last.line));
}
