/** Colours for light and dark; what came and went is underlined and struck too, so that nobody needs the colours. */
export const STYLE_SHEET = `:root {
  color-scheme: light dark;
  --text: #1b1b1b; --page: #ffffff; --faint: #5a5a5a; --line: #c8c8c8;
  --added: #dcf5e0; --removed: #fbe1e1; --added-text: #0b4f1c; --removed-text: #7a1010;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ececec; --page: #161616; --faint: #b0b0b0; --line: #4a4a4a;
    --added: #12351b; --removed: #471919; --added-text: #b9f0c5; --removed-text: #ffc9c9;
  }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.changes thead th:first-child { width: 8rem; }
th[scope="colgroup"] { border-left: 0; border-right: 0; padding-top: 1rem; }
td p { margin: 0; white-space: pre-line; }
small { color: var(--faint); }
ins { background: var(--added); color: var(--added-text); text-decoration: underline; }
del { background: var(--removed); color: var(--removed-text); text-decoration: line-through; }
h1 { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  main { padding: 0.5rem; }
  h1 { font-size: 1.375rem; }
  th, td { padding: 0.25rem; font-size: 0.875rem; }
  .changes thead th:first-child { width: 4.75rem; }
}
`;
