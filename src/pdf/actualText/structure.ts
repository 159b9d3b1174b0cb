import { Dictionary, type PdfObject, Reference, type Resolve, isArray } from "../objects/objects.js";
import { type ReplacementText, replacementText } from "./replacement.js";

/** The most elements and pieces of content of a document that are examined; each page has a few hundred. */
const MOST_NODES = 1_000_000;

/** The most elements and pieces of content that one text may apply to: it is that of a word, a line, rarely a paragraph. */
const MOST_REPLACED = 500;

/** How many nested elements count; the innermost do. */
const DEEPEST = 50;

/** A node of the structure: an element, its kids, or a piece of marked content. */
interface Node {
  readonly object: PdfObject;
  /** The number of the page that its content is on; undefined if none is named yet. */
  readonly page: number | undefined;
  /** Those of the elements around it, the outermost first. */
  readonly replacements: readonly ReplacementText[];
}

/** A piece of marked content: its number in its stream, which is a page or a form. */
interface Piece {
  readonly mcid: number;
  readonly stream: number | undefined;
  readonly page: number | undefined;
}

/**
 * The replacement texts of a document's structure elements (ISO 32000-1, 14.7). Pages and forms are identified by their
 * object numbers.
 */
export class Structure {
  readonly #replacements = new Map<string, readonly ReplacementText[]>();

  constructor(
    catalog: Dictionary,
    readonly resolve: Resolve,
  ) {
    const root = resolve(catalog.get("StructTreeRoot"));
    if (!(root instanceof Dictionary)) return;
    const top = { object: root.get("K"), page: undefined, replacements: [] };
    for (const { piece, replacements } of this.#nodesBelow(top, (element, node) => this.#replacementsIn(element, node))) {
      if (replacements.length > 0 && piece !== undefined) this.#replacements.set(keyOf(piece.stream, piece.mcid), replacements);
    }
  }

  /** The replacement texts of a piece of marked content, the outermost first. */
  textsOf(stream: number, mcid: PdfObject): readonly ReplacementText[] {
    return (typeof mcid === "number" ? this.#replacements.get(keyOf(stream, mcid)) : undefined) ?? [];
  }

  /**
   * The nodes below one: for each, its piece of content, if it is one, and its replacement texts, which `replacementsIn` gives for each
   * element.
   */
  *#nodesBelow(
    top: Node,
    replacementsIn: (element: Dictionary, node: Node) => readonly ReplacementText[],
  ): Generator<{ readonly piece?: Piece; readonly replacements: readonly ReplacementText[] }> {
    const seen = new Set<number>();
    const waiting = [top];
    let left = MOST_NODES;
    for (let node = waiting.pop(); node !== undefined && left > 0; node = waiting.pop(), left--) {
      const { object, page, replacements } = node;
      if (object instanceof Reference) {
        if (seen.has(object.number)) continue;
        seen.add(object.number);
      }
      const found = this.resolve(object);
      if (typeof found === "number") yield { piece: { mcid: found, stream: page, page }, replacements };
      else if (isArray(found)) for (const kid of found) waiting.push({ object: kid, page, replacements });
      else if (found instanceof Dictionary) {
        const own = { ...node, page: numberOf(found.get("Pg")) ?? page };
        const mcid = this.resolve(found.get("MCID"));
        if (typeof mcid === "number")
          yield { piece: { mcid, stream: numberOf(found.get("Stm")) ?? own.page, page: own.page }, replacements };
        else {
          waiting.push({ ...own, object: found.get("K"), replacements: replacementsIn(found, own) });
          yield { replacements };
        }
      }
    }
  }

  /** The replacement texts of the content of an element: those around it, and its own. */
  #replacementsIn(element: Dictionary, { replacements, page }: Node): readonly ReplacementText[] {
    const text = this.resolve(element.get("ActualText"));
    return typeof text === "string" && this.#isOnOnePage(element, page)
      ? [...replacements.slice(1 - DEEPEST), replacementText(text)]
      : replacements;
  }

  /** Whether all content of an element is on one page: nothing shows which part of its text is on which of several pages. */
  #isOnOnePage(element: Dictionary, page: number | undefined): boolean {
    const pages = new Set<number | undefined>();
    let left = MOST_REPLACED;
    for (const { piece } of this.#nodesBelow({ object: element.get("K"), page, replacements: [] }, () => [])) {
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
