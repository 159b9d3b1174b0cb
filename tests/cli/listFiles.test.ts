import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../src/cli/files/disk.js";
import { newFolder } from "../support/annex.js";

test("a folder's files are listed in the order of their paths, also those that links lead to, and neither pipes nor devices", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "sub.pdf"));
  for (const name of ["b.pdf", "B.PDF", "notes.txt", "sub.pdf/a.pdf"]) writeFileSync(join(folder, name), "");
  symlinkSync("b.pdf", join(folder, "link.pdf"));
  symlinkSync("gone.pdf", join(folder, "nowhere.pdf"));
  symlinkSync("loop.pdf", join(folder, "loop.pdf"));
  symlinkSync("/dev/zero", join(folder, "zero.pdf"));
  const files = ["B.PDF", "b.pdf", "link.pdf", "loop.pdf", "nowhere.pdf", "sub.pdf/a.pdf"];
  expect(await listFiles(folder, /\.pdf$/iu)).toEqual(files.map((name) => join(folder, name)));
});

test("what is no folder is listed as it is, whatever its name", async () => {
  for (const path of ["-", "/dev/zero", "gone.txt"]) expect(await listFiles(path, /\.pdf$/iu)).toEqual([path]);
});
