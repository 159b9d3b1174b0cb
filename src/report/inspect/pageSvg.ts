import type { SeenCell, SeenPage } from "../../inspect.js";
import type { Bbox } from "../../model/place.js";
import type { Font, Glyph, PdfPage, Visibility } from "../../pdf/page.js";
import { escapeHtml } from "../html.js";
import { COLUMN_LABELS } from "../labels.js";
import { shortened } from "../quote.js";
import { type FindingMark, type ItemMark, type Mark, frameAround, placeOfFinding } from "./marks.js";
import { type TextRun, textRuns } from "./textRuns.js";

/** The class that gives a column its colour. */
export type ColourOf = (field: string) => string;

/** A page as it was seen: drawn from glyphs and rulings, with its marks and a group for each layer. */
export function pageToSvg(page: SeenPage, marks: readonly Mark[], colourOf: ColourOf): string {
  const { width } = page.drawn;
  const items = marks.filter((mark) => mark.kind === "item");
  const findings = marks.filter((mark) => mark.kind === "finding");
  const under = `<g class="layer-cells">${page.cells.map((cell) => cellRect(cell, colourOf)).join("")}</g>
<g class="layer-items">${items.map((mark) => itemToSvg(mark, colourOf)).join("")}</g>`;
  const over = `<path class="layer-glyphs" d="${page.drawn.glyphs
    .filter((glyph) => glyph.text !== " ")
    .map(({ x0, y0, x1, y1 }) => boxPath([x0, y0, x1, y1]))
    .join("")}"/>
<path class="layer-words" d="${page.words.map(boxPath).join("")}"/>
<g class="layer-lines">${page.lines.map(({ home, bbox }) => `<path class="home-${home}" d="${boxPath(bbox)}"/>`).join("")}</g>
<path class="layer-rows" d="${page.rows.map(boxPath).join("")}"/>
<g class="layer-columns">${page.columns.map((column) => cellRect(column, colourOf)).join("")}</g>
<g class="layer-findings">${findings.map((mark) => findingToSvg(mark, width)).join("")}</g>`;
  return drawingToSvg(page.drawn, `Page ${page.drawn.number}`, under, over);
}

/** A page drawn from glyphs and rulings, with marks under its text and marks over it. */
export function drawingToSvg(page: PdfPage, label: string, under: string, over: string): string {
  const { width, height, rulings, glyphs } = page;
  return `<svg viewBox="0 0 ${round(width)} ${round(height)}" role="group" aria-label="${escapeHtml(label)}">
<rect class="paper" width="${round(width)}" height="${round(height)}"/>
${backgrounds(page)}<path class="ruling" d="${rulings
    .filter((ruling) => ruling.visible)
    .map(({ box }) => boxPath([box.x0, box.y0, box.x1, box.y1]))
    .join("")}"/>
${under}
<g class="text">${textRuns(glyphs).map(runToSvg).join("\n")}</g>
${over}
</svg>`;
}

/** Enough of an item to know it by. */
const LONGEST_QUOTE = 80;

/** A thumbnail of a page: where its items and findings are. */
export function pageToThumbnail(page: SeenPage, marks: readonly Mark[], colourOf: ColourOf): string {
  const { width, height } = page.drawn;
  const shapes = marks.flatMap((mark) => {
    if (mark.bbox === undefined) return [];
    const name = mark.kind === "item" ? `item ${colourOf(mark.column)}` : mark.finding.severity;
    return [`<path class="${name}" d="${boxPath(mark.bbox)}"/>`];
  });
  return `<svg viewBox="0 0 ${round(width)} ${round(height)}" aria-hidden="true"><rect class="paper" width="${round(width)}" height="${round(height)}"/>${shapes.join("")}</svg>`;
}

/** Painted areas behind the text. White ones are the paper itself, and large dark ones would hide what is under them. */
function backgrounds({ shapes }: PdfPage): string {
  const painted = shapes.filter((shape) => shape.visible && shape.filled && shape.colour !== undefined && shape.colour !== "#ffffff");
  return painted
    .map(({ box, colour }) => `<path class="shape" fill="${escapeHtml(colour ?? "")}" d="${boxPath([box.x0, box.y0, box.x1, box.y1])}"/>\n`)
    .join("");
}

function cellRect({ field, bbox }: SeenCell, colourOf: ColourOf): string {
  return `<path class="cell ${colourOf(field)}" d="${boxPath(bbox)}"/>`;
}

function itemToSvg({ key, column, item, bbox }: ItemMark, colourOf: ColourOf): string {
  const label = `${COLUMN_LABELS[column]}: ${shortened(item.text, LONGEST_QUOTE)}`;
  return `<path class="mark item ${colourOf(column)}" data-mark="${escapeHtml(key)}" tabindex="-1" role="button" aria-label="${escapeHtml(label)}" d="${boxPath(bbox)}"/>`;
}

function findingToSvg(mark: FindingMark, width: number): string {
  const { key, finding, number } = mark;
  const place = placeOfFinding(mark, width);
  const [x0, y0] = place;
  const badge = `<rect class="badge" x="${round(x0 - 7)}" y="${round(y0 - 6)}" width="${number < 10 ? 8 : number < 100 ? 12 : 16}" height="8" rx="2"/><text class="number" x="${round(x0 - 5)}" y="${round(y0 + 0.2)}">${number}</text>`;
  return `<g class="mark finding ${finding.severity}" data-mark="${key}" tabindex="-1" role="button" aria-label="${escapeHtml(`Finding ${number}: ${finding.message}`)}"><path d="${boxPath(frameAround(place))}"/>${badge}</g>`;
}

const WHY_UNSEEN: Readonly<Record<Exclude<Visibility, "visible">, string>> = {
  unpainted: "not painted",
  "same-colour": "in the colour of its background",
  clipped: "outside of what is shown",
  "layer-off": "on a layer that is off",
};

/** A run of text; each character is where the PDF puts it, whatever font the browser has. */
function runToSvg({ first, text, offsets }: TextRun): string {
  const turn = Math.abs(first.angle) < 0.1 ? "" : ` transform="rotate(${round(first.angle)} ${round(first.x)} ${round(first.y)})"`;
  const xs = offsets.map((offset) => round(first.x + offset)).join(" ");
  const why = first.visibility === "visible" ? "" : `<title>${WHY_UNSEEN[first.visibility]}</title>`;
  return `<text class="${classesOf(first)}" font-size="${round(first.size)}" y="${round(first.y)}" x="${xs}"${turn}>${why}${escapeHtml(text)}</text>`;
}

function classesOf({ font, visibility, text }: Glyph): string {
  const classes = [
    isSerif(font) ? "serif" : "sans",
    ...(font.bold ? ["bold"] : []),
    ...(font.italic ? ["italic"] : []),
    ...(visibility === "visible" ? [] : ["unseen"]),
    ...(text.includes("\uFFFD") ? ["unmapped"] : []),
  ];
  return classes.join(" ");
}

/** Whether a font has serifs, by its name. */
export function isSerif({ name }: Font): boolean {
  return /times|serif|roman|georgia|garamond|cambria|palatino/iu.test(name) && !/sans/iu.test(name);
}

/** The outline of a box, as the data of an SVG path. */
export function boxPath([x0, y0, x1, y1]: Bbox): string {
  return `M${round(x0)} ${round(y0)}H${round(x1)}V${round(y1)}H${round(x0)}z`;
}

/** To a tenth of a point: less than a pixel at any zoom that a page is read at. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
