import { type Glyph, WORD_GAP } from "../page.js";

/** A glyph that shows a part of a text: its place, and what it shows according to its font; undefined if that says nothing. */
export interface Part extends Pick<Glyph, "x" | "y" | "size" | "width" | "angle"> {
  readonly known: string | undefined;
}

/** Glyphs of one line are no further above or below each other, in font sizes, except superscripts. */
const LINE_REACH = 0.5;

/**
 * Divides a text among the glyphs that show it, so that each word stays where its glyphs are: along each line, their texts add up to the
 * text. Some are empty if a word has fewer characters than glyphs. Undefined if nothing shows which glyphs belong to which word.
 */
export function spread(text: string, parts: readonly Part[]): readonly string[] | undefined {
  const order = readingOrder(parts);
  const texts = divide(
    text,
    order.flatMap((index) => parts[index] ?? []),
  );
  if (texts === undefined) return undefined;
  const inPlace: string[] = [];
  order.forEach((index, i) => (inPlace[index] = texts[i] ?? ""));
  return inPlace;
}

function divide(text: string, parts: readonly Part[]): readonly string[] | undefined {
  const each = [...text];
  const isEach = each.length === parts.length;
  if (isEach && parts.every(({ known }, i) => known === undefined || known === each[i])) return each;
  const characters = [...text.trim()];
  if (characters.length === 0) return undefined;
  return betweenKnown(text.trim(), parts) ?? (isEach ? each : wordByWord(characters, parts));
}

/** The first and last glyphs keep what their fonts say if the text agrees: the rest of it is what the others show. */
function betweenKnown(text: string, parts: readonly Part[]): readonly string[] | undefined {
  let rest = text;
  let start = 0;
  for (let known = parts[0]?.known; known !== undefined && rest.startsWith(known); known = parts[start]?.known) {
    rest = rest.slice(known.length);
    start += 1;
  }
  let end = parts.length;
  for (let known = parts[end - 1]?.known; known !== undefined && rest.endsWith(known); known = parts[end - 1]?.known) {
    rest = rest.slice(0, rest.length - known.length);
    end -= 1;
  }
  if (start >= end || (start === 0 && end === parts.length) || rest.trim() === "") return undefined;
  const between = wordByWord([...rest.trim()], parts.slice(start, end));
  if (between === undefined) return undefined;
  return parts.map(({ known = "" }, i) => (i >= start && i < end ? (between[i - start] ?? "") : known));
}

/** Gives each word to a group of adjacent glyphs, or all words to glyphs that are all adjacent. */
function wordByWord(characters: readonly string[], parts: readonly Part[]): readonly string[] | undefined {
  const pieces = piecesOf(parts);
  const words = pieces.length === 1 ? [characters] : wordsOf(characters);
  if (words.length !== pieces.length) return undefined;
  const texts = parts.map(() => " ");
  for (const [i, piece] of pieces.entries()) {
    const word = words[i] ?? [];
    for (const [k, index] of piece.entries()) {
      texts[index] = word.slice(share(k, word.length, piece.length), share(k + 1, word.length, piece.length)).join("");
    }
  }
  return texts;
}

/** Where the share of a glyph starts. The first glyph always has one. */
function share(glyph: number, characters: number, glyphs: number): number {
  return Math.ceil((glyph * characters) / glyphs);
}

function wordsOf(characters: readonly string[]): string[][] {
  const words = characters.join("").split(" ");
  return words.filter((word) => word !== "").map((word) => [...word]);
}

/** The indices of adjacent glyphs, in groups, without spaces. */
function piecesOf(parts: readonly Part[]): number[][] {
  const pieces: number[][] = [];
  let before: Part | undefined;
  let end = 0;
  for (const [i, part] of parts.entries()) {
    if (part.known === " ") {
      before = undefined;
      continue;
    }
    const isApart = before === undefined || !isOnLine(before, part) || along(before, part) - end > WORD_GAP * part.size;
    if (before === undefined || isApart) {
      pieces.push([i]);
      before = part;
      end = part.width;
    } else {
      pieces.at(-1)?.push(i);
      end = Math.max(end, along(before, part) + part.width);
    }
  }
  return pieces;
}

/** The indices of glyphs line by line, as they are drawn, and along each line. */
function readingOrder(parts: readonly Part[]): number[] {
  const lines: { first: Part; indices: number[] }[] = [];
  for (const [i, part] of parts.entries()) {
    const line = lines.at(-1);
    if (line !== undefined && isOnLine(line.first, part)) line.indices.push(i);
    else lines.push({ first: part, indices: [i] });
  }
  const placeOf = (first: Part, index: number): number => along(first, parts[index] ?? first);
  return lines.flatMap(({ first, indices }) => indices.sort((a, b) => placeOf(first, a) - placeOf(first, b)));
}

function isOnLine(first: Part, { x, y, angle }: Part): boolean {
  const [cos, sin] = directionOf(first);
  return angle === first.angle && Math.abs((y - first.y) * cos - (x - first.x) * sin) <= LINE_REACH * first.size;
}

/** How far a glyph is after another in the direction of the text. */
function along(first: Part, { x, y }: Part): number {
  const [cos, sin] = directionOf(first);
  return (x - first.x) * cos + (y - first.y) * sin;
}

function directionOf({ angle }: Part): readonly [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}
