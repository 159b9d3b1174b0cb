import type { BulletLook, Recipe, RecipeCell, RecipeItem, RecipeMeeting } from "./recipe.js";

/** How wide a text is, in points at the given font size. */
export type Measure = (text: string, size: number) => number;

/** A text in one font size; `x` from the left edge of its column, `raise` above its line, in points. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly size: number;
  readonly raise: number;
  /** What is drawn instead of the text. */
  readonly bullet?: BulletLook;
}

/** A line of a cell. */
export interface SetLine {
  readonly runs: readonly Run[];
  /** White space above it beyond the leading, in points. */
  readonly gap: number;
  /** The item that it belongs to; undefined in the cells that say which meeting it is. */
  readonly item: RecipeItem | undefined;
  /** Whether only its place tells that a paragraph starts with it. */
  readonly quiet: boolean;
  /** Where its text starts, behind a marker, and ends. */
  readonly x0: number;
  readonly x1: number;
  readonly firstWord: number;
}

/** The widest of the bullets that are no signs of the text's font, in font sizes. */
const BULLET = 0.8;

const SUPERSCRIPT = 0.6;
const RAISE = 0.35;

/** Sets paragraphs into the lines of one column. */
export class Typesetter {
  constructor(
    readonly recipe: Recipe,
    readonly measure: Measure,
    readonly size: number,
  ) {}

  items(cell: RecipeCell, width: number): SetLine[] {
    const spaced = cell.some(hasPlain);
    const gap = (spaced ? Math.max(0.5, this.recipe.lists.gap) : this.recipe.lists.gap) * this.size;
    return cell.flatMap((item) => this.#item(item, 0, width, gap));
  }

  meeting(meeting: RecipeMeeting, width: number): SetLine[] {
    const [open, close] = meeting.quotes;
    const theme = [...meeting.theme];
    theme[0] = open + theme[0]!;
    theme[theme.length - 1] = theme.at(-1)! + close;
    const label = meeting.label.split(" ");
    const place = `${meeting.city}, ${meeting.country}`.split(" ");
    const date = meeting.date.text.split(" ");
    if (!meeting.ownLines) {
      return [...this.paragraph([...label, ...theme], { x: 0, width }), ...this.paragraph([...place.slice(0, -1), `${place.at(-1)!},`, ...date], { x: 0, width, gap: 0.6 * this.size })];
    }
    // Without quotes only white space tells the theme from the place.
    const gap = open === "" ? 0.6 * this.size : 0;
    return [
      ...this.paragraph(label, { x: 0, width }),
      ...this.paragraph(theme, { x: 0, width }),
      ...this.paragraph(place, { x: 0, width, gap }),
      ...this.paragraph(date, { x: 0, width }),
    ];
  }

  #item(item: RecipeItem, x: number, width: number, gap: number): SetLine[] {
    const { hanging, indent } = this.recipe.lists;
    const marked = item.marker !== "";
    const { marker, textX } = this.#marker(item, x);
    const own = item.paragraphs.flatMap((words, i) => {
      const from = hanging || !marked || i > 0 ? textX : x;
      return this.paragraph(words, { x: from, first: i === 0 ? textX : from, width, gap: i === 0 ? gap : Math.max(gap, 0.5 * this.size), item, marker: i === 0 ? marker : undefined });
    });
    const children = item.children.flatMap((child) => {
      const childX = child.kind === "none" ? textX : x + indent * this.size;
      return this.#item(child, childX, width, child.kind === "none" ? Math.max(gap, 0.5 * this.size) : gap);
    });
    return [...own, ...children];
  }

