import type { Font } from "../page.js";
import { numbers, property } from "../pdfjs/untyped.js";
import { mendedRuns } from "./damagedRanges.js";
import { mendLigature, resolveSymbols } from "./symbols.js";

/** A font with the metrics that place its glyphs. */
export interface LoadedFont {
  readonly font: Font;
  readonly vertical: boolean;
  /** From glyph space to text space along the baseline: 0.001, except for Type 3 fonts (ISO 32000-1, 9.2.4). */
  readonly unit: number;
  /** Height of the em square in text space: 1, except for Type 3 fonts whose own units say otherwise. */
  readonly em: number;
  /** Above and below the baseline, in em. */
  readonly ascent: number;
  readonly descent: number;
  /** Vertical writing: [advance, x, y] of the default metrics in glyph units; without any, those of ISO 32000-1, 9.7.4.3. */
  readonly verticalMetrics: readonly [number, number, number];
  /** The text of a glyph, by its code, its width and the `unicode` that pdf.js maps it to; U+FFFD if the font does not say. */
  readonly textOf: (unicode: unknown, code: unknown, width: number) => string;
  /** Whether pdf.js could not read the font; texts shown in it have no glyphs. */
  readonly isUnreadable: boolean;
  /** The codes seen so far whose text the font does not say: it is U+FFFD, private use, or a guess. */
  readonly uncertain: ReadonlySet<unknown>;
}

