import { describe, expect, test } from "vitest";
import { checkDocument, isFailing } from "../../src/check/check.js";
import { describeConfigFault, mergeConfigs, parseConfig, parseRuleSetting, type ConfigResult } from "../../src/check/config.js";
import { gold } from "../support/gold.js";

const wordsOf = (result: ConfigResult): string[] => ("faults" in result ? result.faults.map(describeConfigFault) : []);

describe("a configuration", () => {
  test("sets what fails and how much each rule matters", () => {
    expect(parseConfig({ $schema: "x", failOn: "warning", rules: { "item-duplicate": "off", "item-cut": "error" } })).toEqual({
      config: { failOn: "warning", rules: { "item-duplicate": "off", "item-cut": "error" } },
    });
    expect(parseConfig({})).toEqual({ config: { failOn: undefined, rules: {} } });
  });

  test("with an unknown key says what is known", () => {
    expect(wordsOf(parseConfig({ fail_on: "never" }))).toEqual(['Unexpected key "fail_on", expected "failOn"']);
    expect(wordsOf(parseConfig({ columns: [] }))).toEqual(['Unexpected key "columns", expected one of $schema, failOn, rules']);
  });

  test("with an unknown rule names the nearest", () => {
    expect(wordsOf(parseConfig({ rules: { "item-duplicated": "off" } }))).toEqual(['Unexpected rule "item-duplicated" at rules, expected "item-duplicate"']);
    expect(wordsOf(parseConfig({ rules: { nonsense: "off" } }))).toEqual(['Unexpected rule "nonsense" at rules, expected a rule that docs/rules.md lists']);
  });

  test("with an unknown value says which there are", () => {
    expect(wordsOf(parseConfig({ failOn: "fatal", rules: { "item-cut": 3 } }))).toEqual([
      'Unexpected value "fatal" at failOn, expected one of error, warning, info, never',
      "Unexpected value 3 at rules.item-cut, expected one of off, info, warning, error",
    ]);
    expect(wordsOf(parseConfig([]))).toEqual(["Unexpected value [], expected an object"]);
  });
});

describe("--rule", () => {
  test("takes a code and a level", () => {
    expect(parseRuleSetting("item-cut=off")).toEqual({ config: { failOn: undefined, rules: { "item-cut": "off" } } });
  });

  test.each(["item-cut", "item-cut=", "=off", "item-cut=loud", "item-cut=off=warning"])("refuses %s", (setting) => {
    expect(wordsOf(parseRuleSetting(setting))).toHaveLength(1);
  });

  test("stands over the file", () => {
    const file = { failOn: "info", rules: { "item-cut": "off", "item-duplicate": "error" } } as const;
    expect(mergeConfigs(file, { rules: { "item-cut": "info" } })).toEqual({
      failOn: "info",
      rules: { "item-cut": "info", "item-duplicate": "error" },
    });
  });
});

describe("a check", () => {
  test("leaves out a rule that is off and weighs another as told", () => {
    const { findings } = checkDocument(gold(2019), { rules: { "item-duplicate": "off", "item-cut": "error" } });
    expect(findings.map(({ rule }) => rule)).not.toContain("item-duplicate");
    expect(findings.find(({ rule }) => rule === "item-cut")?.severity).toBe("error");
  });

  test.each([
    ["error", false],
    ["warning", true],
    ["info", true],
    ["never", false],
  ] as const)("of the edition of 2019 that fails on %s: %s", (failOn, expected) => {
    expect(isFailing(checkDocument(gold(2019)), failOn)).toBe(expected);
  });

  test("with nothing but notes fails on them alone", () => {
    const report = checkDocument(gold(2019));
    const notes = { ...report, findings: report.findings.filter(({ severity }) => severity === "info") };
    expect([isFailing(notes, "warning"), isFailing(notes, "info")]).toEqual([false, true]);
  });
});
