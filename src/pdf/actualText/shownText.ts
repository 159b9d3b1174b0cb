import { contentOf } from "../objects/content.js";
import { decode, MOST_BYTES } from "../objects/decode.js";
import { skipInlineImage } from "../objects/inlineImage.js";
import {
  Dictionary,
  Name,
  type PdfObject,
  Reference,
  Stream,
  Unreadable,
  dictionaryOf,
  isArray,
  nameOf,
  resourceOf,
} from "../objects/objects.js";
import type { Page, PdfObjects } from "../objects/pdfObjects.js";
import { Operator, Syntax } from "../objects/syntax.js";
import type { Structure } from "./structure.js";
import { type ReplacementText, replacementText } from "./replacement.js";

/** What the content of a page shows as text, and the replacement texts that apply to it. */
export interface ShownText {
  /** For each operator that shows text, those that apply to it, the outermost first. */
  readonly replacements: readonly (readonly ReplacementText[])[];
  /** A fingerprint of the operators, to be compared with those that pdf.js lists; see `listedText`. */
  readonly trace: readonly string[];
}

/** The traces of operators that begin and end a marked sequence, and of those that show text, with the number of their kernings. */
export const BEGIN = "(";
export const END = ")";
export const showing = (kernings: number): string => `text ${kernings}`;

/** The deepest nesting of forms, and of marked sequences that say something; no page has more than a few levels. */
const DEEPEST = 50;

/** The most operands that pdf.js takes before an operator. */
const MOST_OPERANDS = 33;

/** What beginning a form costs, in bytes of content: the work for forms that show each other twice would double with each level. */
const COST_OF_FORM = 1000;

/** A content stream with what its operators refer to. */
interface Content {
  readonly bytes: Uint8Array;
  readonly resources: Dictionary | undefined;
  /** The object numbers of the content and of those that show it, the page first. */
  readonly path: readonly number[];
}

/**
 * Follows the content of a page into its forms, as pdf.js does.
 *
 * @throws Unreadable if it cannot be followed.
 */
export function shownText(page: Page, objects: PdfObjects, structure: Structure): ShownText {
  const walk = new Walk(objects, structure);
  walk.follow({
    bytes: contentOf(page.dictionary, objects.resolve),
    resources: dictionaryOf(page.dictionary.get("Resources"), objects.resolve),
    path: [page.object ?? 0],
  });
  return walk;
}

class Walk implements ShownText {
  readonly replacements: (readonly ReplacementText[])[] = [];
  readonly trace: string[] = [];
  #bytes = 0;

  constructor(
    readonly objects: PdfObjects,
    readonly structure: Structure,
  ) {}

  follow(content: Content, outside: readonly ReplacementText[] = []): void {
    this.#bytes += content.bytes.length + COST_OF_FORM;
    if (this.#bytes > MOST_BYTES || content.path.length > DEEPEST) throw new Unreadable("too much content");
    const syntax = new Syntax(content.bytes);
    const open: (readonly ReplacementText[])[] = [];
    let operands: PdfObject[] = [];
    for (let next = syntax.next(); next !== undefined; next = syntax.next()) {
      if (!(next instanceof Operator)) {
        if (operands.push(next) > MOST_OPERANDS) throw new Unreadable("too many operands");
        continue;
      }
      const around = open.at(-1) ?? outside;
      switch (next.name) {
        case "Tj":
        case "TJ":
        case "'":
        case '"':
          if (operands.length >= (next.name === '"' ? 3 : 1)) this.#show(operands.at(-1) ?? null, around);
          break;
        case "BMC":
        case "BDC":
          if (operands.length < (next.name === "BDC" ? 2 : 1)) break;
          this.trace.push(BEGIN);
          open.push(next.name === "BDC" ? this.#begin(operands.at(-1) ?? null, content, around) : around);
          break;
        case "EMC":
          this.trace.push(END);
          open.pop();
          break;
        case "Do":
          this.#followForm(operands.at(-1) ?? null, content, around);
          break;
        case "BI":
          skipInlineImage(syntax);
      }
      operands = [];
    }
  }

  /** The replacement texts of a marked sequence with these properties. */
  #begin(properties: PdfObject, content: Content, around: readonly ReplacementText[]): readonly ReplacementText[] {
    const replacements = this.#replacementsBy(properties, content);
    if (replacements.length === 0) return around;
    if (around.length > DEEPEST) throw new Unreadable("nested too deep");
    return [...around, ...replacements];
  }

  #show(text: PdfObject, around: readonly ReplacementText[]): void {
    this.replacements.push(around);
    this.trace.push(showing(isArray(text) ? text.filter((entry) => typeof entry === "number").length : 0));
  }

  /** Those that the properties of a marked sequence give, directly or through the structure; the outermost first. */
  #replacementsBy(properties: PdfObject, { resources, path }: Content): readonly ReplacementText[] {
    const { resolve } = this.objects;
    const named = properties instanceof Name ? resourceOf(properties, "Properties", resources, resolve) : properties;
    const dictionary = dictionaryOf(named, resolve);
    if (dictionary === undefined) return [];
    const texts = this.structure.textsOf(path.at(-1) ?? 0, resolve(dictionary.get("MCID")));
    const own = resolve(dictionary.get("ActualText"));
    return typeof own === "string" ? [...texts, replacementText(own)] : texts;
  }

  #followForm(name: PdfObject, { resources, path }: Content, outside: readonly ReplacementText[]): void {
    const { resolve } = this.objects;
    const named = resourceOf(name, "XObject", resources, resolve);
    const form = resolve(named);
    if (!(form instanceof Stream) || !(named instanceof Reference)) return;
    const { dictionary } = form;
    if (nameOf(dictionary.get("Subtype"), resolve) !== "Form") return;
    // A form of optional content is a marked sequence for pdf.js.
    const isOptional = dictionary.entries.has("OC");
    if (isOptional) this.trace.push(BEGIN);
    if (path.includes(named.number)) return;
    const own = resolve(dictionary.get("Resources"));
    this.follow(
      {
        bytes: decode(form, resolve),
        resources: own instanceof Dictionary ? own : resources,
        path: [...path, named.number],
      },
      outside,
    );
    if (isOptional) this.trace.push(END);
  }
}
