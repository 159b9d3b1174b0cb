import { withoutControls } from "./controls.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML that shows it as it is, in an element or in a quoted attribute; paragraphs keep their line feeds. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** The parts of a page that differ between reports; what is not text is HTML already. */
export interface HtmlPage {
  /** As text. */
  readonly title: string;
  /** Undefined if the page has only texts of the PDF, in whatever language they are. */
  readonly language?: "en";
  /** Set if the page has its own colours for both. */
  readonly colourScheme?: "light dark";
  /** More content for the head. */
  readonly head?: string;
  /** Sources that the page may use besides its own styles, in terms of Content-Security-Policy. */
  readonly policy?: string;
  readonly styleSheet: string;
  readonly body: string;
}

/** A page that loads nothing, and runs only the scripts that its policy names. */
export function htmlPage({ title, language, colourScheme, head = "", policy = "", styleSheet, body }: HtmlPage): string {
  return `<!DOCTYPE html>
<html${language === undefined ? "" : ` lang="${language}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${colourScheme === undefined ? "" : `<meta name="color-scheme" content="${colourScheme}">\n`}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${policy}">
${head}<title>${escapeHtml(title)}</title>
<style>
${styleSheet}</style>
</head>
<body>
${body}</body>
</html>
`;
}
