import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { annex, newFolder } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

async function inspected(action: string): Promise<string> {
  const path = join(newFolder(), "small.pdf");
  writeFileSync(path, await smallAnnex({ action }));
  const { code, stdout, stderr } = await annex(["inspect", path, "--quiet"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

test("what a PDF says stays text", async () => {
  const html = await inspected(`</script><script>alert(1)</script>"onload='x'`);
  expect(html.match(/<script/gu)).toHaveLength(1);
  expect(html).toContain("&lt;script&gt;alert(1)");
  expect(html).not.toMatch(/"onload|'x'/u);
});

test("a page shows its cells, rows and columns, and where its lines went", async () => {
  const html = await inspected("Study it well");
  const cells = /<g class="layer-cells">(.*?)<\/g>/u.exec(html)?.[1] ?? "";
  expect(cells.match(/<path/gu)).toHaveLength(6);
  expect(cells).toContain('d="M200 80H310V240H200z"');
  expect(/<g class="layer-columns">(.*?)<\/g>/u.exec(html)?.[1]?.match(/<path/gu)).toHaveLength(6);
  expect(html).toContain('<path class="layer-rows" d="M30 80H760V240H30z"/>');
  for (const home of ["cell", "header", "heading"]) expect(html).toContain(`class="home-${home}"`);
});

test("the strip of pages says how many records and findings each has", async () => {
  const html = await inspected("Study it well");
  expect(/<li><a href="#page-1" aria-label="([^"]*)"/u.exec(html)?.[1]).toBe("Page 1, 5 records, 2 findings");
});

test("the same PDF gives the same bytes", async () => {
  expect(await inspected("Study it well")).toBe(await inspected("Study it well"));
});
