/**
 * `npm run fuzz -- --minutes 5 --seed 42`: damages PDFs by bytes and by structure and reads them. Whatever the bytes, the outcome is a
 * document that fits its schema or an error with a fault; anything else is a finding, which is shrunk and written to `--out`, and gives
 * exit code 1.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { annexDocumentSchema } from "../dist/model/annex.js";
import { validateRecords } from "../dist/model/records.js";
import { tablesDocumentSchema } from "../dist/model/tables.js";
import { ReaderPool } from "../dist/worker/pool.js";
import { plainAnnex } from "./plainAnnex.mjs";
import { unmappedAnnex } from "./unmappedAnnex.mjs";

const { minutes, seed, out } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: join(tmpdir(), "annex-fuzz") },
  },
}).values;

const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
// Plain: its content streams are not deflated, so that damage reaches the operators.
const sources = [await plainAnnex(), unmappedAnnex(), fixture("annex-2016.pdf")];

/** Bytes and tokens that readers of PDFs stumble over. */
const TOKENS = [
  "0",
  "-1",
  "1e39",
  "999999999999",
  "NaN",
  "null",
  "<<",
  ">>",
  "[",
  "]",
  "(",
  ")",
  "/",
  "R",
  "endobj",
  "endstream",
  "stream",
  "obj",
  "q",
  "Q",
  "BT",
  "ET",
  "Do",
  "cm",
  "re",
  "Tf",
  "Tm",
  "BI",
  "ID",
  "3 0 R",
  "1 0 R",
  "/Kids",
  "/Count -7",
  "/Length 1",
  "BDC",
  "EMC",
  "/MCID 1",
  "/ActualText",
  "/K",
  "/Prev 9",
  "\u0000",
  "\u001b[31m",
];

/** A share of the file, without fast-check's bias: otherwise most damage would fall on the first bytes. */
const place = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((share) => share / 1_000_000);
const damage = fc.oneof(
  fc.record({ kind: fc.constant("flip"), at: place, value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant("cut"), at: place, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant("truncate"), at: place.map((share) => 0.5 + share / 2) }),
  fc.record({ kind: fc.constant("copy"), at: place, from: place, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant("number"), at: place, token: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constant("insert"), at: place, token: fc.constantFrom(...TOKENS) }),
);

function apply(bytes, { kind, at, value, length, from, token }) {
  const start = Math.floor(at * bytes.length);
  const spliced = (removed, added) => Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + removed)]);
  switch (kind) {
    case "flip":
      return spliced(1, Buffer.from([value]));
    case "cut":
      return spliced(length, Buffer.alloc(0));
    case "truncate":
      return bytes.subarray(0, start);
    case "copy": {
      const source = Math.floor(from * bytes.length);
      return spliced(0, bytes.subarray(source, source + length));
    }
    case "insert":
      return spliced(0, Buffer.from(` ${token} `, "latin1"));
    case "number": {
      // The next number after the place: a count, a length, a reference, a coordinate.
      const text = bytes.toString("latin1");
      const match = /-?\d+(?:\.\d+)?/u.exec(text.slice(start));
      if (match === null) return bytes;
      return Buffer.from(text.slice(0, start) + text.slice(start).replace(match[0], () => token), "latin1");
    }
  }
}

const pool = new ReaderPool({ seconds: 10, mebibytes: 512 });
const outcomes = new Map();

/** The annex as records: rows are found by what the page shows, and not by the numbers and labels of meetings. */
const profile = {
  kind: "records",
  name: "fuzz",
  key: "no",
  columns: [
    { field: "no", holds: "number", headers: ["NO"] },
    { field: "themes", holds: "text", headers: ["THEMES"] },
    { field: "plan", holds: "items", headers: ["ACTION PLAN"] },
  ],
};

/** The input of each task besides the bytes, and what is wrong with the shape of its result. */
const TASKS = {
  extract: { input: {}, faultsOf: ({ document }) => annexDocumentSchema.safeParse(document).error?.issues ?? [] },
  records: { input: { profile }, faultsOf: ({ document }) => validateRecords(document, profile.columns) },
  tables: { input: { join: true }, faultsOf: (document) => tablesDocumentSchema.safeParse(document).error?.issues ?? [] },
};

/** What is wrong with the outcome of a task; undefined if nothing is. */
async function wrongWith(task, bytes) {
  const input = { file: "fuzz.pdf", ...TASKS[task].input };
  const outcome = await pool.run({ task, bytes: new Uint8Array(bytes), input });
  const name = outcome.kind === "fault" ? outcome.fault.code : outcome.kind;
  outcomes.set(`${task} ${name}`, (outcomes.get(`${task} ${name}`) ?? 0) + 1);
  if (outcome.kind === "crash") return outcome.stack || outcome.reason;
  if (outcome.kind === "fault") return undefined;
  const faults = TASKS[task].faultsOf(outcome.result);
  return faults.length === 0 ? undefined : JSON.stringify(faults.slice(0, 3));
}

let finding;
const property = fc.asyncProperty(
  fc.constantFrom(...sources),
  fc.array(damage, { minLength: 1, maxLength: 6 }),
  async (source, damages) => {
    const bytes = damages.reduce(apply, source);
    for (const task of Object.keys(TASKS)) {
      const wrong = await wrongWith(task, bytes);
      if (wrong === undefined) continue;
      finding = { task, bytes, wrong };
      throw new Error(wrong);
    }
  },
);

const result = await fc.check(property, {
  seed: Number(seed),
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: Number(minutes) * 60_000,
  markInterruptAsFailure: false,
});
await pool.close();

console.log(`seed ${seed}: ${result.numRuns} damaged PDFs`);
for (const [outcome, count] of [...outcomes].sort()) console.log(`${String(count).padStart(8)}  ${outcome}`);
if (finding !== undefined) {
  mkdirSync(out, { recursive: true });
  const path = join(out, `${createHash("sha256").update(finding.bytes).digest("hex").slice(0, 12)}.pdf`);
  writeFileSync(path, finding.bytes);
  console.error(`${finding.task}: ${finding.wrong}\nThe PDF: ${path}`);
  process.exitCode = 1;
}
