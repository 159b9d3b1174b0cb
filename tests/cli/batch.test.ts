import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryName } from "../../src/cli/files/disk.js";
import { annex, lines, newFolder } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

/** What a manifest says of a PDF; `seconds` differs from run to run and is left out. */
interface Entry {
  readonly file: string;
  readonly sha256?: string;
  readonly outcome: string;
  readonly output?: string;
  readonly fault?: string;
  readonly counts?: Record<string, number>;
}

const COUNT = 60;
const BAD = new Map<number, string | Uint8Array>();
const pdfs: (string | Uint8Array)[] = [];

beforeAll(async () => {
  for (let index = 0; index < COUNT; index++) pdfs.push(await smallAnnex({ action: `Action of file ${index}` }));
  BAD.set(3, "no PDF at all");
  BAD.set(17, (await smallAnnex()).subarray(0, 400));
  BAD.set(44, await smallAnnex({ userPassword: "sesam" }));
  for (const [index, bytes] of BAD) pdfs[index] = bytes;
});

const nameOf = (index: number): string => `${String(index).padStart(3, "0")}.pdf`;

/** A folder with all PDFs below `in`. */
function folderWithPdfs(): string {
  const folder = newFolder();
  mkdirSync(join(folder, "in"));
  for (const [index, bytes] of pdfs.entries()) writeFileSync(join(folder, "in", nameOf(index)), bytes);
  return folder;
}

function readManifest(folder: string, name = "manifest.ndjson"): Entry[] {
  return lines(readFileSync(join(folder, "out", name), "utf8")).map((line) => {
    const { seconds, settings, ...entry } = JSON.parse(line) as Entry & { seconds: number; settings: string };
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(settings).toMatch(/^[0-9a-f]{64}$/u);
    return entry;
  });
}

/** Each file with the text of its first action, which tells whose result it is. */
function resultsIn(folder: string): Map<string, string> {
  const names = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".json"));
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, "out", name), "utf8");
      return [name, /Action of file \d+/u.exec(text)?.[0] ?? ""];
    }),
  );
}

function expectComplete(folder: string): void {
  const good = [...pdfs.keys()].filter((index) => !BAD.has(index));
  expect(resultsIn(folder)).toEqual(new Map(good.map((index) => [nameOf(index).replace("pdf", "json"), `Action of file ${index}`])));
}

const extractAll = ["extract", "in", "--out-dir", "out"];

