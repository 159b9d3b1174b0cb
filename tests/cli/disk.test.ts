import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annex, fixture, newFolder } from "../support/annex.js";
import { gold } from "../support/gold.js";
import { smallAnnex } from "../support/smallAnnex.js";

const PDF = fixture("annex-2016.pdf");
const BIN = new URL("../../bin/annex.js", import.meta.url).pathname;

/** Runs a line of the shell, where `annex` is the command. */
async function shell(line: string, cwd: string): Promise<{ code: number | null; stderr: string }> {
  const child = spawn("bash", ["-c", `annex() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`], { cwd });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.resume();
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
}

/** Every command that prints data, where it may go into a file instead. */
const WRITERS = [
  { line: "extract a.pdf --quiet", toFile: true },
  { line: "extract a.pdf --quiet --format html", toFile: true },
  { line: "extract a.pdf --quiet --profile p.json", toFile: true },
  { line: "check a.pdf --quiet --format sarif", toFile: true },
  { line: "check a.pdf --quiet", toFile: true },
  { line: "diff a.json b.json --quiet --format html", toFile: true },
  { line: "inspect a.pdf --quiet", toFile: true },
  { line: "tables a.pdf --quiet", toFile: true },
  { line: "profile new a.pdf --quiet", toFile: false },
  { line: "schema", toFile: false },
  { line: "completion bash", toFile: false },
];

const SMALL = await smallAnnex();

/** A folder with an annex, the JSON of two editions, and a profile of records. */
function folderWithInputs(pdf: Uint8Array = SMALL): string {
  const folder = newFolder();
  writeFileSync(join(folder, "a.pdf"), pdf);
  writeFileSync(join(folder, "a.json"), JSON.stringify(gold(2016)));
  writeFileSync(join(folder, "b.json"), JSON.stringify(gold(2019)));
  const columns = ["NO", "THEMES", "WORKSHOPS"].map((name) => ({ field: name.toLowerCase(), holds: "text", headers: [name] }));
  writeFileSync(join(folder, "p.json"), JSON.stringify({ kind: "records", name: "p", columns }));
  return folder;
}

describe("a file that is written", () => {
  test("takes the place of the one before it", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "out.json"), "old");
    expect((await annex(["extract", PDF, "-o", "out.json"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, "out.json"), "utf8")).toMatch(/^\{\n {2}"\$schema"/u);
    expect(readdirSync(folder)).toEqual(["out.json"]);
  });

  test("is the one that a link leads to", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "real.json"), "old");
    symlinkSync("real.json", join(folder, "link.json"));
    await annex(["extract", PDF, "-o", "link.json"], { cwd: folder });
    expect(readlinkSync(join(folder, "link.json"))).toBe("real.json");
    expect(readFileSync(join(folder, "real.json"), "utf8")).toMatch(/^\{/u);
  });

  test("is the one that a link leads to also where that is not there yet", async () => {
    const folder = newFolder();
    symlinkSync("next.json", join(folder, "link.json"));
    symlinkSync("real.json", join(folder, "next.json"));
    await annex(["extract", PDF, "-o", "link.json"], { cwd: folder });
    expect(readdirSync(folder).sort()).toEqual(["link.json", "next.json", "real.json"]);
    expect(readFileSync(join(folder, "real.json"), "utf8")).toMatch(/^\{/u);
  });

  test("stays what it was where the PDF gives nothing", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "out.json"), "old");
    expect((await annex(["extract", fixture("awkward/qpdf-bad32.pdf"), "-o", "out.json"], { cwd: folder })).code).toBe(2);
    expect(readFileSync(join(folder, "out.json"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["out.json"]);
  });

  test("may be a device", async () => {
    expect((await annex(["extract", PDF, "-o", "/dev/null"])).code).toBe(0);
    expect(existsSync("/dev/null")).toBe(true);
  });
});

