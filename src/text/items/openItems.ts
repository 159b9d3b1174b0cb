import { type FlowLine, SAME_X } from "../flow/flowLine.js";
import type { FlowStyle } from "../flow/flowStyle.js";
import { itemTextX, lineStart } from "../flow/hanging.js";
import { roundingOf } from "../flow/spacing.js";
import { type LineMarker, type MarkerKind, opensList } from "../words/markers.js";
import { endsSentence } from "../words/sentences.js";
import { type OpenItem, type RawItem, introduces } from "./rawItem.js";

/** The deepest nesting of items: no document needs more, and code that walks a result may recurse for each level. */
const DEEPEST = 100;

/** A paragraph of which nothing shows whether it belongs to the item above. */
export interface UnplacedParagraph {
  /** Its first line. */
  readonly line: FlowLine;
  /** Whether it was read as an item of its own. */
  readonly divided: boolean;
}

/** The items of a cell while its lines are read: keeps track of which ones later lines may still belong to, by their place. */
export class OpenItems {
  readonly items: RawItem[] = [];
  readonly unplaced: UnplacedParagraph[] = [];
  /** The open items from the outermost to the innermost. */
  #open: OpenItem[] = [];
  /** The x of top-level markers seen so far, by kind. */
  readonly #topLevel = new Map<MarkerKind, number>();

  constructor(readonly style: FlowStyle) {}

  get innermost(): OpenItem | undefined {
    return this.#open.at(-1);
  }

  get isNested(): boolean {
    return this.#open.length > 1;
  }

  /** All items of the list that the innermost one is in. */
  get list(): readonly RawItem[] {
    return this.#open.at(-2)?.item.children ?? this.items;
  }

  /** Whether items with such a marker have already started at a line's x. */
  isLevel(kind: MarkerKind, line: FlowLine): boolean {
    const top = this.#topLevel.get(kind);
    return (top !== undefined && isNear(top, line)) || this.#open.some(({ item, x }) => item.kind === kind && isNear(x, line));
  }

  /** Whether this marker has the next number of an open list. */
  isNext({ number }: LineMarker): boolean {
    return number !== undefined && this.#open.some(({ item }) => item.number !== undefined && item.number + 1 === number);
  }

  /** Ends all but the outermost item. */
  closeNested(): void {
    this.#open = this.#open.slice(0, 1);
  }

  /** Starts an item with a marker. */
  addMarked(line: FlowLine, marker: LineMarker): void {
    const isNested = this.#closeTo(line, marker);
    this.#add({ kind: marker.kind, number: marker.number, markerLength: marker.length, paragraphs: [[line]], children: [] }, line);
    if (!isNested) this.#topLevel.set(marker.kind, line.x);
  }

  /** Starts a paragraph: of the item whose text starts at the same x, of a list that such an item announces, or as an item of its own. */
  addParagraph(line: FlowLine): void {
    const shown = this.#ownerOf(line);
    const flush = shown === undefined ? this.#flushAbove(line) : undefined;
    const distance = flush === undefined ? "unclear" : distanceBelow(line, flush.item);
    const isOwned = flush !== undefined && (line.ruledOff ? introduces(flush.item) : distance === "near" || awaitsMore(flush.item));
    const isSure = distance === "near" || (distance === "far" && !isOwned);
    if (flush !== undefined && !isSure) this.unplaced.push({ line, divided: !isOwned });
    const owner = isOwned ? flush : shown;
    const { kind } = owner?.item ?? { kind: "none" };
    const isOver = kind !== "none" || (owner !== undefined && introduces(owner.item) && line.x > owner.textX + 2 * SAME_X * line.size);
    this.#open = owner === undefined ? [] : this.#open.slice(0, this.#open.indexOf(owner) + (isOver ? 1 : 0));
    if (owner !== undefined && kind !== "none" && !introduces(owner.item)) owner.item.paragraphs.push([line]);
    else this.#add({ kind: "none", number: undefined, markerLength: 0, paragraphs: [[line]], children: [] }, line);
  }

  /** Continues the last paragraph. */
  addLine(line: FlowLine): void {
    const open = this.innermost;
    if (open === undefined) return this.addParagraph(line);
    open.item.paragraphs.at(-1)?.push(line);
    if (line.pitch !== undefined && line.x > open.x + SAME_X * line.size) open.textX = Math.min(open.textX, line.x);
  }