describe("a batch", () => {
  test("gives each PDF its file and its line, in the order of their names, whatever the number of jobs", async () => {
    const folder = folderWithPdfs();
    const { code, stderr } = await annex([...extractAll, "--jobs", "3"], { cwd: folder });
    expect(code).toBe(2);
    expect(lines(stderr).at(-1)).toBe(`${COUNT} PDFs: ${COUNT - BAD.size} read, 0 read with errors, ${BAD.size} failed`);
    expectComplete(folder);
    const entries = readManifest(folder);
    expect(entries.map(({ file }) => file)).toEqual([...pdfs.keys()].map((index) => join("in", nameOf(index))));
    expect(entries.filter(({ outcome }) => outcome === "failed").map(({ file, fault }) => [file, fault])).toEqual([
      ["in/003.pdf", "not-a-pdf"],
      ["in/017.pdf", "damaged"],
      ["in/044.pdf", "password-needed"],
    ]);
    expect(entries[0]).toEqual({
      file: "in/000.pdf",
      sha256: createHash("sha256").update(pdfs[0] ?? "").digest("hex"),
      outcome: "ok",
      output: "000.json",
      counts: { meetings: 1, items: 5, errors: 0, warnings: 3 },
    });
    const alone = folderWithPdfs();
    await annex([...extractAll, "--jobs", "1"], { cwd: alone });
    expect(readManifest(alone)).toEqual(entries);
  });

  test("goes on where it was killed: nothing lost, nothing twice, nothing done again", async () => {
    const folder = folderWithPdfs();
    const manifest = join(folder, "out", "manifest.ndjson");
    const killed = await annex([...extractAll, "--jobs", "2"], {
      cwd: folder,
      disturb: (child) => {
        const watch = setInterval(() => {
          if (!existsSync(manifest) || lines(readFileSync(manifest, "utf8")).length < 10) return;
          clearInterval(watch);
          child.kill("SIGKILL");
        }, 5);
      },
    });
    expect(killed.signal).toBe("SIGKILL");
    const before = readManifest(folder);
    expect(before.length).toBeLessThan(COUNT);
    const done = before.filter(({ outcome }) => outcome === "ok").map(({ output }) => join(folder, "out", output ?? ""));
    const times = done.map((path) => statSync(path).mtimeMs);
    expect((await annex([...extractAll, "--resume"], { cwd: folder })).code).toBe(2);
    expectComplete(folder);
    expect(readManifest(folder)).toHaveLength(COUNT);
    expect(done.map((path) => statSync(path).mtimeMs)).toEqual(times);
    expect(readdirSync(join(folder, "out")).filter((name) => !name.endsWith(".json"))).toEqual(["manifest.ndjson"]);
  });

  test("takes away what a killed run left half written, and nothing of the shards beside it", async () => {
    const folder = folderWithPdfs();
    mkdirSync(join(folder, "out"));
    const own = [temporaryName("001.json"), temporaryName("manifest-2-of-2.ndjson")];
    const others = [temporaryName("000.json"), temporaryName("manifest-1-of-2.ndjson")];
    for (const name of [...own, ...others]) writeFileSync(join(folder, "out", name), "half a resu");
    await annex([...extractAll, "--shard", "2/2"], { cwd: folder });
    const left = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".tmp"));
    expect(left.sort()).toEqual(others.sort());
  });

  test("does again what changed, what is gone, and what other settings would change", async () => {
    const folder = folderWithPdfs();
    await annex(extractAll, { cwd: folder });
    const out = (name: string): string => join(folder, "out", name);
    const timeOf = (name: string): number => statSync(out(name)).mtimeMs;
    const untouched = timeOf("005.json");
    writeFileSync(join(folder, "in", "001.pdf"), await smallAnnex({ action: "Action of file 999" }));
    rmSync(out("002.json"));
    await annex([...extractAll, "--resume"], { cwd: folder });
    expect(resultsIn(folder).get("001.json")).toBe("Action of file 999");
    expect(resultsIn(folder).get("002.json")).toBe("Action of file 2");
    expect(timeOf("005.json")).toBe(untouched);
    const profile = JSON.parse(readFileSync(new URL("../../profiles/asem-culture-ministers.json", import.meta.url), "utf8")) as object;
    writeFileSync(join(folder, "profile.json"), JSON.stringify({ ...profile, name: "another" }));
    await annex([...extractAll, "--resume", "--profile", "profile.json"], { cwd: folder });
    expect(timeOf("005.json")).toBeGreaterThan(untouched);
  });

  test("knows what was done before also when the run that goes on is stopped itself", async () => {
    const folder = folderWithPdfs();
    await annex(extractAll, { cwd: folder });
    const before = statSync(join(folder, "out", "059.json")).mtimeMs;
    // A run that was stopped right after it had put the old account aside.
    const lost = readFileSync(join(folder, "out", "manifest.ndjson"), "utf8");
    writeFileSync(join(folder, "out", "manifest.before.ndjson"), lost);
    writeFileSync(join(folder, "out", "manifest.ndjson"), `${lines(lost)[0] ?? ""}\n{"file":"in/0`);
    await annex([...extractAll, "--resume"], { cwd: folder });
    expect(statSync(join(folder, "out", "059.json")).mtimeMs).toBe(before);
    expect(readManifest(folder)).toHaveLength(COUNT);
  });

  test("spreads over machines: the shards together are the whole, and none overlap", async () => {
    const folder = folderWithPdfs();
    await Promise.all(["1/3", "2/3", "3/3"].map((part) => annex([...extractAll, "--shard", part, "--jobs", "1"], { cwd: folder })));
    expectComplete(folder);
    const shards = ["1", "2", "3"].map((part) => readManifest(folder, `manifest-${part}-of-3.ndjson`));
    expect(shards.map((entries) => entries.length)).toEqual([20, 20, 20]);
    const files = shards.flat().map(({ file }) => file);
    expect(files.sort()).toEqual([...pdfs.keys()].map((index) => join("in", nameOf(index))));
    const whole = folderWithPdfs();
    await annex(extractAll, { cwd: whole });
    expect(resultsIn(folder)).toEqual(resultsIn(whole));
  });
});

describe("a PDF that fails where an earlier run has left a result", () => {
  const files = { good: (): Uint8Array => Buffer.from(pdfs[0] ?? ""), bad: (): Uint8Array => Buffer.from("no PDF any more") };

  function folderWith(...names: string[]): string {
    const folder = newFolder();
    for (const name of names) writeFileSync(join(folder, name), files.good());
    return folder;
  }

  test("has none afterwards, and that is said; one that cannot be found keeps it", async () => {
    const folder = folderWith("a.pdf", "b.pdf", "c.pdf");
    const args = ["extract", "a.pdf", "b.pdf", "c.pdf", "--out-dir", "out"];
    expect((await annex(args, { cwd: folder })).code).toBe(0);
    writeFileSync(join(folder, "a.pdf"), files.bad());
    rmSync(join(folder, "b.pdf"));
    const { code, stderr } = await annex([...args, "--resume"], { cwd: folder });
    expect(code).toBe(2);
    expect(lines(stderr).sort()).toEqual([
      "3 PDFs: 1 read, 0 read with errors, 2 failed",
      "annex: a.pdf: not a PDF: it has no %PDF- header; the result of an earlier run is removed",
      "annex: b.pdf: no such file or folder",
    ]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["b.json", "c.json", "manifest.ndjson"]);
    expect(readManifest(folder).map(({ outcome }) => outcome)).toEqual(["failed", "failed", "ok"]);
    // Nothing is left to be removed.
    expect((await annex(args, { cwd: folder })).stderr).not.toContain("removed");
  });

  test("has none of its files in a folder that holds others, too", async () => {
    const folder = folderWith("a.pdf", "b.pdf");
    const args = ["extract", "a.pdf", "b.pdf", "--format", "csv", "--out-dir", "out"];
    expect((await annex(args, { cwd: folder })).code).toBe(0);
    writeFileSync(join(folder, "out", "a", "notes.txt"), "mine");
    writeFileSync(join(folder, "a.pdf"), files.bad());
    expect((await annex(args, { cwd: folder })).code).toBe(2);
    expect(readdirSync(join(folder, "out", "a"))).toEqual(["notes.txt"]);
    expect(readdirSync(join(folder, "out", "b"))).toHaveLength(3);
  });
});
