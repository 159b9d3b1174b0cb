import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Manifest, type ManifestEntry } from "../../src/cli/batch/manifest.js";
import { temporaryName } from "../../src/cli/files/disk.js";
import { newFolder } from "../support/annex.js";

const entry = (file: string): ManifestEntry => ({ file, sha256: "0".repeat(64), settings: "s", outcome: "failed", fault: "blank", reason: "blank", seconds: 1 });
const line = (file: string): string => `${JSON.stringify(entry(file))}\n`;

/** A folder with the manifest of a run, and what a run that resumed it and was stopped had moved aside. */
function folderWithManifests(): string {
  const folder = newFolder();
  writeFileSync(join(folder, "manifest.ndjson"), line("a.pdf"));
  writeFileSync(join(folder, "manifest.before.ndjson"), line("a.pdf") + line("b.pdf"));
  return folder;
}

test("a run that resumes knows what both manifests tell", async () => {
  const manifest = await Manifest.open(folderWithManifests(), undefined, true);
  expect(["a.pdf", "b.pdf", "c.pdf"].map((file) => manifest.known(file))).toEqual([entry("a.pdf"), entry("b.pdf"), undefined]);
});

test.each([[["a.pdf"]], [["a.pdf", "b.pdf"]]])("a run that resumes one of %j and is stopped at once leaves what it knew to the next", async (files) => {
  const folder = newFolder();
  writeFileSync(join(folder, "manifest.ndjson"), files.map(line).join(""));
  await Manifest.open(folder, undefined, true);
  const manifest = await Manifest.open(folder, undefined, true);
  expect(files.map((file) => manifest.known(file))).toEqual(files.map(entry));
  manifest.finish();
  expect(readdirSync(folder)).toEqual(["manifest.ndjson"]);
});

test("a run removes what a killed one left of its own manifests, and nothing of others", async () => {
  const folder = newFolder();
  const names = ["manifest.ndjson", "manifest.before.ndjson", "manifest-1-of-2.ndjson"].map(temporaryName);
  for (const name of names) writeFileSync(join(folder, name), "{");
  await Manifest.open(folder, undefined, false);
  expect(readdirSync(folder)).toEqual([names[2], "manifest.ndjson"]);
});

test("a run that begins anew knows nothing of those before it, nor does one that resumes it", async () => {
  const folder = folderWithManifests();
  expect((await Manifest.open(folder, undefined, false)).known("a.pdf")).toBeUndefined();
  expect(readdirSync(folder)).toEqual(["manifest.ndjson"]);
  expect((await Manifest.open(folder, undefined, true)).known("b.pdf")).toBeUndefined();
});

test("a shard leaves the manifests of others alone", async () => {
  const folder = folderWithManifests();
  const manifest = await Manifest.open(folder, { part: 1, of: 2 }, true);
  expect(manifest.known("a.pdf")).toBeUndefined();
  expect(readdirSync(folder).sort()).toEqual(["manifest-1-of-2.ndjson", "manifest.before.ndjson", "manifest.ndjson"]);
});
