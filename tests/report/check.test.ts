import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { checkDocument } from "../../src/check/check.js";
import type { CheckReport } from "../../src/check/model.js";
import { reportCheck, type CheckFormat } from "../../src/report/check/formats.js";
import { PLAIN, type Style } from "../../src/report/style.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { flatten, textOf } from "../support/markdown.js";

const NASTY = 'A <b>bold</b> & "quoted" | 100% plan: see @octocat, [x](http://evil.example) #12\u0007 and';

function reports(): CheckReport[] {
  const plain = plainGold(2016);
  plain.meetings[0]?.followUp.push({ marker: "bullet", text: `${NASTY}\n::error::injected,` });
  plain.document.lastUpdated = null;
  const nasty = { ...checkDocument(complete(plain)), file: "out/new, 100%: <a>&b.pdf" };
  return [checkDocument(gold(2019)), nasty, { file: "fine.pdf", findings: [] }];
}

const report = (format: CheckFormat, width = 100, style: Style = PLAIN, failOn: "error" | "warning" = "error"): string =>
  reportCheck(reports(), format, { failOn, terminal: { style, width } });

const findings = reports().flatMap((one) => one.findings);

describe("text", () => {
  test("groups by meeting and quotes the text", () => {
    expect(report("text")).toContain(
      [
        "  Meeting 4",
        '    warning p. 8, meeting 4: Unexpected country "Polandia", expected "Poland" (country-unknown)',
        '      "Poznan, Polandia"',
        '    warning p. 8, cmm4/followUp/1: Unexpected date "5 – 8 Maret 2011", expected the month March',
        "    (item-date)",
      ].join("\n"),
    );
  });

  test("no line is longer than the terminal is wide, but for a long word", () => {
    for (const width of [40, 80]) {
      const long = report("text", width)
        .split("\n")
        .filter((line) => [...line].length > width && line.trim().includes(" "));
      expect(long).toEqual([]);
    }
  });

  test("ends with the counts", () => {
    expect(report("text").split("\n").at(-2)).toBe("1 error, 16 warnings, 4 notes");
    expect(reportCheck([], "text", { failOn: "error", terminal: { style: PLAIN, width: 80 } })).toBe("no findings\n");
  });

  test("lets no text steer the terminal", () => {
    expect(report("text")).not.toContain("\u0007");
  });
});

describe("json", () => {
  test("holds each finding with its place and its data", () => {
    const data = JSON.parse(report("json")) as { summary: unknown; files: { file: string; findings: unknown[] }[] };
    expect(data.summary).toEqual({ error: 1, warning: 16, info: 4 });
    expect(data.files.map(({ file }) => file)).toEqual(["annex-2019.pdf", "out/new, 100%: <a>&b.pdf", "fine.pdf"]);
    expect(data.files[0]?.findings).toContainEqual({
      rule: "country-unknown",
      severity: "warning",
      message: 'Unexpected country "Polandia", expected "Poland"',
      page: 8,
      meeting: 4,
      quote: "Poznan, Polandia",
      data: { actual: "Polandia", expected: "Poland" },
    });
  });
});

describe("github", () => {
  const lines = report("github").trimEnd().split("\n");

  test("is one command a finding, whatever the texts hold", () => {
    expect(lines).toHaveLength(findings.length);
    const commands = lines.map(readCommand);
    expect(commands.map(({ properties }) => properties["title"])).toEqual(findings.map(({ rule }) => rule));
    expect(new Set(commands.map(({ properties }) => properties["file"]))).toEqual(new Set(["annex-2019.pdf", "out/new, 100%: <a>&b.pdf"]));
  });

  test("gives back message and quote", () => {
    const commands = lines.map(readCommand);
    findings.forEach(({ severity, message, place }, index) => {
      expect(commands[index]?.name).toBe({ error: "error", warning: "warning", info: "notice" }[severity]);
      for (const text of [message, place.quote ?? ""]) expect(commands[index]?.message).toContain(text.replaceAll("\u0007", "\uFFFD"));
    });
  });

  test("lets no text steer the terminal, nor a file's name", () => {
    const [nasty] = reports().slice(1);
    const text = reportCheck([{ file: "\u001B[31m.pdf", findings: nasty?.findings ?? [] }], "github", { failOn: "error", terminal: { style: PLAIN, width: 80 } });
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe("sarif", () => {
  interface Result {
    ruleId: string;
    ruleIndex: number;
    level: string;
    partialFingerprints: Record<string, string>;
    properties: Record<string, unknown>;
    locations: { physicalLocation: { artifactLocation: { uri: string; index: number } } }[];
  }
  interface Log {
    runs: { tool: { driver: { rules: { id: string }[] } }; artifacts: { location: { uri: string } }[]; results: Result[] }[];
  }
  const read = (text: string): Log => JSON.parse(text) as Log;
  const [run] = read(report("sarif")).runs;

  test("is valid by the standard's schema", () => {
    const schema = JSON.parse(readFileSync(new URL("../fixtures/sarif-schema-2.1.0.json", import.meta.url), "utf8")) as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(report("sarif")));
    expect(validate.errors).toBeNull();
  });

  test("has a rule for each result, and the page and box in its properties", () => {
    const rules = run?.tool.driver.rules ?? [];
    const results = run?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ rule }) => rule));
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(results.find(({ ruleId }) => ruleId === "item-cut")?.properties).toMatchObject({ page: 10, bbox: [72, 109, 200, 119], meeting: 4 });
  });

  test("names the files by URIs that lead back to them", () => {
    const uris = (run?.artifacts ?? []).map(({ location }) => location.uri);
    expect(uris.map(decodeURIComponent)).toEqual(["annex-2019.pdf", "out/new, 100%: <a>&b.pdf", "fine.pdf"]);
    for (const { locations } of run?.results ?? []) {
      const { uri, index } = locations[0]?.physicalLocation.artifactLocation ?? { uri: "", index: -1 };
      expect(uri).toBe(uris[index]);
    }
  });

  test("keeps a finding's fingerprint when items are put in above it and pages shift", () => {
    const shifted = plainGold(2019);
    for (const meeting of shifted.meetings) {
      for (const item of meeting.recommendations) item.pages = (item.pages ?? [1]).map((page) => page + 3);
      meeting.recommendations.unshift({ marker: "bullet", text: `A new decision of meeting ${meeting.number}` });
    }
    const options = { failOn: "error", terminal: { style: PLAIN, width: 80 } } as const;
    const prints = (document: ReturnType<typeof gold>): string[] =>
      read(reportCheck([checkDocument(document)], "sarif", options)).runs.flatMap(({ results }) =>
        results.map(({ partialFingerprints }) => partialFingerprints["annexFinding/v1"] ?? ""),
      );
    expect(prints(complete(shifted)).sort()).toEqual(prints(gold(2019)).sort());
    expect(new Set(prints(gold(2019))).size).toBe(prints(gold(2019)).length);
  });
});

