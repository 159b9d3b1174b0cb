import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseProfile } from "../../src/index.js";
import { annex, fixture, newFolder } from "../support/annex.js";
import { type DrawnMatrix, drawnMatrix } from "../support/drawnMatrix.js";

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
const BIN = fileURLToPath(new URL("../../bin/annex.js", import.meta.url));

/** The report of another-matrix.md. */
const REPORT: DrawnMatrix = {
  headers: ["Country", "Since", "People", "Plans"],
  rows: [
    ["Laos", "9 October 2004", "7,100,000", "• Go on"],
    ["Malta", "2004-10-09", "520,000", ""],
    ["Norway", "5 October 2012", "5,400,000", "• Go further"],
  ],
  rules: "grid",
};

interface Block {
  readonly language: string;
  readonly code: string;
}

/** The code blocks of a page, in order. */
function blocksOf(page: string): Block[] {
  return [...readFileSync(join(DOCS, page), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].map(([, language = "", code = ""]) => ({ language, code }));
}

/** Runs code as a reader of the page would, with `annex` on the path. */
function run({ language, code }: Block, cwd: string, path: string): SpawnSyncReturns<string> {
  return spawnSync(language === "python" ? "python3" : "bash", ["-c", code], { cwd, encoding: "utf8", env: { ...process.env, PATH: `${path}:${process.env["PATH"] ?? ""}`, COLUMNS: "80", NO_COLOR: "1" } });
}

/** Folders: one with the files that the pages start from, and one with the command. */
async function workplace(): Promise<{ readonly cwd: string; readonly path: string }> {
  const [cwd, path] = [newFolder(), newFolder()];
  for (const [name, year] of [["annex", 2019], ["new", 2019], ["old", 2016]] as const) cpSync(fixture(`annex-${year}.pdf`), join(cwd, `${name}.pdf`));
  writeFileSync(join(cwd, "report.pdf"), await drawnMatrix(REPORT));
  expect(await annex(["extract", "old.pdf", "-o", "old.json"], { cwd })).toMatchObject({ code: 0 });
  writeFileSync(join(path, "annex"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
  return { cwd, path };
}

const isThere = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

describe("each line of the pages that lead through a task runs, and gives what the page shows", () => {
  test.skipIf(!isThere("python3") || !isThere("jq")).each(["new-edition.md", "from-other-tools.md", "another-matrix.md"])("docs/%s (skipped where python3 or jq is not there)", async (page) => {
    const { cwd, path } = await workplace();
    const blocks = blocksOf(page);
    for (const [index, block] of blocks.entries()) {
      if (!["sh", "python"].includes(block.language)) continue;
      const parts = block.language === "sh" ? block.code.trimEnd().split("\n") : [block.code];
      for (const code of parts) {
        const { status, stdout, stderr } = run({ ...block, code }, cwd, path);
        expect({ code, status, stderr: status === 0 ? "" : stderr }).toEqual({ code, status: code.startsWith("annex diff") ? 1 : 0, stderr: "" });
        const shown = blocks[index + 1];
        // CSV ends its lines as RFC 4180 has it.
        if (shown?.language === "text") expect(stdout.replaceAll("\r\n", "\n")).toBe(shown.code);
        const [, file] = /(?: -o | --out-dir )(\S+)/u.exec(code) ?? [];
        if (file !== undefined) expect(existsSync(join(cwd, file))).toBe(true);
      }
    }
  });
});

test("the profile that is shown is one", () => {
  const shown = blocksOf("another-matrix.md").find(({ language }) => language === "json")?.code ?? "";
  expect(parseProfile(JSON.parse(shown))).toHaveProperty("profile");
});

test("every link of README and docs leads to a file that is there", () => {
  const pages = ["../README.md", "../ARCHITECTURE.md", ...readdirSync(DOCS).filter((name) => name.endsWith(".md"))];
  const links = pages.flatMap((page) => [...readFileSync(join(DOCS, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, link = ""]) => ({ page, link })));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(({ page, link }) => !existsSync(join(DOCS, page, "..", link)))).toEqual([]);
});
