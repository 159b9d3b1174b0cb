import { withoutControls } from "./controls.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML that shows it as it is, in an element or in a quoted attribute; paragraphs keep their line feeds. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}
