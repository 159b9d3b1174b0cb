import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../support/annex.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");

/** What `npm pack --json` says of a package. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;
let tarball: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annex-package-"));
  // The program is built already: other tests run it.
  const output = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], ROOT);
  packed = (JSON.parse(output) as Packed[])[0]!;
  tarball = join(folder, packed.filename);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  test("has what its users need, and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    console.log(`${packed.filename}: ${packed.size} bytes, ${packed.unpackedSize} unpacked, ${paths.length} files`);
    expect(paths).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE", "CHANGELOG.md", "bin/annex.js", "dist/index.js", "dist/index.d.ts", "man/annex.1"]));
    const expected = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/annex\.js|dist\/.+\.(js|d\.ts)|schema\/.+\.schema\.json|profiles\/.+\.json|man\/annex\.1)$/u;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
  });

  test("has no module whose source is gone", () => {
    const modules = packed.files.map(({ path }) => path).filter((path) => path.startsWith("dist/"));
    const sourceOf = (path: string): string => join(ROOT, path.replace(/^dist/u, "src").replace(/(\.d\.ts|\.js)$/u, ".ts"));
    expect(modules.filter((path) => !existsSync(sourceOf(path)))).toEqual([]);
  });

  test("has exports that resolve for every kind of user", async () => {
    const bytes = Uint8Array.from(readFileSync(tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});

const CONSUMER = `
import { readFile } from "node:fs/promises";
import { AnnexError, type AnnexDocument, type Item, checkDocument, diffDocuments, extractAnnex, validateDocument } from "annex-matrix";

const bytes = await readFile(process.argv[2] ?? "");
const { document, ledger } = await extractAnnex(bytes, { file: "annex.pdf" });
const typed: AnnexDocument = document;
const items: readonly Item[] = typed.meetings.flatMap((meeting) => meeting.recommendations);
const checked = validateDocument(JSON.parse(JSON.stringify(typed)));
const fault = await extractAnnex(new Uint8Array(9)).then(
  () => "none",
  (error: unknown) => (error instanceof AnnexError ? error.fault.code : "other"),
);
console.log(
  JSON.stringify({
    meetings: typed.meetings.length,
    recommendations: items.length,
    homeless: ledger.homeless,
    valid: "document" in checked,
    changes: diffDocuments(typed, typed).changes.length,
    file: checkDocument(typed).file,
    bytes: bytes.byteLength,
    fault,
  }),
);
`;

describe.each([
  { name: "as it comes", options: [] },
  { name: "without optional dependencies", options: ["--omit=optional"] },
])("installed $name", ({ options }) => {
  let user: string;

  beforeAll(() => {
    user = mkdtempSync(join(folder, "user-"));
    writeFileSync(join(user, "package.json"), JSON.stringify({ name: "user", version: "1.0.0", type: "module", private: true }));
    npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...options, tarball], user);
  });

  test("runs the command", () => {
    const command = join(user, "node_modules", ".bin", "annex");
    const printed = execFileSync(command, ["extract", fixture("annex-2019.pdf")], { cwd: user, encoding: "utf8" });
    expect((JSON.parse(printed) as { meetings: unknown[] }).meetings).toHaveLength(8);
    expect(execFileSync(command, ["schema"], { cwd: user, encoding: "utf8" })).toContain("urn:annex-matrix:schema:annex-1");
  });

  test("gives the library with its types", () => {
    writeFileSync(join(user, "main.ts"), CONSUMER);
    const compilerOptions = {
      target: "ES2023",
      module: "NodeNext",
      strict: true,
      exactOptionalPropertyTypes: true,
      types: ["node"],
      typeRoots: [join(ROOT, "node_modules", "@types")],
    };
    writeFileSync(join(user, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
    execFileSync(process.execPath, [TSC, "-p", user], { encoding: "utf8" });
    const path = fixture("annex-2019.pdf");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["main.js", path], { cwd: user, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      meetings: 8,
      recommendations: 72,
      homeless: 0,
      valid: true,
      changes: 0,
      file: "annex.pdf",
      bytes: readFileSync(path).byteLength,
      fault: "not-a-pdf",
    });
  });

  test("leaves out what was not wanted", () => {
    expect(existsSync(join(user, "node_modules", "@napi-rs", "canvas"))).toBe(options.length === 0);
  });
});

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
