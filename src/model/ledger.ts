/** How many glyphs there are, and where those went that are not in items or other cells. */
export interface SharedLedger {
  /** All glyphs that the pages draw, except white space. */
  readonly glyphs: number;
  /** Glyphs of the header cells, on every page that repeats them. */
  readonly headers: number;
  /** Glyphs of the title block. */
  readonly heading: number;
  /** Page numbers, running headers and footers. */
  readonly furniture: number;
  /** Glyphs drawn a second time over themselves to look bold. */
  readonly doubled: number;
  /** Invisible glyphs: render mode 3, white on white, outside the page. */
  readonly hidden: number;
  /** Glyphs that belong nowhere; each is also reported in an error diagnostic. */
  readonly homeless: number;
}

/** Where every glyph of an annex went: all other counts add up to `glyphs`. White space is not counted, as it is never drawn. */
export interface Ledger extends SharedLedger {
  /** Glyphs in the text and the markers of items. */
  readonly items: number;
  /** Glyphs in the number and theme cells of the meetings. */
  readonly meetings: number;
  /** Glyphs of markers that have no text after them. */
  readonly emptyMarkers: number;
}

/** Where every glyph of a document of records went; the counts add up as those of {@link Ledger}. */
export interface RecordsLedger extends SharedLedger {
  /** Glyphs in the text and the markers of items. */
  readonly items: number;
  /** Glyphs in cells that are read as text, numbers or dates. */
  readonly cells: number;
  /** Glyphs of markers that have no text after them. */
  readonly emptyMarkers: number;
}
