import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDocument } from "../../src/check/check.js";
import { RULES } from "../../src/check/rules/index.js";
import { type Example, documentOf } from "../support/exampleAnnex.js";

const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
const sections = page
  .split(/^## /mu)
  .slice(1)
  .map((section) => {
    const block = (language: string): string => section.split(`\`\`\`${language}\n`)[1]?.split("\n```")[0] ?? "";
    const [, title = "", severity = ""] = /^(.+)\. Default: (\w+)\.$/mu.exec(section) ?? [];
    return { code: section.slice(0, section.indexOf("\n")), title, severity, example: block("json"), found: block("text") };
  });

/** Words that stand for damage in a document are data in a finding. */
function withDamage(key: string, value: unknown): unknown {
  return key === "reason" ? { code: "library", words: value } : value;
}

describe("docs/rules.md", () => {
  test("has a section for each rule, with its title and level", () => {
    expect(sections.map(({ code, title, severity }) => ({ code, title, severity }))).toEqual(
      RULES.map(({ code, title, severity }) => ({ code, title, severity })),
    );
  });

  test.each(sections)("the example of $code gives the finding that it says, and no other rule finds anything", ({ code, example, found }) => {
    const parsed = JSON.parse(example, withDamage) as Example;
    const baseline = parsed.baseline === undefined ? undefined : documentOf(parsed.baseline);
    const { findings } = checkDocument(documentOf(parsed), { baseline });
    expect(findings.map(({ rule, message }) => ({ rule, message }))).toEqual([{ rule: code, message: found }]);
  });

  test("the rest of the examples' document has nothing wrong", () => {
    const document = documentOf({});
    expect(checkDocument(document, { baseline: documentOf({}) }).findings).toEqual([]);
  });
});
