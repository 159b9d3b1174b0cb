import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ITEM_COLUMNS, extractAnnex, validateDocument } from "../../src/index.js";
import { annex, fixture } from "../support/annex.js";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The code blocks of a language. */
function blocks(language: string): string[] {
  return [...README.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].flatMap(([, name, code = ""]) => (name === language ? [code] : []));
}

test("the README's two lines are those that the project's own check runs", () => {
  expect(blocks("sh")).toEqual(["npm ci && node bin/annex.js extract fixtures/annex-2019.pdf\n", "npm ci && npm test\n"]);
});

test("the README's excerpt is what comes out", async () => {
  const { document } = await extractAnnex(readFileSync(fixture("annex-2019.pdf")), { file: "annex-2019.pdf" });
  expect(validateDocument(document)).toHaveProperty("document");
  const excerpt = JSON.parse(blocks("json")[0]!) as { id: string };
  const items = document.meetings.flatMap((meeting) => ITEM_COLUMNS.flatMap((column) => meeting[column]));
  expect(excerpt).toEqual(items.find(({ id }) => id === excerpt.id));
});

test("the README names every command that there is", async () => {
  const { stdout } = await annex(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) +(?:\[options\]|\S+ )/gmu)].map((match) => match[1]!).filter((name) => !["annex", "help"].includes(name));
  const named = [...README.matchAll(/^\| `annex ([a-z]+)/gmu)].map((match) => match[1]!);
  expect(named.sort()).toEqual(commands.sort());
});
