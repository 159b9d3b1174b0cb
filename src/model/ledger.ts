/** Where every glyph went that is in no item and no other cell. */
export interface SharedLedger {
  /** All visible glyphs that the pages draw. */
  readonly glyphs: number;
  /** Glyphs of the header cells, on every page that repeats them. */
  readonly headers: number;
  /** Glyphs of the title block. */
  readonly heading: number;
  /** Page numbers, running headers and footers. */
  readonly furniture: number;
  /** Glyphs drawn again over themselves to look bold. */
  readonly doubled: number;
  /** Invisible text: render mode 3, white on white, outside the page. */
  readonly hidden: number;
  /** Glyphs with no home; each also stands in an error diagnostic. */
  readonly homeless: number;
}

/**
 * Where every glyph of the PDF went; the counts always add up to `glyphs`.
 * White space is not counted: it is never drawn.
 */
export interface Ledger extends SharedLedger {
  /** Glyphs in the text and the markers of items. */
  readonly items: number;
  /** Glyphs in the number and theme cells of the meetings. */
  readonly meetings: number;
  /** Markers with no text behind them. */
  readonly emptyMarkers: number;
}

/** The same of a document of records. */
export interface RecordsLedger extends SharedLedger {
  /** Glyphs in the text and the markers of items. */
  readonly items: number;
  /** Glyphs in cells that are read as text, numbers or dates. */
  readonly cells: number;
  /** Markers with no text behind them. */
  readonly emptyMarkers: number;
}
