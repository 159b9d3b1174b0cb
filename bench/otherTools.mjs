/**
 * `node bench/otherTools.mjs`: how many items of each annex are extracted whole by other text extraction tools, compared with this one.
 * Generous to them: an item counts wherever its text is in one piece, ignoring spaces and line ends, with cut words as they are or joined.
 * Those of this tool must be equal, and in their places.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ITEM_COLUMNS, extractAnnex } from "../dist/index.js";

const ANNEXES = ["annex-2019", "annex-2019-chromium", "annex-2019-unruled", "annex-2016"];

/** Tools of Debian's packages poppler-utils and mupdf-tools. */
const TOOLS = [
  { name: "pdftotext", args: (pdf) => ["pdftotext", pdf, "-"] },
  { name: "pdftotext -layout", args: (pdf) => ["pdftotext", "-layout", pdf, "-"] },
  { name: "mutool draw -F text", args: (pdf) => ["mutool", "draw", "-q", "-F", "text", pdf] },
];

const path = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const spaced = (text) => text.replace(/[\s\u00AD]+/gu, " ").trim();
const texts = (items) => items.flatMap(({ text, children = [] }) => [text, ...texts(children)]);
const textsOf = ({ meetings }) => meetings.flatMap((meeting) => ITEM_COLUMNS.flatMap((column) => texts(meeting[column])));

console.log(
  `| | items | ${TOOLS.map(({ name }) => `\`${name}\``).join(" | ")} | \`annex extract\` |\n|---|---|${"---|".repeat(TOOLS.length + 1)}`,
);
for (const annex of ANNEXES) {
  const truth = textsOf(JSON.parse(readFileSync(path(`${annex.slice(0, 10)}.gold.json`), "utf8")));
  const found = TOOLS.map(({ args }) => {
    const [program, ...rest] = args(path(`${annex}.pdf`));
    const output = execFileSync(program, rest, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "ignore"] });
    const forms = [spaced(output), spaced(output.replace(/-\s*\n\s*/gu, ""))];
    return truth.filter((text) => forms.some((form) => form.includes(spaced(text)))).length;
  });
  const { document } = await extractAnnex(readFileSync(path(`${annex}.pdf`)));
  const read = textsOf(document);
  console.log(`| ${annex}.pdf | ${truth.length} | ${found.join(" | ")} | ${truth.filter((text, index) => read[index] === text).length} |`);
}
