import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = join(root, "dist", "cli", "main.js");

/** Builds the program where it is older than its source: tests of commands run it as its users do. Types are checked elsewhere. */
export default function build(): void {
  const newest = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(root, "src", path)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0);
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  // A module whose source is gone would stay, and be packed.
  rmSync(join(root, "dist"), { recursive: true, force: true });
  for (const project of ["tsconfig.build.json", "src/report/inspect/browser"]) {
    execFileSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", join(root, project), "--noCheck"], { stdio: "inherit" });
  }
}
