import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { fixture } from "./annex.js";
import { onePage } from "./rawPdf.js";

const PER_INCH = 300;

/** The top of the scan in `fixtures/`, a given number of inches of it: a table that ends early, and takes less time to recognise. */
export function shortScan(inches: number): Uint8Array<ArrayBuffer> {
  const scan = readFileSync(fixture("annex-2019-scan.pdf"));
  const [entries = "", width = ""] = /\/Type \/XObject .*?\/Width (\d+) .*?\/Length \d+ /u.exec(scan.toString("latin1")) ?? [];
  const start = scan.indexOf("stream\n", scan.indexOf(entries)) + "stream\n".length;
  const rows = inches * PER_INCH;
  const data = inflateSync(scan.subarray(start)).subarray(0, Math.ceil(Number(width) / 8) * rows);
  const size = [(Number(width) * 72) / PER_INCH, inches * 72];
  return onePage(`${size[0]} 0 0 ${size[1]} 0 0 cm /Im Do`, {
    mediaBox: `[0 0 ${size.join(" ")}]`,
    resources: "/XObject << /Im 6 0 R >>",
    more: [{ entries: `/Type /XObject /Subtype /Image /Width ${width} /Height ${rows} /ColorSpace /DeviceGray /BitsPerComponent 1`, data, deflate: true }],
  });
}
