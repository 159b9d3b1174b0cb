/** How a report marks its words: with the colours of a terminal, or not at all. */
export interface Style {
  /** Whether the marks are visible; if not, a report uses symbols instead of colour. */
  readonly hasColour: boolean;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
}

const unchanged = (text: string): string => text;

/** No marks at all: for files, pipes and NO_COLOR. */
export const PLAIN: Style = {
  hasColour: false,
  strong: unchanged,
  faint: unchanged,
  added: unchanged,
  removed: unchanged,
  error: unchanged,
  warning: unchanged,
  info: unchanged,
};

/** The terminal that a text report is written for. */
export interface Terminal {
  readonly style: Style;
  /** In columns of characters. */
  readonly width: number;
}
