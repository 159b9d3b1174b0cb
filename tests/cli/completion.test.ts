import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { annex } from "../support/annex.js";
import { modulesOf } from "../support/modules.js";

type Shell = "bash" | "zsh" | "fish";

const isThere = (program: string): boolean => existsSync(`/usr/bin/${program}`) || existsSync(`/bin/${program}`);

/** A folder with files to complete, and the completion of a shell. */
async function folderFor(shell: Shell): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), "annex-completion-"));
  for (const name of ["one annex.pdf", "old.json", "$(touch pwned).pdf", "new.pdf"]) writeFileSync(join(cwd, name), "");
  mkdirSync(join(cwd, "editions"));
  const { code, stdout, stderr } = await annex(["completion", shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  writeFileSync(join(cwd, "completion"), stdout);
  return cwd;
}

/** How a shell is started with nothing of the user's, and what it reads first. */
const SHELLS = {
  bash: { start: "bash --noprofile --norc -i", first: "source ./completion" },
  zsh: { start: "zsh -f -i", first: "autoload -U compinit; compinit -D -u; source ./completion" },
} as const;

/** Types lines into one shell at a terminal, in which the command writes its arguments to the file of its line; gives these, line by line. */
function typed(shell: keyof typeof SHELLS, keys: readonly string[], cwd: string): string[][] {
  const { start, first } = SHELLS[shell];
  const lines = [first, "annex() { printf '%s\\n' \"$@\" > typed-$line; }", ...keys.flatMap((key, index) => [`line=${index}`, key]), "exit"];
  spawnSync("script", ["-q", "-c", start, "/dev/null"], { cwd, input: `${lines.join("\n")}\n`, env: { PATH: process.env["PATH"], HOME: cwd, TERM: "dumb" }, timeout: 60_000 });
  return keys.map((_, index) => readFileSync(join(cwd, `typed-${index}`), "utf8").trimEnd().split("\n"));
}

const BEHIND = "no options behind --";

/** What a tab stands for, in every shell. */
const CASES = [
  { what: "commands", keys: "annex insp\t", gives: ["inspect"] },
  { what: "commands that are asked about", keys: "annex help comp\t", gives: ["help", "completion"] },
  { what: "words of an argument", keys: "annex completion z\t", gives: ["completion", "zsh"] },
  { what: "files behind a word", keys: "annex profile new ne\t", gives: ["profile", "new", "new.pdf"] },
  { what: "options", keys: "annex extract --spread\t", gives: ["extract", "--spreadsheet-safe"] },
  { what: "options behind files", keys: "annex check old.json --base\t", gives: ["check", "old.json", "--baseline"] },
  { what: "the choices of an option", keys: "annex extract --format nd\t", gives: ["extract", "--format", "ndjson"] },
  { what: "each command's own choices", keys: "annex check --format sa\t", gives: ["check", "--format", "sarif"] },
  { what: "choices behind =", keys: "annex check --fail-on=ne\t", gives: ["check", "--fail-on=never"] },
  { what: "a choice that may be left out", keys: "annex extract --stats=j\t", gives: ["extract", "--stats=json"] },
  { what: "files", keys: "annex check one\t", gives: ["check", "one annex.pdf"] },
  { what: "files whose names a shell would run", keys: "annex check \\$\t", gives: ["check", "$(touch pwned).pdf"] },
  { what: "files as values", keys: "annex check --baseline ol\t", gives: ["check", "--baseline", "old.json"] },
  { what: "folders as values", keys: "annex extract --out-dir ed\t", gives: ["extract", "--out-dir", "editions/"] },
  { what: "files behind a choice that is left out", keys: "annex extract --stats one\t", gives: ["extract", "--stats", "one annex.pdf"] },
  { what: BEHIND, keys: "annex check -- --base\t", gives: ["check", "--", "--base"] },
] as const;

describe.each(["bash", "zsh"] as const)("completion in %s", (shell) => {
  describe.skipIf(!isThere(shell) || !isThere("script"))("at a terminal (skipped where the shell or script(1) is not there)", () => {
    let cwd: string;
    let words: string[][];

    beforeAll(async () => {
      cwd = await folderFor(shell);
      words = typed(shell, CASES.map(({ keys }) => keys), cwd);
    });

    afterAll(() => rmSync(cwd, { recursive: true, force: true }));

    test.each(CASES.map((each, index) => ({ ...each, index })))("completes $what: $keys", ({ gives, index }) => {
      // zsh takes the slash of a folder away when the line ends.
      expect(words[index]?.map((word) => (word === "editions" ? "editions/" : word))).toEqual(gives);
    });

    test("runs nothing that is the name of a file", () => {
      expect(existsSync(join(cwd, "pwned"))).toBe(false);
    });
  });
});

describe.skipIf(!isThere("fish"))("completion in fish (skipped where it is not there)", () => {
  let cwd: string;
  let offers: string[][];

  // fish tells by itself what it would complete, word and description.
  beforeAll(async () => {
    cwd = await folderFor("fish");
    const lines = CASES.map(({ keys }) => keys.slice(0, keys.indexOf("\t")));
    const script = "source completion; for line in $argv; complete -C $line; echo END; end";
    const { stdout } = spawnSync("fish", ["--no-config", "-c", script, ...lines], { cwd, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: cwd } });
    offers = stdout.split("END\n").map((part) => part.split("\n").map((offer) => offer.split("\t", 1)[0] ?? ""));
  });

  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test.each(CASES.map((each, index) => ({ ...each, index })))("completes $what: $keys", ({ what, gives, index }) => {
    if (what === BEHIND) expect(offers[index]).not.toContain("--baseline");
    else expect(offers[index]).toContain(gives.at(-1));
  });
});

test("completion loads no pdf.js, and no code that reads", async () => {
  const modules = await modulesOf(["completion", "bash"]);
  expect(modules.filter((url) => url.includes("/completion/"))).not.toEqual([]);
  expect(modules.filter((url) => /pdfjs-dist|\/dist\/(?:pdf|table|layout)\//u.test(url))).toEqual([]);
});

test("completion knows three shells", async () => {
  const { code, stdout, stderr } = await annex(["completion", "tcsh"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Allowed choices are bash, zsh, fish");
});
