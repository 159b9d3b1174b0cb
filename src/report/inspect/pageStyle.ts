/** Colours as pairs for light and dark, for reports that show pages; what they mean is also in words, for those who cannot see them. */
export const SHARED_COLOURS = `color-scheme: light dark;
  --ink: light-dark(#1b1b1b, #ececec); --back: light-dark(#f1f1ef, #141414); --card: light-dark(#ffffff, #1f1f1f); --faint: light-dark(#595959, #b4b4b4);
  --edge: light-dark(#c9c9c5, #444444); --focus: light-dark(#0b57d0, #9cc2ff);`;

/** The fonts that a page's own are shown in. */
export const SERIF = '"Times New Roman", "Liberation Serif", serif';
export const SANS = 'Arial, "Liberation Sans", sans-serif';

/** The look of a drawn page, whatever is over it. */
export const DRAWING_STYLE = `.paper { fill: var(--card); stroke: var(--edge); }
.shape { opacity: 0.5; }
.ruling { fill: var(--faint); stroke: var(--faint); stroke-width: 0.2; }
.text text { fill: var(--ink); white-space: pre; }
.serif { font-family: ${SERIF}; } .sans { font-family: ${SANS}; }
.bold { font-weight: 700; } .italic { font-style: italic; }`;
