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
  /** Undefined where texts of the PDF stand alone, in whatever language they are. */
  readonly language?: "en";
  /** Given where the page has colours of its own for both. */
  readonly colourScheme?: "light dark";
  /** What goes into the head besides. */
  readonly head?: string;
  /** Sources that the page may use besides its own styles, as Content-Security-Policy has it. */
  readonly policy?: string;
  readonly styleSheet: string;
  readonly body: string;
}

/** A page that loads nothing, and runs no script but those that its policy names. */
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