describe("trouble with the disk", () => {
  test("is said: a folder that is not there", async () => {
    const { code, stderr } = await annex(["extract", PDF, "-o", "no/out.json"], { cwd: newFolder() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: no/out.json: no such file or folder\nThere is no folder no.\n" });
  });

  test("is said: a folder where a file is wanted", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "out.json"));
    const { code, stderr } = await annex(["extract", PDF, "-o", "out.json"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: out.json: is a folder, expected a file\n" });
    expect(readdirSync(folder, { recursive: true })).toEqual(["out.json"]);
  });

  test("is said: a file where a folder is wanted", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "out"), "");
    const { code, stderr } = await annex(["extract", PDF, "--out-dir", "out"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: out: is a file, expected a folder\n" });
  });

  test("is said: a link that leads to itself, and a file for a folder of the path", async () => {
    const folder = newFolder();
    symlinkSync("self", join(folder, "self"));
    writeFileSync(join(folder, "file"), "");
    expect(await annex(["extract", PDF, "-o", "self"], { cwd: folder })).toMatchObject({ code: 2, stderr: "annex: self: a link that leads to itself\n" });
    expect(await annex(["extract", PDF, "-o", "file/x"], { cwd: folder })).toMatchObject({ code: 2, stderr: "annex: file/x: a part of the path is a file, expected a folder\n" });
  });

  test("is said: a full disk, on stdout and as a file", async () => {
    const folder = newFolder();
    const piped = await shell(`annex extract "${PDF}" > /dev/full`, folder);
    expect(piped).toEqual({ code: 2, stderr: "annex: stdout: no space left on the disk\nFree some space and run it again.\n" });
    const written = await annex(["extract", PDF, "-o", "/dev/full"]);
    expect(written).toMatchObject({ code: 2, stderr: "annex: /dev/full: no space left on the disk\nFree some space and run it again.\n" });
  });

  test("leaves nothing half written: a file larger than may be", async () => {
    const folder = newFolder();
    const { code, stderr } = await shell(`ulimit -f 16; trap '' XFSZ; annex extract "${PDF}" -o out.json`, folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: out.json: larger than a file may be here\n" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stops a batch: nothing more could be written", async () => {
    const folder = newFolder();
    const { code, stderr } = await shell(`ulimit -f 16; trap '' XFSZ; annex extract "${PDF}" "${fixture("annex-2019.pdf")}" --out-dir out`, folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^annex: out\/annex-20\d\d\.json: larger than a file may be here\n$/u);
    expect(readdirSync(join(folder, "out"))).toEqual(["manifest.ndjson"]);
  });

  test("is said: a reader that closes the pipe", async () => {
    const { code, stderr } = await shell(`set -o pipefail; annex extract "${PDF}" | true`, newFolder());
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: stdout: the reader closed the pipe\n" });
  });

  test.each(WRITERS)("is said for every command that prints data, in one line, whoever closes the pipe or fills the disk: $line", async ({ line }) => {
    const folder = folderWithInputs();
    const piped = await shell(`set -o pipefail; annex ${line} | true`, folder);
    expect(piped).toEqual({ code: 2, stderr: "annex: stdout: the reader closed the pipe\n" });
    const filled = await shell(`annex ${line} > /dev/full`, folder);
    expect(filled).toEqual({ code: 2, stderr: "annex: stdout: no space left on the disk\nFree some space and run it again.\n" });
  });

  test.each(WRITERS.filter(({ toFile }) => toFile))("leaves nothing half written for any command: $line", async ({ line }) => {
    const folder = folderWithInputs(readFileSync(PDF));
    const before = readdirSync(folder).sort();
    const { code, stderr } = await shell(`ulimit -f 1; trap '' XFSZ; annex ${line} -o made`, folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: made: larger than a file may be here\n" });
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("leaves no half picture and no half folder of tables", async () => {
    const folder = folderWithInputs(readFileSync(PDF));
    const pictures = await shell(`ulimit -f 4; trap '' XFSZ; annex inspect a.pdf --png png`, folder);
    expect(pictures).toEqual({ code: 2, stderr: "annex: png/page-1.png: larger than a file may be here\n" });
    expect(readdirSync(join(folder, "png"))).toEqual([]);
    const tables = await shell(`ulimit -f 1; trap '' XFSZ; annex extract a.pdf --format csv --out-dir csv`, folder);
    expect(tables.code).toBe(2);
    expect(tables.stderr).toMatch(/^annex: csv\/\w+\.csv: larger than a file may be here\n$/u);
    expect(readdirSync(join(folder, "csv")).filter((name) => name === "datapackage.json" || name.endsWith(".tmp"))).toEqual([]);
  });

  test("does not end in a crash when nobody reads the help or the errors", async () => {
    expect(await shell("set -o pipefail; annex --help | true", newFolder())).toEqual({ code: 0, stderr: "" });
    expect(await shell("set -o pipefail; annex extract missing.pdf 2>&1 | true", newFolder())).toEqual({ code: 2, stderr: "" });
  });

  test.runIf(process.getuid?.() !== 0)("is said: a folder below that may not be read, by its own name", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "in", "closed"), { recursive: true });
    writeFileSync(join(folder, "in", "a.pdf"), SMALL);
    chmodSync(join(folder, "in", "closed"), 0o000);
    const { code, stderr } = await annex(["extract", "in", "--out-dir", "out"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: in/closed: no permission\nCheck who may read or write it.\n" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test.runIf(process.getuid?.() !== 0)("is said: a folder that may not be written to", async () => {
    const folder = newFolder();
    chmodSync(folder, 0o500);
    const { code, stderr } = await annex(["extract", PDF, "-o", join(folder, "out.json")]);
    expect(code).toBe(2);
    expect(stderr).toContain("no permission");
  });
});

describe("a signal", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("ends the command and leaves nothing behind: %s", async (signal) => {
    const folder = newFolder();
    const pdf = fixture("awkward/pdfjs-operator_list_cycle.pdf");
    const ended = await annex(["extract", pdf, PDF, "--out-dir", "out", "--jobs", "1", "--max-memory", "8192"], {
      cwd: folder,
      disturb: (child) => {
        // The first PDF never ends: when the manifest is there, it is being read.
        const watch = setInterval(() => {
          if (!existsSync(join(folder, "out", "manifest.ndjson"))) return;
          clearInterval(watch);
          child.kill(signal);
        }, 20);
      },
    });
    expect(ended).toMatchObject({ signal, stdout: "", stderr: "" });
    expect(readdirSync(join(folder, "out"))).toEqual(["manifest.ndjson"]);
  });

  test.each(["INT", "TERM", "HUP"])("ends a command that waits for a named pipe to which nobody writes: %s", async (signal) => {
    const folder = newFolder();
    const ended = await shell(`mkfifo in.pdf; timeout --preserve-status -k 5 -s ${signal} 1 "${process.execPath}" "${BIN}" extract in.pdf`, folder);
    expect(ended).toEqual({ code: { INT: 130, TERM: 143, HUP: 129 }[signal], stderr: "" });
  });

  const CODES = { INT: 130, TERM: 143, HUP: 129 } as const;

  test.each([
    { signal: "INT", line: "extract hangs.pdf -o made" },
    { signal: "HUP", line: "extract hangs.pdf --profile p.json -o made" },
    { signal: "TERM", line: "check hangs.pdf --format sarif -o made" },
    { signal: "INT", line: "diff a.json hangs.pdf --format html -o made" },
    { signal: "TERM", line: "inspect hangs.pdf --png made" },
    { signal: "HUP", line: "tables hangs.pdf -o made" },
    { signal: "TERM", line: "profile new hangs.pdf -o made" },
    { signal: "INT", line: "validate -" },
  ] as const)("ends every command with its own exit code and leaves nothing behind: $signal, $line", async ({ signal, line }) => {
    const folder = folderWithInputs();
    cpSync(fixture("awkward/pdfjs-operator_list_cycle.pdf"), join(folder, "hangs.pdf"));
    const before = readdirSync(folder).sort();
    const limits = line.startsWith("validate") ? "" : "--max-memory 8192";
    // Under `timeout`, which sends the signal, a FIFO that nobody writes to keeps stdin open.
    await shell(
      `mkfifo in; exec 3<>in; rm in; timeout --preserve-status -s ${signal} 1 "${process.execPath}" "${BIN}" ${line} ${limits} <&3 >out 2>err; echo $? >code`,
      folder,
    );
    const [code, out, err] = ["code", "out", "err"].map((name) => readFileSync(join(folder, name), "utf8"));
    expect({ code, out, err }).toEqual({ code: `${CODES[signal]}\n`, out: "", err: "" });
    expect(readdirSync(folder).filter((name) => !["code", "out", "err"].includes(name)).sort()).toEqual(before);
  });
});
