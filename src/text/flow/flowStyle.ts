import { isDoubtfulBullet } from "../words/markers.js";
import { endsSentence, endsWithColon, startsLow } from "../words/sentences.js";
import { type FlowLine, SAME_X } from "./flowLine.js";
import { type Hanging, type HangingVote, hangingOf, hangingVote } from "./hanging.js";
import { type Leading, LineMeasures } from "./leading.js";
import { CERTAIN, endsShort, isStretchable, wouldFit } from "./room.js";
import { type Spacing, isLoose, isSpaced } from "./spacing.js";

/** What the lines of one column have in common throughout the document. */
export interface FlowStyle extends Hanging {
  /** The x of the column's left edge: nothing is further left. */
  readonly edge: number;
  /** The same for all columns of the table: the x of what is written at a cell's left edge. */
  readonly tableEdge: number;
  /**
   * How far right a list may start that is nested in nothing: the x of the rightmost marker that is the first word of its cell, in the
   * column or, if none of its cells starts with a marker, in the table; -Infinity if none does there.
   */
  readonly listEdge: number;
  readonly leading: Leading;
  /** Signs that can occur in running text, but are bullets here: they start lines, and never occur within one. */
  readonly bullets: ReadonlySet<string>;
  /** Whether items have more white space above them than the lines of a paragraph. */
  readonly spaced: boolean;
  /** Whether lines are filled as far as their words allow, so that a short one ends a paragraph. */
  readonly flowed: boolean;
  /** Whether paragraphs without a marker start below a line that was ended on purpose, with no white space between. */
  readonly tight: boolean;
  /**
   * Whether the last line of a part is stretched if its paragraph continues in the next part: some engines leave it short, as if it ended
   * there.
   */
  readonly stretchesTorn: boolean;
  /**
   * Whether, in the whole table, all justified lines are stretched if their sentence continues on the next line: some engines leave lines
   * short within a paragraph.
   */
  readonly stretchesAll: boolean;
  /** The same of lines that have no room for the next word. */
  readonly stretchesFull: boolean;
  /** Whether, in the whole table, further paragraphs of items are indented from the lines above them, where those do not hang. */
  readonly indentsParagraphs: boolean;
}

/** The style of a column, from all its cells. */
export function styleOf(cells: Iterable<readonly FlowLine[]>): FlowStyle {
  const evidence = new StyleEvidence();
  for (const cell of cells) evidence.add(cell);
  return evidence.style();
}

/** What the cells of a column show of its style: each cell is looked at once, and not kept. */
export class StyleEvidence {
  readonly measures = new LineMeasures();
  readonly #votes: HangingVote[] = [];
  /** Of bullets and of dashes with a line above. */
  readonly #bullets: Spacing[] = [];
  readonly #dashes: Spacing[] = [];
  /** Of lines that continue a sentence, and whether their first word had room on the line before. */
  readonly #onward: { readonly spacing: Spacing; readonly hadRoom: boolean }[] = [];
  /**
   * Of lines that start a sentence below the end of another, and whether the line before had more than enough room for their first word.
   */
  readonly #anew: { readonly spacing: Spacing; readonly hadRoom: boolean }[] = [];

  /** How often each sign that may be a bullet starts a line, and which signs occur within one. */
  readonly #signs = new Map<string, number>();
  readonly #inner = new Set<string>();

  /** Whether some paragraph that is torn between parts has a last line before the break that is not stretched. */
  #leavesTornShort = false;

