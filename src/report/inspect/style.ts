import { DRAWING_STYLE, SHARED_COLOURS } from "./pageStyle.js";
import { COLUMN_COLOURS, SEVERITY_COLOURS } from "./palette.js";

/** Colours are pairs for light and dark; what they mean is also in words, for those who cannot see them. */
export const STYLE_SHEET = `:root {
  ${SHARED_COLOURS}
  --chosen: light-dark(#fff3c4, #4a3d08);
  ${Object.entries(SEVERITY_COLOURS)
    .map(([name, { light, dark }]) => `--${name}: light-dark(${light}, ${dark});`)
    .join(" ")} --on-badge: light-dark(#ffffff, #141414);
  --zoom: 1;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
${COLUMN_COLOURS.map(({ light, dark }, i) => `.colour-${i} { --colour: light-dark(${light}, ${dark}); }`).join(" ")}
.error { --colour: var(--error); } .warning { --colour: var(--warning); } .info { --colour: var(--info); }
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--back); color: var(--ink); font: 0.9375rem/1.45 system-ui, sans-serif; }
button, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--card); z-index: 3; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
header { padding: 0.5rem 1rem; background: var(--card); border-bottom: 1px solid var(--edge); }
h1 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere; }
.title p { margin: 0; color: var(--faint); }
.tools { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: center; margin-top: 0.375rem; }
.tools input[type="search"] { width: 14rem; max-width: 60vw; padding: 0.25rem 0.5rem; border: 1px solid var(--faint); border-radius: 4px; background: var(--back); }
fieldset { display: flex; flex-wrap: wrap; gap: 0 0.75rem; border: 0; margin: 0; padding: 0; }
legend { float: left; margin-right: 0.5rem; padding: 0; color: var(--faint); line-height: 24px; }
fieldset label { display: inline-flex; align-items: center; gap: 0.25rem; min-height: 24px; }
.buttons button { min-width: 2rem; padding: 0.125rem 0.5rem; border: 1px solid var(--faint); border-radius: 4px; background: var(--back); cursor: pointer; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0.25rem 0 0; padding: 0; font-size: 0.8125rem; }
.swatch { display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.375em; border-radius: 2px; background: var(--colour); }
.panes { flex: 1; min-height: 0; display: grid; grid-template-columns: 6rem minmax(0, 1fr) minmax(20rem, 28rem); }
.strip, main, aside { overflow: auto; min-height: 0; }
.strip ol { list-style: none; margin: 0; padding: 0.5rem; display: flex; flex-direction: column; gap: 0.375rem; }
.strip a { display: block; padding: 2px; border: 2px solid transparent; border-radius: 4px; color: inherit; text-align: center; text-decoration: none; font-size: 0.75rem; }
.strip a[aria-current] { border-color: var(--focus); font-weight: 700; }
.strip svg, figure svg { display: block; width: 100%; height: auto; }
.strip .item, .strip .error, .strip .warning, .strip .info { fill: var(--colour); opacity: 0.75; }
main { padding: 0.5rem 1rem; position: relative; }
figure { margin: 0 0 1rem; width: calc(100% * var(--zoom)); }
figcaption { color: var(--faint); font-size: 0.8125rem; }
${DRAWING_STYLE}
.text .unmapped { fill: var(--error); }
.text .unseen { display: none; fill: var(--error); opacity: 0.7; }
.cell { fill: var(--colour); fill-opacity: 0.07; }
.item { fill: var(--colour); fill-opacity: 0.16; stroke: var(--colour); stroke-width: 0.5; }
.mark { cursor: pointer; outline: none; }
.mark.chosen { fill: var(--chosen); fill-opacity: 1; stroke: var(--focus); stroke-width: 1.6; }
.mark:focus-visible { stroke: var(--focus); stroke-width: 2.4; }
.finding path { fill: var(--colour); fill-opacity: 0.05; stroke: var(--colour); stroke-width: 0.9; stroke-dasharray: 3 1.5; pointer-events: none; }
.finding.chosen path { fill-opacity: 0.25; stroke-width: 1.8; stroke-dasharray: none; }
svg .badge { fill: var(--colour); stroke: none; }
.finding .number { fill: var(--on-badge); stroke: none; font: 700 6.5px/1 system-ui, sans-serif; user-select: none; }
.layer-glyphs, .layer-words, .layer-lines, .layer-rows, .layer-columns { pointer-events: none; }
.layer-glyphs { fill: none; stroke: light-dark(#d33a6a, #ff8fb0); stroke-width: 0.2; }
.layer-words { fill: none; stroke: light-dark(#1d63c4, #8ab8ff); stroke-width: 0.4; }
.layer-rows { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 5 2; }
.layer-columns path { fill: none; stroke: var(--colour); stroke-width: 1.4; }
.layer-lines path { fill: none; stroke: light-dark(#0b7a4b, #7adba9); stroke-width: 0.5; }
.layer-lines .home-header { stroke: light-dark(#8332a8, #d9a1f5); } .layer-lines .home-heading { stroke: light-dark(#b04a00, #ffab70); }
.layer-lines .home-furniture { stroke: var(--faint); stroke-dasharray: 2 1; } .layer-lines .home-homeless { stroke: var(--error); stroke-width: 1.2; }
:root:has(#show-items:not(:checked)) figure .layer-items, :root:has(#show-cells:not(:checked)) .layer-cells, :root:has(#show-columns:not(:checked)) .layer-columns,
:root:has(#show-rows:not(:checked)) .layer-rows, :root:has(#show-lines:not(:checked)) .layer-lines, :root:has(#show-words:not(:checked)) .layer-words,
:root:has(#show-glyphs:not(:checked)) .layer-glyphs, :root:has(#show-findings:not(:checked)) .layer-findings { display: none; }
:root:has(#show-glyphs:checked) .text .unseen { display: inline; }
figure .missed { opacity: 0.2; }
aside { background: var(--card); border-left: 1px solid var(--edge); }
.tabs { position: sticky; top: 0; z-index: 1; display: flex; background: var(--card); border-bottom: 1px solid var(--edge); }
.tabs button { flex: 1; padding: 0.5rem 0.25rem; border: 0; border-bottom: 3px solid transparent; background: none; cursor: pointer; }
.tabs button[aria-selected="true"] { border-color: var(--focus); font-weight: 700; }
.panel { padding: 0.5rem 1rem 2rem; }
.panel[hidden], li[hidden] { display: none; }
h2 { font-size: 1rem; margin: 0.5rem 0; } h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; } h4 { font-size: 0.875rem; margin: 0.75rem 0 0.25rem; }
.panel p { margin: 0.25rem 0; }
.panel a { color: var(--focus); display: inline-block; min-width: 24px; min-height: 24px; }
.hint { color: var(--faint); font-size: 0.8125rem; }
.panel ul { list-style: none; margin: 0; padding: 0; } .panel ul ul { padding-left: 1.25rem; }
.entry { display: block; width: 100%; padding: 0.25rem 0.5rem; margin: 1px 0; border: 1px solid transparent; border-left: 3px solid var(--colour); border-radius: 3px; background: none; text-align: left; cursor: pointer; overflow-wrap: anywhere; scroll-margin: 4rem 0 1rem; }
.entry:hover { background: var(--back); }
.entry[aria-current] { background: var(--chosen); border-color: var(--focus); border-left-color: var(--colour); }
.entry .words { white-space: pre-line; }
.entry small { color: var(--faint); } .entry[aria-current] small { color: inherit; }
.entry strong { color: var(--colour); } .entry[aria-current] strong { color: inherit; }
.entry .badge { display: inline-block; min-width: 1.5em; padding: 0 0.3em; border-radius: 3px; background: var(--colour); color: var(--on-badge); text-align: center; font-size: 0.8125rem; }
::highlight(found) { background-color: light-dark(#ffe066, #7a6200); }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--faint); padding-bottom: 0.5rem; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--edge); text-align: left; font-weight: normal; } td { text-align: right; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { font-weight: 700; }
@media (max-width: 60rem) { .panes { grid-template-columns: 4.5rem minmax(0, 1fr) minmax(16rem, 20rem); } }
@media (max-width: 45rem) {
  header { padding: 0.375rem 0.5rem; } .title p, .legend, fieldset { font-size: 0.8125rem; }
  .panes { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr) minmax(0, 1.1fr); }
  .strip { overflow-x: auto; } .strip ol { flex-direction: row; padding: 0.25rem; } .strip li { flex: 0 0 3.25rem; }
  main { padding: 0.25rem 0.5rem; } aside { border-left: 0; border-top: 1px solid var(--edge); } .panel { padding: 0.25rem 0.5rem 1rem; }
}
@media print {
  :root { color-scheme: light !important; --back: #ffffff; }
  @page { margin: 1cm; }
  body, .panes { display: block; height: auto; } html, body { height: auto; }
  .tools, .strip, .tabs, .skip, .hint { display: none; }
  .strip, main, aside { overflow: visible; } main, header, .panel { padding: 0; } header, aside { border: 0; }
  figure { width: 100%; margin: 0; break-inside: avoid; break-after: page; } figure svg { max-height: 24cm; }
  .panel, .panel[hidden], li[hidden] { display: block; } .entry { break-inside: avoid; } h3, h4 { break-after: avoid; } .missed { opacity: 1; }
  * { print-color-adjust: exact; }
}
`;
