/** Makes scans of a PDF with poppler's pdftoppm: image-only copies, as scanners of several kinds would make them; always the same bytes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

/**
 * @param {string} pdf The path of a PDF.
 * @param {{ dpi: number, bits?: boolean, degrees?: number, quarters?: number, noise?: number, specks?: number, blur?: boolean, pages?: number[] }} how `noise` is in shades of grey;
 * `quarters` turn the finished picture clockwise; `specks` are spots of dust on a page.
 * @returns {Uint8Array} The scan as PDF.
 */
export function scanOf(pdf, { dpi, pages, ...how }) {
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  try {
    execFileSync("pdftoppm", ["-r", String(dpi), "-gray", pdf, join(folder, "page")]);
    const names = readdirSync(folder)
      .sort()
      .filter((_, i) => pages === undefined || pages.includes(i + 1));
    return pdfOf(
      names.map((name, i) => scanned(greyMap(readFileSync(join(folder, name))), how, i + 1)),
      dpi,
      how.bits === true,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The picture in a portable grey map. */
function greyMap(bytes) {
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1")).map(Number);
  return { width, height, data: new Uint8Array(bytes.subarray(bytes.length - width * height)) };
}

function scanned(picture, { bits, degrees = 0, quarters = 0, noise = 0, specks = 0, blur = true }, seed) {
  const chance = chanceFrom(seed);
  let page = degrees === 0 ? picture : turned(picture, degrees);
  if (blur) page = blurred(page);
  const { width, height, data } = page;
  if (noise > 0) for (let i = 0; i < data.length; i++) data[i] = shade(data[i] + noise * (chance() + chance() + chance() - 1.5));
  const dots = (size) => Math.max(1, Math.round(size));
  for (let i = 0; i < specks; i++) {
    // Most dust is small: one to four pixels at 300 dots an inch.
    const side = dots((1 + 3 * chance() ** 3) * (width / 3508));
    const [x, y] = [Math.floor(chance() * (width - side)), Math.floor(chance() * (height - side))];
    for (let row = y; row < y + side; row++) data.fill(40, row * width + x, row * width + x + side);
  }
  if (bits) for (let i = 0; i < data.length; i++) data[i] = data[i] < 140 ? 0 : 255;
  for (let i = 0; i < quarters; i++) page = turnedByQuarter(page);
  return page;
}

/** A third of the way to the mean of the nine pixels around: the optics of a scanner. */
function blurred({ width, height, data }) {
  const soft = Uint8Array.from(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let sum = 0;
      for (let row = -1; row <= 1; row++) for (let column = -1; column <= 1; column++) sum += data[(y + row) * width + x + column];
      soft[y * width + x] = shade((data[y * width + x] + sum / 9) / 2);
    }
  }
  return { width, height, data: soft };
}

function turned({ width, height, data }, degrees) {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const at = (x, y) => (x < 0 || y < 0 || x >= width || y >= height ? 255 : data[y * width + x]);
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [u, v] = [cos * dx + sin * dy + width / 2, cos * dy - sin * dx + height / 2];
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [fx, fy] = [u - left, v - top];
      const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
      const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
      result[y * width + x] = shade(upper * (1 - fy) + lower * fy);
    }
  }
  return { width, height, data: result };
}

function turnedByQuarter({ width, height, data }) {
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) result[x * height + height - 1 - y] = data[y * width + x];
  return { width: height, height: width, data: result };
}

function shade(value) {
  return Math.max(0, Math.min(255, Math.round(value)));
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A PDF of pictures, each as large as its page. */
function pdfOf(pictures, dpi, bits) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""];
  const kids = [];
  for (const { width, height, data } of pictures) {
    const [page, content, image] = [objects.length + 1, objects.length + 2, objects.length + 3];
    kids.push(`${page} 0 R`);
    const size = [width, height].map((pixels) => ((pixels * 72) / dpi).toFixed(2));
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(" ")}] /Contents ${content} 0 R /Resources << /XObject << /I ${image} 0 R >> >> >>`,
    );
    objects.push(streamOf("", Buffer.from(`q ${size[0]} 0 0 ${size[1]} 0 0 cm /I Do Q`)));
    const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent ${bits ? 1 : 8} /Filter /FlateDecode`;
    objects.push(streamOf(entries, deflateSync(bits ? packed(width, height, data) : data, { level: 9 })));
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  return fileOf(objects);
}

function packed(width, height, data) {
  const rowLength = (width + 7) >> 3;
  const bytes = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (data[y * width + x] >= 128) bytes[y * rowLength + (x >> 3)] |= 128 >> (x & 7);
  return bytes;
}

function streamOf(entries, data) {
  return Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from("\nendstream")]);
}

function fileOf(objects) {
  const chunks = [Buffer.from("%PDF-1.7\n")];
  let size = chunks[0].length;
  const offsets = objects.map((object, i) => {
    const chunk = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    const offset = size;
    chunks.push(chunk);
    size += chunk.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}