  /** Closes the items that a marked line is not nested in; whether any are left that it is nested in. */
  #closeTo(line: FlowLine, marker: LineMarker): boolean {
    const sibling = this.#open.findLastIndex(
      ({ item, x }) => item.kind === marker.kind && (isNear(x, line) || (marker.number !== undefined && item.number === marker.number - 1)),
    );
    const top = this.#topLevel.get(marker.kind);
    if (sibling >= 0) this.#open = this.#open.slice(0, sibling);
    else if (top !== undefined && isNear(top, line)) this.#open = [];
    else this.#open = this.#open.slice(0, this.#open.findLastIndex((open) => this.#adopts(open, line, marker)) + 1);
    return this.#open.length > 0;
  }

  /**
   * Whether a marked line is nested in an open item: further in, with another marker at the same place, or in a list that it announces. In
   * an item without a marker that announces none, only if it is further in than lists start that are nested in nothing: these may be
   * indented, and paragraphs between their items not.
   */
  #adopts({ item, x }: OpenItem, line: FlowLine, marker: LineMarker): boolean {
    const near = SAME_X * line.size;
    const isDeeper = line.x > x + near;
    const announces = introduces(item);
    if (item.kind === "none" && !announces) return isDeeper && line.x > this.style.listEdge + near;
    const isOther = isNear(x, line) && item.kind !== marker.kind;
    // Numbers are set flush right before their text, so wide ones start further left than the marker above.
    const isIntroduced = announces && opensList(marker) && line.textX > x + near;
    return isDeeper || isOther || isIntroduced;
  }

  /** The innermost open item whose text starts where this line does or further left; undefined at the column's edge. */
  #ownerOf(line: FlowLine): OpenItem | undefined {
    const near = SAME_X * line.size;
    const owner = this.#open.findLast(({ item, x, textX }) => {
      // Any indent from the marker will do: justified text starts anywhere after it, and a paragraph may be indented a little less than the
      // lines above it. If lines continue under the marker, and it is itself indented, within its list, a paragraph at its x belongs to the
      // list: others start at the cell's edge.
      const indented = Math.min(textX, x + 2 * near);
      const flush = x > this.style.tableEdge + near ? x : indented;
      const start = item.kind === "none" ? textX : this.style.hanging[item.kind] ? indented : flush;
      return start <= line.x + near;
    });
    if (owner === undefined) return undefined;
    const atEdge = line.x <= this.style.edge + near && this.style.hanging[owner.item.kind];
    return atEdge && owner.item.kind !== "none" && owner.textX > this.style.edge + near ? undefined : owner;
  }

  /**
   * The marked item above a paragraph at the column's edge, if the item's own lines start there, too: another paragraph of it stands where a
   * new item does. Below a nested list, no item has another paragraph, nor where paragraphs of items are indented.
   */
  #flushAbove(line: FlowLine): OpenItem | undefined {
    const [outermost] = this.#open;
    if (outermost === undefined || outermost.item.kind === "none" || this.style.hanging[outermost.item.kind]) return undefined;
    if (outermost.item.children.length > 0 || this.style.indentsParagraphs) return undefined;
    return isNear(lineStart(outermost.item.kind, { ...outermost, size: line.size }, this.style), line) ? outermost : undefined;
  }

  /** Adds an item to the innermost open one. */
  #add(item: RawItem, line: FlowLine): void {
    this.#open = this.#open.slice(0, DEEPEST - 1);
    (this.innermost?.item.children ?? this.items).push(item);
    this.#open.push({ item, x: line.x, textX: item.kind === "none" ? line.x : itemTextX(line, this.style) });
  }
}

/**
 * Whether a paragraph is nearer to the item above than the item is to the one before, or further from it, if that can be seen. In a cell of
 * its own it is far.
 */
function distanceBelow({ pitch, size, ruledOff }: FlowLine, item: RawItem): "near" | "far" | "unclear" {
  if (ruledOff) return "far";
  const first = item.paragraphs[0]?.[0]?.pitch;
  if (pitch === undefined || first === undefined || Math.abs(pitch - first) <= roundingOf({ size })) return "unclear";
  return pitch < first ? "near" : "far";
}

/**
 * Whether the words of an item suggest another paragraph: it announces a list, starts with a title, which does not end as sentences do, or
 * has several paragraphs already.
 */
function awaitsMore(item: RawItem): boolean {
  const title = item.paragraphs[0]?.at(-1);
  return introduces(item) || item.paragraphs.length > 1 || (title !== undefined && !endsSentence(title));
}

function isNear(x: number, line: FlowLine): boolean {
  return Math.abs(x - line.x) <= SAME_X * line.size;
}
