/**
 * `node bench/scans.mjs`: how well scans are read. Makes scans of some pages of an annex, of several kinds and resolutions, and compares what
 * is read there with what is read from the printed pages. Needs pdftoppm, pdfseparate and pdfunite of Debian's package poppler-utils.
 * `--pages 1-3`, `--annex NAME` and `--dpi 300` choose what is scanned.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import { ITEM_COLUMNS, extractAnnex } from "../dist/index.js";
import { scanOf } from "./makeScan.mjs";
import { inProject } from "./measure.mjs";

const KINDS = [
  { name: "grey", how: {} },
  { name: "grey, askew by 0.7°", how: { degrees: 0.7 } },
  { name: "black and white", how: { bits: true } },
  { name: "grey, on its side", how: { quarters: 1 } },
  { name: "grey, on its head, askew by 0.7°", how: { degrees: 0.7, quarters: 2 } },
  { name: "grey, noise, 400 specks of dust a page, askew by 0.3°", how: { noise: 40, specks: 400, degrees: -0.3 } },
  { name: "black and white of that", how: { noise: 40, specks: 400, degrees: -0.3, bits: true } },
];

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "1-3" },
    annex: { type: "string", default: "annex-2019" },
    dpi: { type: "string", default: "150,200,300" },
  },
});
const [first, last] = values.pages.split("-").map(Number);
const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i);
const folder = mkdtempSync(join(tmpdir(), "annex-scans-"));

try {
  execFileSync(
    "pdfseparate",
    ["-f", first, "-l", last, inProject(`fixtures/${values.annex}.pdf`), join(folder, "page-%02d.pdf")].map(String),
  );
  const printed = join(folder, "printed.pdf");
  execFileSync("pdfunite", [...pages.map((page) => join(folder, `page-${String(page).padStart(2, "0")}.pdf`)), printed]);
  const truth = (await extractAnnex(readFileSync(printed))).document;
  console.log(`${values.annex}, pages ${values.pages}: ${wordsOf(truth).length} words, ${itemsOf(truth).length} items\n`);
  console.log(
    "| scan | dots an inch | wrong characters | words lost | words that are not there | of these told as doubtful | items | items that are not there | processor time a page | peak memory |",
  );
  console.log(`|${"---|".repeat(10)}`);
  for (const { name, how } of KINDS)
    for (const dpi of values.dpi.split(",").map(Number)) console.log(rowOf(name, dpi, how, printed, truth));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rowOf(name, dpi, how, printed, truth) {
  const [scan, usage] = [join(folder, "scan.pdf"), join(folder, "usage.json")];
  writeFileSync(scan, scanOf(printed, { dpi, ...how }));
  const args = [
    "--import",
    new URL("usage.mjs", import.meta.url).href,
    inProject("bin/annex.js"),
    "extract",
    scan,
    "--ocr",
    "--timeout",
    "600",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, USAGE: usage },
  });
  if (stdout === "") return `| ${name} | ${dpi} | ${stderr.trim()} |`;
  const read = JSON.parse(stdout);
  const { cpu, mebibytes } = JSON.parse(readFileSync(usage, "utf8"));
  const [lost, invented] = differences(wordsOf(truth), wordsOf(read));
  const doubtful = new Set(read.diagnostics.filter(({ code }) => code === "ocr-doubtful").map(({ text }) => text));
  const told = invented.filter((word) => doubtful.has(word)).length;
  const [whole, seen] = [wordsOf(truth).join(" "), wordsOf(read).join(" ")];
  const items = itemsOf(read);
  const strange = items.filter((item) => !itemsOf(truth).some((known) => alike(known, item))).length;
  const cells = [
    name,
    dpi,
    `${((100 * distance(whole, seen)) / whole.length).toFixed(2)} %`,
    lost.length,
    invented.length,
    told,
    items.length,
    strange,
    `${(cpu / pages.length).toFixed(1)} s`,
    `${Math.round(mebibytes)} MiB`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The words of a document in order, with the kinds of its items' markers. */
function wordsOf({ document, meetings }) {
  const heading = [document.annex, document.title, document.updatedBy];
  const texts = meetings.flatMap((meeting) => [
    `${meeting.label} ${meeting.theme} ${meeting.city} ${meeting.country} ${meeting.dateText}`,
    ...ITEM_COLUMNS.flatMap((column) => itemTexts(meeting[column])),
  ]);
  return [...heading, ...texts].join(" ").split(/\s+/u);
}

function itemTexts(items) {
  return items.flatMap(({ marker, text, children = [] }) => [`<${marker}>`, text, ...itemTexts(children)]);
}

function itemsOf({ meetings }) {
  const all = (items) => items.flatMap(({ text, children = [] }) => [text, ...all(children)]);
  return meetings.flatMap((meeting) => ITEM_COLUMNS.flatMap((column) => all(meeting[column])));
}

/** Words of the first list that are not in the second, and the other way round, in order. */
function differences(before, after) {
  const parts = diffArrays(before, after);
  return [parts.flatMap(({ removed, value }) => (removed ? value : [])), parts.flatMap(({ added, value }) => (added ? value : []))];
}

function alike(a, b) {
  return distance(a, b) <= 0.5 * Math.max(a.length, b.length);
}
