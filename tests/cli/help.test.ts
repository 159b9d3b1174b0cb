import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { annex, fixture } from "../support/annex.js";
import { modulesOf } from "../support/modules.js";

describe("the help", () => {
  test("loads neither pdf.js nor the model, nor any command", async () => {
    const modules = await modulesOf(["--help"]);
    expect(modules.filter((url) => /\/dist\/cli\//u.test(url))).not.toEqual([]);
    expect(modules.filter((url) => /pdfjs-dist|\/zod\/|\/model\/|\/commands\//u.test(url))).toEqual([]);
  });

  test("is what the recorder would see pdf.js and zod in otherwise", async () => {
    const modules = await modulesOf(["validate", "missing.json"]);
    expect(modules.filter((url) => url.includes("/zod/"))).not.toEqual([]);
  });

  test("names every command, and every command has its own", async () => {
    const { code, stdout } = await annex(["--help"]);
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) +\S/gmu)].map((match) => match[1] ?? "").filter((name) => !["annex", "help"].includes(name));
    expect(commands).toEqual(expect.arrayContaining(["extract", "validate", "schema"]));
    for (const command of commands) {
      const help = await annex([command, "--help"]);
      expect(help.code).toBe(0);
      expect(help.stdout).toContain(`Usage: annex ${command} `);
      expect(help.stdout).toContain("Exit codes:");
    }
  });

  test.each([["nope"], ["help", "nope"], ["nope", "--help"], ["help", "nope", "--help"]])("is of no command that there is not: %s", async (...args) => {
    expect(await annex(args)).toMatchObject({ code: 2, stdout: "", stderr: "annex: unknown command 'nope'\nannex --help lists the commands.\n" });
    expect((await annex(["help", "extrakt"])).stderr).toBe("annex: unknown command 'extrakt'\n(Did you mean extract?)\n");
  });

  test("goes with the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    expect((await annex(["--version"])).stdout).toBe(`${version}\n`);
  });
});

test("an extraction holds its result against the contract without loading zod's model", async () => {
  const modules = await modulesOf(["extract", fixture("annex-2019.pdf")]);
  expect(modules.filter((url) => url.includes("/model/contract.js"))).not.toEqual([]);
  expect(modules.filter((url) => url.includes("/zod/"))).toEqual([]);
});