  /** Takes a cell into account. */
  add(cell: readonly FlowLine[]): void {
    let marked: FlowLine | undefined;
    const [first] = cell;
    if (first?.marker !== undefined) this.measures.listEdge = Math.max(this.measures.listEdge, first.x);
    cell.forEach((line, i) => {
      const before = cell[i - 1];
      const { pitch, ascent, size } = line;
      const onward = goesOn(line);
      const hadRoom = before !== undefined && wouldFit(line, before, 1);
      // A line that was ended on purpose, or with a sentence, is the last of its paragraph: items without a marker may start with small
      // letters.
      this.measures.add(line, onward && !hadRoom && !(before !== undefined && endsSentence(before)));
      const vote = hangingVote(line, before);
      if (vote !== undefined) this.#votes.push(vote);
      this.#countSigns(line);
      if (line.marker?.kind === "bullet" && pitch !== undefined) this.#bullets.push({ pitch, ascent, size });
      if (line.marker?.kind === "dash" && pitch !== undefined) this.#dashes.push({ pitch, ascent, size });
      if (onward && before !== undefined) this.#onward.push({ spacing: { pitch, ascent, size }, hadRoom });
      if (before !== undefined && startsAnew(line, before))
        this.#anew.push({ spacing: { pitch, ascent, size }, hadRoom: wouldFit(line, before, CERTAIN) });
      const isLeftShort = onward && before?.justified === true && endsShort(before) && !endsSentence(before);
      this.measures.leavesShort ||= isLeftShort && hadRoom;
      this.measures.leavesFullShort ||= isLeftShort && !hadRoom;
      this.measures.indentsParagraphs ||= before !== undefined && isIndented(line, before, marked);
      if (line.marker !== undefined) marked = line;
      this.#leavesTornShort ||=
        before !== undefined && isTorn(line, before) && before.justified && isStretchable(before) && !before.stretched;
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
   * The style. If no line of the column continues a sentence, as in a list of single lines, the white space between its lines is not
   * leading: the leading of all lines of the `table` is used.
   */
  style(table = this.measures): FlowStyle {
    const leading = (this.measures.goOn ? this.measures : table).leading(table);
    const onward = this.#onward.filter(({ spacing }) => !isSpaced(spacing, { leading }));
    // Dashes start items if there is no other bullet.
    const marked = this.#bullets.length > 0 ? this.#bullets : this.#dashes;
    const loose = marked.filter((spacing) => isLoose(spacing, { leading }));
    const tight = this.#anew.filter(({ spacing, hadRoom }) => hadRoom && !isLoose(spacing, { leading }));
    return {
      edge: this.measures.edge,
      tableEdge: table.edge,
      listEdge: this.measures.listEdge > -Infinity ? this.measures.listEdge : table.listEdge,
      leading,
      ...hangingOf(this.#votes),
      bullets: new Set([...this.#signs].flatMap(([sign, lines]) => (lines >= ENOUGH_SIGNS && !this.#inner.has(sign) ? [sign] : []))),
      // No sentence starts a line with a bullet, and few with a dash.
      spaced: marked.length > 0 && loose.length > MOSTLY * marked.length,
      // In flowing text, no line that continues a sentence had room on the line before.
      flowed: onward.length >= ENOUGH_LINES && onward.filter(({ hadRoom }) => hadRoom).length <= EXCEPTIONS * onward.length,
      stretchesTorn: !this.#leavesTornShort,
      stretchesAll: !table.leavesShort,
      stretchesFull: !table.leavesFullShort,
      indentsParagraphs: table.indentsParagraphs,
      tight: tight.length > this.#anew.filter(({ spacing }) => isLoose(spacing, { leading })).length,
    };
  }
}

/** Whether a line continues, in another part of the cell, the sentence of the line before. */
function isTorn(line: FlowLine, before: FlowLine): boolean {
  return line.pitch === undefined && line.marker === undefined && startsLow(line) && !endsSentence(before);
}

/** Whether a line continues the sentence of the one above it. */
function goesOn(line: FlowLine): boolean {
  return line.marker === undefined && line.pitch !== undefined && startsLow(line);
}

/** Whether a line starts a paragraph of an item further in than the item's own lines, which start below the marker and announce no list. */
function isIndented(line: FlowLine, before: FlowLine, marked: FlowLine | undefined): boolean {
  if (marked === undefined || before === marked || line.marker !== undefined || line.pitch === undefined) return false;
  const near = SAME_X * line.size;
  return Math.abs(before.x - marked.x) <= near && line.x > before.x + near && !endsWithColon(before);
}

/** Whether a line has no marker and starts a sentence below the end of another. */
function startsAnew(line: FlowLine, before: FlowLine): boolean {
  return line.marker === undefined && line.pitch !== undefined && !startsLow(line) && endsSentence(before);
}

/** A sign that starts at least this many lines, and never occurs within one, is a bullet. */
const ENOUGH_SIGNS = 3;

/**
 * Items are spaced if more than this share of them have white space above: first items of nested lists are often close to the text above.
 */
const MOSTLY = 0.7;

/**
 * At least this many lines that continue a sentence show whether lines are filled; at most this share of them, one in fifty, may be
 * exceptions.
 */
const ENOUGH_LINES = 12;
const EXCEPTIONS = 0.02;
