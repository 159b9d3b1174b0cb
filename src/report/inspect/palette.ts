/** The colours of columns on light and on dark paper; further columns reuse them. */
export const COLUMN_COLOURS: readonly { readonly light: string; readonly dark: string }[] = [
  { light: "#5f6368", dark: "#b0b4b9" },
  { light: "#1d63c4", dark: "#8ab8ff" },
  { light: "#8332a8", dark: "#d9a1f5" },
  { light: "#0b7a4b", dark: "#7adba9" },
  { light: "#b04a00", dark: "#ffab70" },
  { light: "#b0206a", dark: "#ff9ccb" },
  { light: "#00707c", dark: "#72d6e2" },
  { light: "#6f6100", dark: "#dcca55" },
];

/** The colours of findings. */
export const SEVERITY_COLOURS = {
  error: { light: "#b3261e", dark: "#ff8a80" },
  warning: { light: "#8a5300", dark: "#ffc45e" },
  info: { light: "#2d5f8b", dark: "#9ccaf5" },
} as const;

/** Which of the colours a column has: by its place among the fields of the profile. */
export function colourIndex(fields: readonly string[], field: string): number {
  return Math.max(0, fields.indexOf(field)) % COLUMN_COLOURS.length;
}
