import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = join(root, "dist", "cli", "main.js");

/** Builds the program if it is older than its source: tests of commands run it as its users do. Types are checked elsewhere. */
export default function build(): void {
  const newest = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(root, "src", path)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0);
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
}
