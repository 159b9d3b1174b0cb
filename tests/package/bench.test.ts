import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fixture } from "../support/annex.js";

const STAGES = fileURLToPath(new URL("../../bench/stages.mjs", import.meta.url));

test("the benchmark of the stages runs them all: it calls them itself, so nothing else shows that it still can", () => {
  const output = execFileSync(process.execPath, [STAGES, fixture("annex-2019.pdf"), "1"], { encoding: "utf8" });
  expect(Object.keys(JSON.parse(output) as object)).toEqual(["pdf", "layout", "table", "text and annex"]);
});
