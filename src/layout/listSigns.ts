import { type Glyph, WORD_GAP } from "../pdf/page.js";

const BULLET = /^[•‣⁃∙◦⦾⦿\u25A0-\u25FF\u2600-\u27BF\u2B00-\u2BFF\uE000-\uF8FF]$/u;
const DASH = /^[‐‑–—−]$/u;

/** The last character of ASCII: most glyphs are letters up to it, and need no look at the patterns. */
const LAST_PLAIN = "\u007F";

/** Whether a sign is a bullet even where no space divides it from its text: no word has it. */
export function isBulletSign(text: string): boolean {
  return text > LAST_PLAIN && BULLET.test(text);
}

function isDashSign(text: string): boolean {
  return text === "-" || (text > LAST_PLAIN && DASH.test(text));
}

/** Signs of one list are at the same x, within this many points. */
const SAME_PLACE = 0.5;

/** Where bullets and dashes start lines of a page: nothing is right before them. */
export class ListSigns {
  readonly #places = new Set<string>();

  /** @param lines The glyphs of each line from left to right. */
  constructor(lines: readonly (readonly Glyph[])[]) {
    for (const line of lines) {
      let end = -Infinity;
      for (const glyph of line) {
        if (glyph.text === " ") continue;
        const isSign = isBulletSign(glyph.text) || isDashSign(glyph.text);
        if (isSign && glyph.x - end > WORD_GAP * glyph.size) this.#places.add(placeKey(glyph, 0));
        end = glyph.x + glyph.width;
      }
    }
  }

  /** Whether a bullet is where others start lines, so that it ends a word right before it: that of the column on its left. */
  isBullet(glyph: Glyph): boolean {
    return isBulletSign(glyph.text) && this.#isAtPlace(glyph);
  }

  /**
   * The same behind a wall: any bullet, and a dash where others start lines. A dash that is elsewhere may be the hyphen of a word that
   * sticks out of its cell.
   */
  isSignBehindWall(glyph: Glyph): boolean {
    return isBulletSign(glyph.text) || (isDashSign(glyph.text) && this.#isAtPlace(glyph));
  }

  #isAtPlace(glyph: Glyph): boolean {
    return [-1, 0, 1].some((steps) => this.#places.has(placeKey(glyph, steps)));
  }
}

function placeKey({ text, x }: Glyph, steps: number): string {
  return `${text} ${Math.round(x / SAME_PLACE) + steps}`;
}
