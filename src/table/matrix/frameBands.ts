import { middleX } from "../../geometry/box.js";
import { type Line, linesOf, textOfLines } from "../../layout/lines.js";
import type { Word } from "../../layout/word.js";
import { type Phrase, phraseOf } from "../evidence/phrases.js";
import { type RuledFrame, isDrawnIn } from "../evidence/ruledFrames.js";
import { columnAt, splitBands, splitColumns } from "../evidence/splitWords.js";
import type { ShownNames } from "./cells.js";
import { matchHeader } from "./header.js";
import type { ColumnLayout, Matrix } from "./matrix.js";
import { MOST_LINES, type OpenHeader, findHeader } from "./openHeader.js";

/** A page, or a part of one, with ruling lines around its table. */
export interface FramedPage {
  readonly number: number;
  readonly frame: RuledFrame;
  /** The y of the sides of coloured grounds that divide rows of the frame. */
  readonly grounds: readonly number[];
  /** The matrix to look for. */
  readonly matrix: Matrix;
}

/** What is between two row lines or grounds of a frame, or the part of it above or below a header that no row line separates. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  /** Whether a row line is drawn above it. */
  readonly ruled: boolean;
  /** Whether a row line or the side of a ground is at its top. */
  readonly divided: boolean;
  readonly header: ShownNames | undefined;
}

/** The field of each column from left to right; undefined for a column that the profile does not have. */
type Fields = ColumnLayout["fields"];

/**
 * The bands of a frame from top to bottom, each header in a separate one, and each row in one; `known` are the frame's columns, if the page
 * before shows them.
 */
export function frameBands(page: FramedPage, words: readonly Word[], known: Fields | undefined): Band[] {
  const { frame, grounds } = page;
  const rows = [...frame.rows, ...grounds].sort((a, b) => a - b);
  const byBand = splitBands(words, rows);
  let fields = known;
  const divided = rows.slice(1).flatMap((bottom, i) => {
    const top = rows[i] ?? bottom;
    const band = { top, bottom, words: byBand[i] ?? [], ruled: !grounds.includes(top), divided: true, header: undefined };
    const bands = dividedBand(band, page, fields);
    fields ??= bands.find(({ header }) => header !== undefined)?.header?.match.fields;
    return bands;
  });
  return wholeRows(divided, page, known);
}

/**
 * The bands, with those joined that one cell spans in the column whose cells start rows: their lines divide only the cells beside it. Some
 * editors give each group of items a row of its own.
 */
function wholeRows(bands: readonly Band[], { frame, grounds, matrix }: FramedPage, known: Fields | undefined): Band[] {
  const fields = known ?? bands.find(({ header }) => header !== undefined)?.header?.match.fields ?? [];
  const starting = fields.findIndex((field) => matrix.columns.some((column) => column.field === field && column.starts !== undefined));
  if (starting < 0) return [...bands];
  const rows: Band[] = [];
  for (const band of bands) {
    const above = rows.at(-1);
    const isDivided = band.header !== undefined || !band.ruled || grounds.includes(band.top) || isDrawnIn(frame, band.top, starting);
    if (above === undefined || above.header !== undefined || isDivided) rows.push(band);
    else rows[rows.length - 1] = { ...above, bottom: band.bottom, words: [...above.words, ...band.words] };
  }
  return rows;
}

/** A band, with the header in it in a band of its own. */
function dividedBand(band: Band, page: FramedPage, known: Fields | undefined): Band[] {
  const { frame, matrix } = page;
  const inner = frame.columns.slice(1, -1);
  const found = findHeader(linesOf(band.words), matrix.columns, (line) => columnPhrases(line, inner));
  const whole = wholeHeader(band, found, inner, matrix);
  if (whole !== undefined) return [{ ...band, header: whole }];
  if (found === undefined) return [band];
  const named = new Set(found.phrases.flatMap((phrase) => phrase.words));
  const isAbove = (word: Word): boolean => word.baseline <= found.box.y0;
  const above = band.words.filter((word) => !named.has(word) && isAbove(word));
  const below = band.words.filter((word) => !named.has(word) && !isAbove(word));
  if (above.length > 0 && isOfOtherColumns(found, inner, known)) return [band];
  const columns = splitColumns([...named], inner);
  const match = { ...found.match, fields: fieldsByColumn(found, inner), unknown: unknownByColumn(found, inner) };
  const rest = { ...band, top: found.box.y1, words: below, ruled: false, divided: false };
  return [
    ...(above.length === 0 ? [] : [{ ...band, bottom: found.box.y0, words: above }]),
    { ...band, words: [...named], header: { columns, texts: columns.map(textOfWords), match } },
    ...(below.length === 0 ? [] : dividedBand(rest, page, known ?? match.fields)),
  ];
}

/**
 * The header that all of a band is; undefined if it is none, or if the lines that were found in it are a better one: if some columns of the
 * row below are empty, header and row together still name columns, but less well.
 */
function wholeHeader({ words }: Band, found: OpenHeader | undefined, inner: readonly number[], matrix: Matrix): ShownNames | undefined {
  const columns = splitColumns(words, inner);
  const texts = columns.map(textOfWords);
  const match = matchHeader(texts, matrix.columns);
  if (match === undefined || match.score < (found?.match.score ?? 0)) return undefined;
  return found === undefined || columns.every((own) => mayBeName(own, matrix)) ? { columns, texts, match } : undefined;
}

function textOfWords(words: readonly Word[]): string {
  return textOfLines(linesOf(words));
}

/**
 * Whether a line within a row names other columns than those which it is in: their places do not change, so it is a line of sentences that
 * contain words of names.
 */
function isOfOtherColumns(found: OpenHeader, inner: readonly number[], known: Fields | undefined): boolean {
  if (known === undefined || found.match.score === found.phrases.length) return false;
  return fieldsByColumn(found, inner).some((field, i) => field !== undefined && known[i] !== undefined && field !== known[i]);
}

/** Whether all words of a column may be its name. Under a name that the profile does not know, they may also be the cell of a row. */
function mayBeName(words: readonly Word[], { isMarker }: Matrix): boolean {
  const lines = linesOf(words);
  return lines.length <= MOST_LINES && !lines.some((line) => isMarker(line.words[0]?.text ?? ""));
}

/** The words of a line by the ruled column that they are in; a column without words has no phrase. */
function columnPhrases(line: Line, inner: readonly number[]): Phrase[] {
  return splitColumns(line.words, inner).flatMap((words) => phraseOf(words) ?? []);
}

/** The index of the ruled column that a phrase is in. */
function columnOf({ box }: Phrase, inner: readonly number[]): number {
  return columnAt(middleX(box), inner);
}

function fieldsByColumn(header: OpenHeader, inner: readonly number[]): (string | undefined)[] {
  const fields: (string | undefined)[] = Array.from({ length: inner.length + 1 }, () => undefined);
  header.phrases.forEach((phrase, i) => (fields[columnOf(phrase, inner)] = header.match.fields[i]));
  return fields;
}

function unknownByColumn(header: OpenHeader, inner: readonly number[]): number[] {
  return header.match.unknown.flatMap((i) => {
    const phrase = header.phrases[i];
    return phrase === undefined ? [] : [columnOf(phrase, inner)];
  });
}
