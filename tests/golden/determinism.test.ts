import { relative } from "node:path";
import { expect, test } from "vitest";
import { annex, fixture, newFolder } from "../support/annex.js";

/** A day ahead of most of the world, and a language whose i has another capital. */
const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
const HOME = { TZ: "UTC", LANG: "C", LC_ALL: "C" };

test.each([
  { command: "extract", name: "annex-2019.pdf", options: [] },
  { command: "extract", name: "annex-2016.pdf", options: [] },
  { command: "extract", name: "annex-2016.pdf", options: ["--format", "html"] },
  { command: "extract", name: "annex-2016.pdf", options: ["--format", "csv"] },
  { command: "tables", name: "annex-2019.pdf", options: [] },
])("annex $command $name $options gives the same bytes in another time zone, language and folder", async ({ command, name, options }) => {
  const folder = newFolder();
  const [here, there] = await Promise.all([
    annex([command, fixture(name), ...options], { env: HOME }),
    annex([command, relative(folder, fixture(name)), ...options], { cwd: folder, env: ELSEWHERE }),
  ]);
  expect(here.code).toBe(0);
  expect(here.stdout).not.toBe("");
  expect(there).toEqual(here);
});
