import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Makes a folder with the contents of a checkout of this project as it is now; without tests, and with only those fixtures that the build
 * needs.
 */
export function checkoutInto(folder: string): void {
  const paths = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).split("\0");
  for (const path of paths) {
    if (path === "" || !existsSync(join(ROOT, path)) || /^(?:tests|fixtures)\/(?!annex-2019\.pdf$)/u.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
}
