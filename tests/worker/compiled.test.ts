import { cpSync, existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { annex, fixture, newFolder } from "../support/annex.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMPILED = join(ROOT, "dist", "compiled");

/** A copy of the program that a test may spoil. */
function copyOfProgram(): string {
  const folder = newFolder();
  for (const name of ["bin", "dist", "profiles", "schema", "package.json"]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

async function extracted(program: string): Promise<string> {
  const { stdout } = await run(process.execPath, [join(program, "bin", "annex.js"), "extract", fixture("annex-2019.pdf")], { maxBuffer: 2 ** 24 });
  return stdout;
}

describe("compiled code", () => {
  test("is there for both threads, and for what they load to read an annex", () => {
    const names = readdirSync(COMPILED);
    for (const name of ["readerThread", "parserThread", "pipeline", "pdfjs"]) {
      expect(names).toEqual(expect.arrayContaining([`${name}.cjs`, `${name}.cjs.cache`]));
    }
  });

  test("is taken by V8 with the flags that commands set", async () => {
    const program = `
      import { readFileSync, readdirSync } from "node:fs";
      import vm from "node:vm";
      import { optimizeLater } from "${new URL("../../dist/worker/optimizing.js", import.meta.url).href}";
      optimizeLater();
      process.chdir(${JSON.stringify(COMPILED)});
      const caches = readdirSync(".").filter((name) => name.endsWith(".cache"));
      const rejected = caches.filter((name) => new vm.Script(readFileSync(name.replace(".cache", ""), "latin1"), { cachedData: readFileSync(name) }).cachedDataRejected);
      console.log(caches.length > 3, rejected.join());`;
    const file = join(newFolder(), "program.mjs");
    writeFileSync(file, program);
    const { stdout } = await run(process.execPath, [file]);
    expect(stdout).toBe("true \n");
  });

  test("is what the threads run, and gives what the modules give", async () => {
    const program = copyOfProgram();
    const { stdout } = await annex(["extract", fixture("annex-2019.pdf")]);
    // Without the modules of a stage: the scripts have them.
    rmSync(join(program, "dist", "pipeline.js"));
    expect(await extracted(program)).toBe(stdout);
    cpSync(join(ROOT, "dist", "pipeline.js"), join(program, "dist", "pipeline.js"));
    rmSync(join(program, "dist", "compiled"), { recursive: true });
    expect(await extracted(program)).toBe(stdout);
  });

  test("of another version of V8 is compiled anew", async () => {
    const program = copyOfProgram();
    const { stdout } = await annex(["extract", fixture("annex-2019.pdf")]);
    for (const name of readdirSync(join(program, "dist", "compiled"))) {
      if (!name.endsWith(".cache")) continue;
      const path = join(program, "dist", "compiled", name);
      const cache = readFileSync(path);
      // Behind a magic number stands the hash of the version.
      cache.writeUInt32LE(cache.readUInt32LE(4) ^ 1, 4);
      writeFileSync(path, cache);
      expect(new vm.Script(readFileSync(path.replace(".cache", ""), "latin1"), { cachedData: cache }).cachedDataRejected).toBe(true);
    }
    expect(await extracted(program)).toBe(stdout);
  });

  test("needs no package that may be missing, and none that is loaded for nothing", () => {
    const loaded = readdirSync(COMPILED).filter((name) => existsSync(join(COMPILED, `${name}.cache`)));
    const packages = loaded.flatMap((name) => [...readFileSync(join(COMPILED, name), "utf8").matchAll(/^let \w+ = require\("(?!node:)([^"]+)"\)/gmu)].map((match) => match[1]));
    expect(packages).toEqual([]);
  });
});
