import { DRAWING_STYLE, SHARED_COLOURS } from "../inspect/pageStyle.js";

/** The look of the pages of `annex inspect`; additions and removals are also underlined and struck, so that nobody needs the colours. */
export const STYLE_SHEET = `:root {
  ${SHARED_COLOURS}
  --added: light-dark(#dcf5e0, #12351b); --removed: light-dark(#fbe1e1, #471919);
  --added-text: light-dark(#0b4f1c, #b9f0c5); --removed-text: light-dark(#7a1010, #ffc9c9); --changed-text: light-dark(#7a4a00, #ffd28a); --moved-text: light-dark(#1d4f8b, #9ccaf5);
}
tr.added, .mark.added { --kind: var(--added-text); } tr.removed, .mark.removed { --kind: var(--removed-text); }
tr.changed, .mark.changed { --kind: var(--changed-text); } tr.moved, .mark.moved { --kind: var(--moved-text); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 0.9375rem/1.45 system-ui, sans-serif; }
header { padding: 0.5rem 1rem; background: var(--card); border-bottom: 1px solid var(--edge); }
header p { margin: 0; color: var(--faint); }
main { max-width: 100rem; margin: 0 auto; padding: 0.5rem 1rem 2rem; }
h1 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1rem; margin: 1.25rem 0 0.375rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; background: var(--card); }
th, td { border: 1px solid var(--edge); padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; }
.changes thead th:first-child { width: 8.5rem; }
.changes th[scope="row"] { border-left: 3px solid var(--kind); }
th[scope="colgroup"] { border-left: 0; border-right: 0; padding-top: 0.75rem; background: var(--back); }
td p { margin: 0; white-space: pre-line; }
small { color: var(--faint); font-weight: 400; }
a { color: var(--focus); } :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
small a, .change { display: inline-block; min-height: 24px; }
.change { min-width: 1.5em; padding: 0 0.3em; border-radius: 3px; background: var(--kind); color: var(--card); text-align: center; font-size: 0.8125rem; }
tr:target > *, figure:target { outline: 2px solid var(--focus); outline-offset: -2px; }
ins { background: var(--added); color: var(--added-text); text-decoration: underline; }
del { background: var(--removed); color: var(--removed-text); text-decoration: line-through; }
.none { margin: 1.25rem 0 0; padding: 1rem; border: 1px dashed var(--edge); color: var(--faint); text-align: center; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.75rem; margin-bottom: 1rem; }
figure { margin: 0; scroll-margin: 0.5rem; } figure svg { display: block; width: 100%; height: auto; }
figcaption { color: var(--faint); font-size: 0.8125rem; overflow-wrap: anywhere; }
${DRAWING_STYLE}
.text .unseen { display: none; }
.mark path { fill: var(--kind); fill-opacity: 0.12; stroke: var(--kind); stroke-width: 1; }
.mark.removed path { stroke-dasharray: 4 2; } .mark.moved path { stroke-dasharray: 1 1.5; }
.mark:hover path, .mark:focus-visible path { fill-opacity: 0.3; stroke-width: 2; } .mark:focus-visible { outline: none; }
.badge { fill: var(--kind); } .number { fill: var(--card); font: 700 6.5px/1 system-ui, sans-serif; user-select: none; }
@media (max-width: 45rem) {
  header { padding: 0.375rem 0.5rem; } main { padding: 0.25rem 0.5rem 1rem; }
  th, td { padding: 0.25rem; font-size: 0.875rem; }
  .changes thead th:first-child { width: 5.25rem; }
  .pair { grid-template-columns: minmax(0, 1fr); gap: 0.375rem; } .none { margin: 0; padding: 0.375rem; }
}
@media print {
  :root { color-scheme: light !important; --back: #ffffff; }
  header, main { padding: 0; border: 0; } tr, .pair { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
