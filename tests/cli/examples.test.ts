import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { extractAnnex, extractRecords } from "../../src/index.js";
import { annex, newFolder } from "../support/annex.js";
import { shortScan } from "../support/shortScan.js";
import { smallAnnex } from "../support/smallAnnex.js";

const BIN = fileURLToPath(new URL("../../bin/annex.js", import.meta.url));

/** The names of all commands. */
const COMMANDS = readdirSync(new URL("../../src/cli/commands/", import.meta.url)).map((file) => file.replace(/\.ts$/u, ""));

/** Reads report.pdf as records. */
const PROFILE = {
  kind: "records" as const,
  name: "report",
  columns: ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"].map((header, i) => ({ field: `column${i}`, holds: "text" as const, headers: [header] })),
};
/** The PDFs that the examples speak of, two editions of an annex among them, and what they say. */
const edition = await smallAnnex();
const PDFS = { annex: edition, new: edition, old: await smallAnnex({ action: "Study it" }), report: await smallAnnex({ meetings: 3 }) };
const TOLD = new Map<string, unknown>();
for (const [name, pdf] of Object.entries(PDFS)) TOLD.set(name, (await extractAnnex(Uint8Array.from(pdf), { file: `${name}.pdf` })).document);
const { document: RECORDS } = await extractRecords(Uint8Array.from(PDFS.report), { profile: PROFILE });

/** The lines that a help gives as examples. */
function examplesIn(help: string): string[] {
  const [, examples = ""] = /^Examples:\n(.*?)\n\n/msu.exec(help) ?? [];
  return [...examples.matchAll(/^ {2}(\S.*?)(?: {2}.*)?$/gmu)].map(([, line = ""]) => line);
}

/** A folder with all that the examples speak of, and the command in a folder for $PATH. */
function workplace(): { readonly cwd: string; readonly path: string } {
  const [cwd, path] = [newFolder(), newFolder()];
  writeFileSync(join(path, "annex"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
  for (const [name, pdf] of Object.entries(PDFS)) {
    writeFileSync(join(cwd, `${name}.pdf`), pdf);
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(TOLD.get(name)));
  }
  writeFileSync(join(cwd, "scan.pdf"), shortScan(2));
  for (const folder of ["editions", "data", ".zfunc", ".config/fish/completions"]) mkdirSync(join(cwd, folder), { recursive: true });
  cpSync(join(cwd, "old.pdf"), join(cwd, "editions", "2016.pdf"));
  cpSync(join(cwd, "old.json"), join(cwd, "data", "2016.json"));
  cpSync(fileURLToPath(new URL("../../profiles/asem-culture-ministers.json", import.meta.url)), join(cwd, "matrix.json"));
  writeFileSync(join(cwd, "report.profile.json"), JSON.stringify(PROFILE));
  writeFileSync(join(cwd, "records.json"), JSON.stringify(RECORDS));
  return { cwd, path };
}

test.each(["", ...COMMANDS])("each example in the help of annex %s runs as it stands there", async (command) => {
  const help = await annex(command === "" ? ["--help"] : [command, "--help"], { env: { COLUMNS: "80" } });
  const examples = examplesIn(help.stdout);
  expect(examples.length).toBeGreaterThan(1);
  for (const example of examples) {
    const { cwd, path } = workplace();
    const { status, stdout, stderr } = spawnSync("bash", ["-c", example], { cwd, encoding: "utf8", env: { ...process.env, HOME: cwd, PATH: `${path}:${process.env["PATH"] ?? ""}` } });
    // Findings and differences are no trouble.
    const expected = /^annex (?:diff|.*--fail-on)/u.test(example) ? 1 : 0;
    expect({ example, status, trouble: status === expected ? "" : stderr }).toEqual({ example, status: expected, trouble: "" });
    const [, file] = /(?: -o | --out-dir | --png | > (?:~\/)?)(\S+)/u.exec(example) ?? [];
    if (file !== undefined) expect(existsSync(join(cwd, file))).toBe(true);
    else expect(stdout + stderr !== "" || /--quiet|eval/u.test(example)).toBe(true);
  }
});
