import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readJson } from "../../src/cli/files/json.js";
import { Failure } from "../../src/cli/terminal/failure.js";
import { BIN, newFolder } from "../support/annex.js";
import { gold } from "../support/gold.js";
import { smallAnnex } from "../support/smallAnnex.js";

const SMALL = await smallAnnex();

/** Runs a line of the shell in a folder with an annex, its JSON, and a named pipe to which nobody writes. */
async function shell(line: string, cwd = folderWithPipe()): Promise<{ code: number | null; stdout: string; stderr: string; made: string[] }> {
  const before = readdirSync(cwd);
  const child = spawn("bash", ["-c", `annex() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`], { cwd });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr, made: readdirSync(cwd).filter((name) => !before.includes(name)) };
}

function folderWithPipe(): string {
  const folder = newFolder();
  writeFileSync(join(folder, "a.pdf"), SMALL);
  writeFileSync(join(folder, "a.json"), JSON.stringify(gold(2016)));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  return folder;
}

const gaveUp = (path: string): string => `annex: ${path}: gave up: not read within 0.5 s\n`;
const ADVICE = "Allow more with --timeout SECONDS.\n";

describe("an input that never comes", () => {
  test.each([
    "extract pipe -o made",
    "extract pipe --profile p.json -o made",
    "check pipe -o made",
    "check a.pdf --baseline pipe -o made",
    "diff a.json pipe -o made",
    "inspect pipe -o made",
    "tables pipe -o made",
    "profile new pipe -o made",
    "validate pipe",
  ])("is given up at the limit, from a named pipe and from stdin: annex %s", async (line) => {
    const folder = folderWithPipe();
    const columns = ["NO", "THEMES"].map((name) => ({ field: name.toLowerCase(), holds: "text", headers: [name] }));
    writeFileSync(join(folder, "p.json"), JSON.stringify({ kind: "records", name: "p", columns }));
    const none = { code: 2, stdout: "", made: [] };
    expect(await shell(`annex ${line} --timeout 0.5`, folder)).toEqual({ ...none, stderr: gaveUp("pipe") + ADVICE });
    // Held open by the one that reads it.
    expect(await shell(`exec 3<>pipe; annex ${line.replace("pipe", "-")} --timeout 0.5 <&3`, folder)).toEqual({ ...none, stderr: gaveUp("-") + ADVICE });
  });

  test("is given up also where a part of it has come", async () => {
    const { code, stderr } = await shell("exec 3<>pipe; head -c 500 a.pdf >&3; annex extract pipe --timeout 0.5");
    expect({ code, stderr }).toEqual({ code: 2, stderr: gaveUp("pipe") + ADVICE });
  });

  test("does not stop a batch, whose manifest tells why it has no result, and which reads it when it comes", async () => {
    const folder = folderWithPipe();
    const { code, stderr } = await shell("annex extract pipe a.pdf --out-dir out --timeout 8", folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${gaveUp("pipe").replace("0.5", "8")}2 PDFs: 1 read, 0 read with errors, 1 failed\n` });
    const entries = readFileSync(join(folder, "out", "manifest.ndjson"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as object);
    expect(entries).toEqual([
      expect.objectContaining({ file: "pipe", outcome: "failed", fault: "timed-out" }),
      expect.objectContaining({ file: "a.pdf", outcome: "ok" }),
    ]);
    const again = await shell("cat a.pdf >pipe & annex extract pipe a.pdf --out-dir out --resume", folder);
    expect(again).toMatchObject({ code: 0, stderr: "2 PDFs: 2 read, 0 read with errors, 0 failed\n" });
  });

  test("is given up by commands that let the user say no limit, too", async () => {
    const pipe = join(folderWithPipe(), "pipe");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const reading = expect(readJson(pipe)).rejects.toEqual(new Failure(`${pipe}: gave up: not read within 60 s`));
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    vi.advanceTimersByTime(60_000);
    await reading;
  });
});

describe("an input that comes through a pipe", () => {
  test.each([
    "extract <(cat a.pdf) --quiet",
    "extract <(head -c 500 a.pdf; sleep 0.3; tail -c +501 a.pdf) --quiet",
    "extract pipe --quiet & { sleep 0.5; cat a.pdf >pipe; }; wait",
    "extract - --quiet < <(sleep 0.3; cat a.pdf)",
    "extract /dev/stdin --quiet < <(cat a.pdf)",
  ])("is read whole: annex %s", async (line) => {
    const folder = folderWithPipe();
    const { stdout: whole } = await shell("annex extract a.pdf --quiet", folder);
    const { stdout, stderr } = await shell(`annex ${line}`, folder);
    expect(stderr).toBe("");
    const [read, expected] = [stdout, whole].map((text) => JSON.parse(text) as { source: { sha256: string; file: string } });
    expect({ ...read, source: { ...read?.source, file: "a.pdf" } }).toEqual(expected);
  });

  test("may be JSON, a profile and a configuration", async () => {
    const folder = folderWithPipe();
    expect(await shell("annex diff <(cat a.json) a.json", folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await shell("annex validate --quiet <(cat a.json)", folder)).toMatchObject({ code: 0, stderr: "" });
    const lines = "annex check a.json --config <(echo '{}') -o /dev/null; annex profile new a.pdf -o p; annex extract a.pdf --profile <(cat p) -o made";
    expect(await shell(lines, folder)).toMatchObject({ code: 0, made: ["made", "p"] });
  });
});

describe("an output that is a pipe", () => {
  test("is given the whole of it", async () => {
    const folder = folderWithPipe();
    const { stdout } = await shell("annex extract a.pdf --quiet -o pipe & cat pipe; wait", folder);
    expect(stdout).toBe((await shell("annex extract a.pdf --quiet", folder)).stdout);
  });

  test.each(["INT", "TERM", "HUP"] as const)("does not keep the command from ending by a signal, where nobody reads it: %s", async (signal) => {
    const { stderr, stdout } = await shell(
      `timeout --preserve-status -k 5 -s ${signal} 2 "${process.execPath}" "${BIN}" extract a.pdf --quiet -o pipe; echo $?`,
    );
    expect({ stdout, stderr }).toEqual({ stdout: `${{ INT: 130, TERM: 143, HUP: 129 }[signal]}\n`, stderr: "" });
  });
});

test("a socket is no input", async () => {
  const folder = folderWithPipe();
  const listening = `"${process.execPath}" -e 'require("net").createServer().listen("socket")' & while [ ! -S socket ]; do sleep 0.1; done`;
  const { code, stderr } = await shell(`${listening}; annex extract socket; code=$?; kill %1; exit $code`, folder);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "annex: socket: a socket, or a device that is not there, expected a file\n" });
});
