import { Dictionary, type PdfObject, Reference, type Resolve, isArray } from "../objects/objects.js";
import { type Told, toldBy } from "./told.js";

/** The most elements and pieces of content of a document that are examined; each page has a few hundred. */
const MOST_NODES = 1_000_000;

/** The most elements and pieces of content that one text may apply to: it is that of a word, a line, rarely a paragraph. */
const MOST_TOLD = 500;

/** How many nested elements count; the innermost do. */
const DEEPEST = 50;

/** A node of the structure: an element, its kids, or a piece of marked content. */
interface Node {
  readonly object: PdfObject;
  /** The number of the page that its content is on; undefined if none is named yet. */
  readonly page: number | undefined;
  /** What the elements around it say, the outermost first. */
  readonly told: readonly Told[];
}

/** A piece of marked content: its number in its stream, which is a page or a form. */
interface Piece {
  readonly mcid: number;
  readonly stream: number | undefined;
  readonly page: number | undefined;
}

/**
 * What the content of a document's structure elements shows, according to them (ISO 32000-1, 14.7). Pages and forms are identified by their
 * object numbers.
 */
export class Structure {
  readonly #told = new Map<string, readonly Told[]>();

  constructor(
    catalog: Dictionary,
    readonly resolve: Resolve,
  ) {
    const root = resolve(catalog.get("StructTreeRoot"));
    if (!(root instanceof Dictionary)) return;
    const top = { object: root.get("K"), page: undefined, told: [] };
    for (const { piece, told } of this.#nodesBelow(top, (element, node) => this.#toldIn(element, node))) {
      if (told.length > 0 && piece !== undefined) this.#told.set(keyOf(piece.stream, piece.mcid), told);
    }
  }

  /** What is said about a piece of marked content, the outermost first. */
  textsOf(stream: number, mcid: PdfObject): readonly Told[] {
    return (typeof mcid === "number" ? this.#told.get(keyOf(stream, mcid)) : undefined) ?? [];
  }

  /**
   * The nodes below one: for each, its piece of content, if it is one, and what is said about it, which `toldIn` gives for each element.
   */
  *#nodesBelow(
    top: Node,
    toldIn: (element: Dictionary, node: Node) => readonly Told[],
  ): Generator<{ readonly piece?: Piece; readonly told: readonly Told[] }> {
    const seen = new Set<number>();
    const waiting = [top];
    let left = MOST_NODES;
    for (let node = waiting.pop(); node !== undefined && left > 0; node = waiting.pop(), left--) {
      const { object, page, told } = node;
      if (object instanceof Reference) {
        if (seen.has(object.number)) continue;
        seen.add(object.number);
      }
      const found = this.resolve(object);
      if (typeof found === "number") yield { piece: { mcid: found, stream: page, page }, told };
      else if (isArray(found)) for (const kid of found) waiting.push({ object: kid, page, told });
      else if (found instanceof Dictionary) {
        const own = { ...node, page: numberOf(found.get("Pg")) ?? page };
        const mcid = this.resolve(found.get("MCID"));
        if (typeof mcid === "number") yield { piece: { mcid, stream: numberOf(found.get("Stm")) ?? own.page, page: own.page }, told };
        else {
          waiting.push({ ...own, object: found.get("K"), told: toldIn(found, own) });
          yield { told };
        }
      }
    }
  }

  /** What is said about the content of an element: what is said around it, and what it says itself. */
  #toldIn(element: Dictionary, { told, page }: Node): readonly Told[] {
    const text = this.resolve(element.get("ActualText"));
    return typeof text === "string" && this.#isOnOnePage(element, page) ? [...told.slice(1 - DEEPEST), toldBy(text)] : told;
  }

  /** Whether all content of an element is on one page: nothing shows which part of its text is on which of several pages. */
  #isOnOnePage(element: Dictionary, page: number | undefined): boolean {
    const pages = new Set<number | undefined>();
    let left = MOST_TOLD;
    for (const { piece } of this.#nodesBelow({ object: element.get("K"), page, told: [] }, () => [])) {
      if (piece !== undefined) pages.add(piece.page);
      if (pages.size > 1 || --left === 0) return false;
    }
    return true;
  }
}

function keyOf(stream: number | undefined, mcid: number): string {
  return `${stream ?? "?"} ${mcid}`;
}

function numberOf(object: PdfObject): number | undefined {
  return object instanceof Reference ? object.number : undefined;
}