  /** An item's marker, with its left edge at `x`, and where the item's text starts. */
  #marker(item: RecipeItem, x: number): { readonly marker: Run | undefined; readonly textX: number } {
    if (item.marker === "") return { marker: undefined, textX: x };
    const { hang, bullets, flushNumbers } = this.recipe.lists;
    const bullet = item.kind === "bullet" && bullets !== "text" ? { bullet: bullets } : {};
    const width = item.kind === "bullet" && bullets !== "text" ? BULLET * this.size : this.measure(item.marker, this.size);
    const space = 0.5 * this.size;
    const textX = x + Math.max(hang * this.size, width + space);
    const from = flushNumbers && item.number !== undefined ? textX - space - width : x;
    return { marker: { text: item.marker, x: from, size: this.size, raise: 0, ...bullet }, textX };
  }

  paragraph(
    words: readonly string[],
    {
      x,
      first = x,
      width,
      gap = 0,
      item,
      marker,
    }: { x: number; first?: number; width: number; gap?: number; item?: RecipeItem; marker?: Run | undefined },
  ): SetLine[] {
    const lines: string[][] = [];
    let line: string[] = [];
    let end = first;
    const startOf = (): number => (lines.length === 0 ? first : x);
    for (const word of words) {
      let rest = word;
      for (;;) {
        const before = line.at(-1);
        const at = before === undefined ? startOf() : end + this.#space(before, rest);
        const whole = rest.replaceAll("|", "");
        if (at + this.#width(whole) <= width) {
          line.push(whole);
          end = at + this.#width(whole);
          break;
        }
        const cut = this.recipe.cutsWords ? this.#cut(rest, width - at) : undefined;
        if (cut !== undefined) line.push(cut.head);
        else if (line.length === 0) throw new TooNarrow();
        lines.push(line);
        line = [];
        rest = cut?.tail ?? rest;
      }
    }
    lines.push(line);
    return lines.map((set, i): SetLine => {
      const from = i === 0 ? first : x;
      const runs = this.#runs(set, from, i < lines.length - 1 ? width : undefined);
      if (i === 0 && marker !== undefined) runs.unshift(marker);
      const last = runs.at(-1)!;
      return {
        runs,
        gap: i === 0 ? gap : 0,
        item,
        quiet: i === 0 && marker === undefined,
        x0: from,
        x1: last.x + this.measure(last.text, last.size),
        firstWord: this.#width(set[0]!),
      };
    });
  }

  /** As much of a word as has room with a hyphen. */
  #cut(word: string, room: number): { head: string; tail: string } | undefined {
    for (let at = word.lastIndexOf("|"); at > 0; at = word.lastIndexOf("|", at - 1)) {
      const head = `${word.slice(0, at).replaceAll("|", "")}-`;
      if (this.#width(head) <= room) return { head, tail: word.slice(at + 1) };
    }
    return undefined;
  }

  #pieces(word: string): { text: string; size: number; raise: number }[] {
    const [base = "", raised] = word.split("^");
    const pieces = [{ text: base, size: this.size, raise: 0 }];
    // What follows the ordinal's two letters is set in the line again.
    if (raised !== undefined) pieces.push({ text: raised.slice(0, 2), size: SUPERSCRIPT * this.size, raise: RAISE * this.size });
    if (raised !== undefined && raised.length > 2) pieces.push({ text: raised.slice(2), size: this.size, raise: 0 });
    return pieces;
  }

  /** The space between two words: fonts kern it with the letters beside it. */
  #space(before: string, word: string): number {
    const [last, first] = [before.at(-1)!, word[0]!];
    return this.measure(`${last} ${first}`, this.size) - this.measure(last, this.size) - this.measure(first, this.size);
  }

  #width(word: string): number {
    return sum(this.#pieces(word).map((piece) => this.measure(piece.text, piece.size)));
  }

  /** The runs of one line; stretched to `width` where it is given and the stretch is small. */
  #runs(words: readonly string[], from: number, width: number | undefined): Run[] {
    const spaces = words.slice(1).map((word, i) => this.#space(words[i]!, word));
    const natural = sum(words.map((word) => this.#width(word))) + sum(spaces);
    const stretch = width === undefined || words.length < 2 ? 0 : (width - from - natural) / (words.length - 1);
    const justified = this.recipe.justified && stretch <= 0.5 * this.measure(" ", this.size);
    const runs: Run[] = [];
    let x = from;
    words.forEach((word, i) => {
      if (i > 0) x += spaces[i - 1]! + (justified ? stretch : 0);
      this.#pieces(word).forEach((piece, k) => {
        const before = runs.at(-1);
        const joins = this.recipe.drawing.unit === "line" && !justified && k === 0 && i > 0 && before?.raise === 0;
        if (joins) runs[runs.length - 1] = { ...before, text: `${before.text} ${piece.text}` };
        else runs.push({ ...piece, x });
        x += this.measure(piece.text, piece.size);
      });
    });
    return runs;
  }
}

/** A column is too narrow for a word. */
export class TooNarrow extends Error {}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

function hasPlain(item: RecipeItem): boolean {
  return item.kind === "none" || item.paragraphs.length > 1 || item.children.some(hasPlain);
}