/** The values that a metric of a font can have, in em, and the usual one, which is taken for any other. */
interface Metric {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** Fonts of text are within these. Any other value, such as 0, says nothing: with it, a line would have no height, or overlap others. */
const ASCENT: Metric = { least: 0.5, most: 1.3, usual: 0.9 };
const DESCENT: Metric = { least: -0.6, most: -0.05, usual: -0.2 };

/**
 * Reads the font object that pdf.js shares between its two threads. Its shape is not part of pdf.js' typed interface. For a font that it
 * cannot read, pdf.js shares a string.
 */
export function loadFont(shared: unknown): LoadedFont {
  const name = plainName(property(shared, "name"));
  const matrix = numbers(property(shared, "fontMatrix"));
  const bbox = numbers(property(shared, "bbox"));
  const type3 = property(shared, "isType3Font") === true;
  const metrics = numbers(property(shared, "defaultVMetrics"));
  const uncertain = new Set<unknown>();
  return {
    font: {
      name,
      bold: property(shared, "bold") === true || /bold|black|heavy|semibold|demi/i.test(name),
      italic: property(shared, "italic") === true || /italic|oblique/i.test(name),
    },
    vertical: property(shared, "vertical") === true,
    unit: matrix[0] ?? 0.001,
    em: type3 ? emOfType3(matrix, bbox) : 1,
    ascent: within(ASCENT, property(shared, "ascent")),
    descent: within(DESCENT, property(shared, "descent")),
    verticalMetrics: [metrics[0] ?? -1000, metrics[1] ?? 500, metrics[2] ?? 880],
    textOf: textReader(name, mapOf(shared), uncertain),
    isUnreadable: typeof shared === "string",
    uncertain,
  };
}

/** Frees the outlines of a font, which pdf.js keeps if it is asked for all properties of fonts. */
export function dropOutlines(shared: unknown): void {
  const clear = property(shared, "clearData");
  if (typeof clear === "function") Reflect.apply(clear, shared, []);
}

/** How the text of a code is known. One-byte codes may be characters themselves; codes of composite fonts are glyph numbers. */
type Mapping = "mapped" | "guessed" | "unmapped";

/** A font's map to Unicode. */
interface FontMap {
  readonly mappingOf: (code: unknown) => Mapping;
  /** Whether any code is mapped to "-", which shares a glyph with the soft hyphen; U+2010, which engines cut words with, has another. */
  readonly hasHyphen: () => boolean;
  /** The text of codes that the map has wrong. */
  readonly mended: ReadonlyMap<unknown, string>;
}

/**
 * The font's map, which shows whether it maps a code: if not, pdf.js takes the code for the character. The map of pdf.js has an entry for
 * each code, or is a range of codes that map to themselves, which pdf.js makes up for composite fonts without a map.
 */
function mapOf(shared: unknown): FontMap {
  const isComposite = property(shared, "composite") === true;
  const map = property(shared, "toUnicode");
  const entries = property(map, "_map");
  if (!Array.isArray(entries)) {
    const mapping = isComposite && map !== undefined ? "unmapped" : "mapped";
    return { mappingOf: () => mapping, hasHyphen: () => true, mended: new Map() };
  }
  const texts = textsByCode(entries);
  const numbered = isComposite ? Infinity : firstNumberedCode(shared, texts);
  return {
    mappingOf: (code) => {
      if (typeof code === "number" && (code >= numbered || isNumberedGlyph(shared, code, texts.get(code)))) return "unmapped";
      // An empty text says as little as no text, and pdf.js takes the code then, too.
      if (typeof code === "number" && (texts.get(code) ?? "") !== "") return "mapped";
      return isComposite ? "unmapped" : "guessed";
    },
    hasHyphen: () => [...texts.values()].includes("-"),
    mended: isComposite ? mendedRuns({ texts, widthOf: (code) => widthOf(shared, code) }) : new Map(),
  };
}

/**
 * The text of each code, in order of codes. Codes have up to four bytes, so that the array of pdf.js may have four billion holes: V8 visits
 * these one by one in methods such as `forEach`, which nothing can interrupt, not even the end of the thread.
 */
function textsByCode(entries: readonly unknown[]): ReadonlyMap<number, string> {
  return new Map(Object.entries(entries).flatMap(([code, text]) => (typeof text === "string" ? [[Number(code), text]] : [])));
}

/** The width of a code; codes with the width that most have may be left out. */
function widthOf(shared: unknown, code: number): number | undefined {
  const width = property(property(shared, "widths"), String(code)) ?? property(shared, "defaultWidth");
  return typeof width === "number" ? width : undefined;
}

/** The first code beyond ASCII. */
const UPPER = 0x80;

/** A map to Unicode from a PDF has only the codes in use; one with more codes beyond ASCII than this is that of an encoding. */
const MOST_USED = 0x60;

/**
 * The code from which a symbolic TrueType font, without an encoding and a map, only numbers its glyphs. Nothing says what its codes show;
 * pdf.js assumes Mac OS Roman (ISO 32000-1, 9.6.6.4 names its table of glyphs). But Ghostscript, which keeps ASCII codes, numbers all other
 * characters from 128 on: if the codes with widths are a run without gaps from there, they are not characters.
 */
function firstNumberedCode(shared: unknown, texts: ReadonlyMap<number, string>): number {
  const widths = property(shared, "widths");
  if (property(shared, "type") !== "TrueType" || property(shared, "isSymbolicFont") !== true || !Array.isArray(widths)) return Infinity;
  if ([...texts.keys()].filter((code) => code >= UPPER).length <= MOST_USED) return Infinity;
  const upper = Object.entries<unknown>(widths).filter(([code]) => Number(code) >= UPPER);
  const isRun = upper.every(([code, width], i) => Number(code) === UPPER + i && typeof width === "number" && width > 0);
  return upper.length > 0 && isRun ? UPPER : Infinity;
}

/**
 * Whether a glyph of a Type 3 font has only a number, and no text: Ghostscript names the glyphs of its bitmap fonts "a0", "a1" and so on,
 * and when it reads them again, takes these for the names that ZapfDingbats has for its signs, and maps them to those.
 */
function isNumberedGlyph(shared: unknown, code: number, text: string | undefined): boolean {
  if (text === undefined || !DINGBAT.test(text) || property(shared, "isType3Font") !== true) return false;
  const name = property(property(shared, "differences"), String(code));
  return typeof name === "string" && NUMBERED_NAME.test(name);
}

const NUMBERED_NAME = /^a\d{1,3}$/u;

/** What ZapfDingbats has: arrows, circled numbers, the suits of cards and other signs. */
const DINGBAT = /^[\u2190-\u21FF\u2460-\u27BF]$/u;

const SOFT_HYPHEN = "\u00AD";

const BLANK = /^\s+$/u;
/** Controls and noncharacters: what a font without a usable map to Unicode gives. */
const UNMAPPED = /[\u0000-\u001F\u007F-\u009F\uFFFD-\uFFFF]/gu;

/** U+FFFD, or a character of private use that no symbol font explains. */
const SAYS_NOTHING = /[\uFFFD\p{Co}]/u;

/** Finds the text of glyphs, once for each code: a page has thousands of glyphs but only a few dozen codes. */
function textReader(fontName: string, { mappingOf, hasHyphen, mended }: FontMap, uncertain: Set<unknown>): LoadedFont["textOf"] {
  const known = new Map<unknown, string>();
  return (unicode, code, width) => {
    let text = known.get(code);
    if (text === undefined) {
      const mapping = mappingOf(code);
      text = mapping === "unmapped" ? "\uFFFD" : (mended.get(code) ?? shownText(unicode, fontName));
      // Fonts have one glyph for both hyphens, and some producers map it to the soft hyphen.
      if (text === SOFT_HYPHEN && width > 0 && !hasHyphen()) text = "-";
      // A guessed space shows nothing anyway.
      if ((mapping !== "mapped" || SAYS_NOTHING.test(text)) && text !== " ") uncertain.add(code);
      known.set(code, text);
    }
    return text;
  };
}

function shownText(unicode: unknown, fontName: string): string {
  if (typeof unicode !== "string" || unicode === "") return "\uFFFD";
  if (BLANK.test(unicode)) return " ";
  return resolveSymbols(mendLigature(unicode), fontName).replace(UNMAPPED, "\uFFFD");
}

/**
 * A Type 3 font chooses its own units, so its size (`Tf`) alone says little. If its box is far from one em high, the box is the better
 * measure.
 */
function emOfType3(matrix: readonly number[], bbox: readonly number[]): number {
  const height = Math.abs(((bbox[3] ?? 0) - (bbox[1] ?? 0)) * (matrix[3] ?? 0));
  return height === 0 || (height > 0.5 && height < 2) ? 1 : height;
}

function plainName(name: unknown): string {
  return typeof name === "string" ? name.replace(/^[A-Z]{6}\+/, "") : "";
}

function within({ least, most, usual }: Metric, value: unknown): number {
  return typeof value === "number" && value >= least && value <= most ? value : usual;
}