describe("junit", () => {
  interface Case {
    name: string;
    classname: string;
    failure?: { "#text": string; message: string; type: string };
    "system-out"?: string;
  }
  interface Suites {
    testsuites: { tests: string; failures: string; testsuite: { name: string; tests: string; failures: string; testcase: Case[] }[] };
  }
  const readXml = (xml: string): Suites["testsuites"] => {
    expect(SyntaxValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => name === "testcase" || name === "testsuite" });
    return (parser.parse(xml) as Suites).testsuites;
  };

  test.each(["error", "warning"] as const)("has a case for each finding and each quiet rule, failing on %s", (failOn) => {
    const suites = readXml(report("junit", 100, PLAIN, failOn));
    const cases = suites.testsuite.flatMap(({ testcase }) => testcase);
    const failing = findings.filter(({ severity }) => severity === "error" || severity === failOn);
    expect(Number(suites.tests)).toBe(cases.length);
    expect(Number(suites.failures)).toBe(failing.length);
    expect(cases.flatMap(({ failure }) => (failure === undefined ? [] : [failure.message]))).toEqual(failing.map(({ message }) => printable(message)));
    expect(suites.testsuite.map(({ name }) => name)).toEqual(["annex-2019.pdf", "out/new, 100%: <a>&b.pdf", "fine.pdf"]);
  });

  test("gives back the texts, but for what XML cannot hold", () => {
    const { testsuite } = readXml(report("junit"));
    const [, nasty] = testsuite;
    const said = nasty?.testcase.find(({ name }) => name.startsWith("item-cut: p. 1, cmm7"))?.["system-out"];
    expect(said).toContain(printable(NASTY));
  });
});

describe("markdown", () => {
  const source = report("markdown");
  const nodes = flatten(fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));

  test("is a table with a row for each finding", () => {
    const rows = nodes.filter((node) => node.type === "tableRow").map((row) => (row.children ?? []).map(textOf));
    const bodies = rows.filter(([level]) => level !== "Level");
    expect(bodies.map((cells) => cells[3])).toEqual(findings.map(({ rule }) => rule));
    expect(bodies.every((cells) => cells.length === 4)).toBe(true);
    expect(bodies.flat().some((cell) => cell.includes('A <b>bold</b> & "quoted" | 100% plan: see @octocat, [x](http://evil.example) #12'))).toBe(true);
  });

  test("makes no link and no HTML of a text", () => {
    expect(nodes.filter(({ type }) => type === "link" || type === "image")).toEqual([]);
    expect(new Set(nodes.filter(({ type }) => type === "html").map(({ value }) => value))).toEqual(new Set(["<br>", "<!-- -->"]));
  });
});

/** What XML 1.0 makes of a text: no control characters. */
function printable(text: string): string {
  return text.replaceAll("\u0007", "\uFFFD");
}

/** Reads a workflow command as the runner of GitHub Actions does. */
function readCommand(line: string): { name: string; properties: Record<string, string>; message: string } {
  const [, name = "", list = "", message = ""] = /^::(\w+) ([^:]*)::(.*)$/u.exec(line) ?? [];
  const unescape = (text: string): string =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
  const properties = Object.fromEntries(list.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), unescape(pair.slice(pair.indexOf("=") + 1))]));
  return { name, properties, message: unescape(message) };
}
