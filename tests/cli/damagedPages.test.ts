import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { type AnnexDocument, type Item, extractAnnex } from "../../src/index.js";
import { annex, lines, newFolder } from "../support/annex.js";
import { type RawObject, rawPdf } from "../support/rawPdf.js";

const HEADERS = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"];
const LEFT = [30, 70, 200, 310, 440, 570, 760];

/** The cells of a row between two heights from the bottom, each with its frame; lines of a cell are 12 points apart. */
function row(top: number, bottom: number, cells: readonly (readonly string[])[]): string {
  return cells
    .map((cell, column) => {
      const x = LEFT[column] ?? 0;
      const texts = cell.map((text, line) => `BT /F1 9 Tf ${x + 4} ${top - 12 - 12 * line} Td (${text}) Tj ET`);
      return [`${x} ${bottom} ${(LEFT[column + 1] ?? 0) - x} ${top - bottom} re S`, ...texts].join("\n");
    })
    .join("\n");
}

const header = row(540, 520, HEADERS.map((name) => [name]));
const meeting = (number: number): string =>
  row(520, 300, [[String(number)], [`ASEM CMM ${number}`, "Theme", "Sofia, Bulgaria", "1-2 March 2018"], ["- A workshop"], [`- Plan ${number}`], [`- Advice ${number}`], [`- Event ${number}`]]);

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/** A page in which an item of the page before ends, and no row begins. */
const goesOn = row(520, 300, [[], [], [], ["  and its end"], [], []]);

/** How a page is damaged: its content, the body of its object, what that has for its content, or its font, in place of the sound ones. */
interface Damage {
  readonly content?: RawObject;
  readonly page?: string;
  readonly contents?: string;
  readonly font?: string;
}

/**
 * A PDF of three pages: meeting 3, meeting 2, and meeting 1 or what goes on; the second is damaged. Objects 3 to 5 are the pages, 6 to 8
 * their contents, 9 the font, 10 that of the second page.
 */
function damagedPdf({ content, page, contents, font = HELVETICA }: Damage, last = meeting(1)): Uint8Array {
  const body = (index: number, of = `${6 + index} 0 R`, fontOf = 9): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ${of} /Resources << /Font << /F1 ${fontOf} 0 R >> >> >>`;
  const sound = (text: string): RawObject => ({ data: `${header}\n${text}`, deflate: true });
  return rawPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
    body(0),
    page ?? body(1, contents, 10),
    body(2),
    sound(meeting(3)),
    content ?? sound(meeting(2)),
    sound(last),
    HELVETICA,
    font,
  ]);
}

/** The content of meeting 2 with a part put into it after its first half, between two texts. */
function spoilt(part: string): string {
  const parts = `${header}\n${meeting(2)}`.split("\n");
  const half = Math.ceil(parts.length / 2);
  return [...parts.slice(0, half), part, ...parts.slice(half)].join("\n");
}

const halfOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);

const DAMAGES: Readonly<Record<string, Damage>> = {
  "something in its content that is no operator": { content: { data: spoilt("{ ] ) >") } },
  "a dictionary in its content that does not end": { content: { data: spoilt("<< <<") } },
  "a text in its content that ends too early": { content: { data: `${header}\nBT /F1 9 Tf 34 508 Td (2) Tj` } },
  "data that are not deflated": { content: { entries: "/Filter /FlateDecode", data: spoilt("") } },
  "content that is nowhere": { contents: "99 0 R" },
  "an object that is a font": { page: HELVETICA },
  "content that is a dictionary": { contents: "9 0 R" },
  "content that is a text": { contents: "(content)" },
  "a part of its content that is nowhere": { contents: "[7 0 R 99 0 R]" },
  "a part of its content that is no stream": { contents: "[9 0 R 7 0 R]" },
  "content that is a picture": { content: { entries: "/Filter /JPXDecode", data: spoilt("") } },
  "a font that is no font": { font: "<< >>" },
  "a font that does not say which": { font: "<< /Type /Font /Subtype /Type1 >>" },
  "a composite font that is made of none": { font: "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H >>" },
  "a font with an encoding that is none": { font: "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [(x)] >> >>" },
  "a font of drawn glyphs that has none": { font: "<< /Type /Font /Subtype /Type3 >>" },
  "deflated data that end too early": { content: { entries: "/Filter /FlateDecode", data: halfOf(deflateSync(spoilt(""))) } },
};

describe.each(Object.entries(DAMAGES))("a page with %s", (_, damage) => {
  test("is named as an error, and the other pages are read", async () => {
    const path = join(newFolder(), "damaged.pdf");
    writeFileSync(path, damagedPdf(damage));
    const { code, stdout, stderr } = await annex(["extract", path]);
    expect(code).toBe(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/: page 2: Unexpected damage: the page could not be read completely \(.+\)/u);
    const { meetings, diagnostics } = JSON.parse(stdout) as AnnexDocument;
    expect(meetings.map(({ number }) => number)).toEqual(expect.arrayContaining([3, 1]));
    // Of some damage pdf.js says more, and not on which page it is.
    expect(diagnostics.filter((found) => found.code === "page-unreadable").flatMap(({ page }) => page ?? [])).toEqual([2]);
    expect((await annex(["extract", path, "--strict"])).code).toBe(2);
  });
});

describe("a page that is none", () => {
  test.each(["(no page)", "null"])("is named as an error, and those behind it, which pdf.js does not find: %s", async (page) => {
    const path = join(newFolder(), "damaged.pdf");
    writeFileSync(path, damagedPdf({ page }));
    const { code, stdout, stderr } = await annex(["extract", path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/: page 2: Unexpected damage: the page could not be read completely \(.+\)/u);
    const { meetings, diagnostics } = JSON.parse(stdout) as AnnexDocument;
    expect(meetings.map(({ number }) => number)).toEqual([3]);
    expect(diagnostics.filter((found) => found.code === "page-unreadable").map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unexpected damage: the page could not be read completely/u),
      "Unexpected damage: a page could not be read completely (pages of its page tree that were not found: 1)",
    ]);
  });
});

describe("a letter that became another one", () => {
  const written = deflateSync(`${header}\n${meeting(2)}`, { level: 0 });
  const changed = Buffer.from(Buffer.from(written).toString("latin1").replace("Plan 2", "Plen 2"), "latin1");

  test("is told where a checksum tells, of a PDF alone and in a batch", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "d.pdf"), damagedPdf({ content: { entries: "/Filter /FlateDecode", data: changed } }));
    const { code, stdout, stderr } = await annex(["extract", "d.pdf"], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "d.pdf: Unexpected damage: a page could not be read completely (incorrect data check in a deflated stream)\n" });
    expect(stdout).toContain("Plen 2");
    expect((await annex(["extract", "d.pdf", "--out-dir", "out"], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, "out", "d.json"), "utf8")).toBe(stdout);
  });

  test("is told of no stream that lacks its checksum alone", async () => {
    const path = join(newFolder(), "d.pdf");
    writeFileSync(path, damagedPdf({ content: { entries: "/Filter /FlateDecode", data: written.subarray(0, -4) } }));
    expect((await annex(["extract", path])).code).toBe(0);
  });
});

describe("a PDF out of whose midst something was cut", () => {
  /** The sound PDF, with its contents as they are written, and a part of its text taken out or written anew. */
  const changed = (part: string, by: string): Buffer => {
    const text = Buffer.from(damagedPdf({ content: { data: `${header}\n${meeting(2)}` } })).toString("latin1");
    expect(text.split(part)).toHaveLength(2);
    return Buffer.from(text.replace(part, by), "latin1");
  };

  async function diagnosticsOf(pdf: Uint8Array, command: "extract" | "tables"): Promise<{ code: number | null; found: unknown[] }> {
    const path = join(newFolder(), "cut.pdf");
    writeFileSync(path, pdf);
    const { code, stdout } = await annex([command, path]);
    const { diagnostics } = JSON.parse(stdout) as Pick<AnnexDocument, "diagnostics">;
    return { code, found: diagnostics.filter(({ code: kind }) => kind !== "heading-missing").map(({ code: kind, severity, page }) => [kind, severity, page]) };
  }

  test.each(["extract", "tables"] as const)("is said to be mended by %s, which tells nothing else", async (command) => {
    expect(await diagnosticsOf(changed("(- Advice 2) Tj", ""), command)).toEqual({ code: 0, found: [["file-mended", "warning", undefined]] });
  });

  test("is said to be mended by the library, which leaves its caller's console alone", async () => {
    const said = [vi.spyOn(console, "warn"), vi.spyOn(console, "log"), vi.spyOn(console, "error"), vi.spyOn(console, "info")];
    const { document } = await extractAnnex(changed("(- Advice 2) Tj", ""));
    expect(document.diagnostics.map(({ code }) => code).filter((code) => code !== "heading-missing")).toEqual(["file-mended"]);
    expect((await extractAnnex(damagedPdf({}))).document.diagnostics.map(({ code }) => code)).not.toContain("file-mended");
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  test("has lost what an empty page showed", async () => {
    const { code, found } = await diagnosticsOf(changed("/Contents 7 0 R", "/Contents null"), "extract");
    expect(code).toBe(1);
    expect(found).toEqual([["file-mended", "warning", undefined], ["page-unreadable", "error", 2]]);
  });

  test("says nothing of the next one in a batch", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "a.pdf"), changed("/Kids [3 0 R 4 0 R 5 0 R] /Count 3", ""));
    writeFileSync(join(cwd, "b.pdf"), damagedPdf({}));
    expect((await annex(["extract", "a.pdf", "b.pdf", "--out-dir", "out", "--jobs", "1"], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "out", "b.json"), "utf8")).not.toContain("file-mended");
  });
});

describe("a damaged page", () => {
  const damage = DAMAGES["data that are not deflated"]!;

  test("is named by every command that reads the others", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "d.pdf"), damagedPdf(damage));
    writeFileSync(join(cwd, "sound.pdf"), damagedPdf({}));
    const said = /^d\.pdf: page 2: Unexpected damage/mu;
    const checked = await annex(["check", "d.pdf", "--format", "json"], { cwd });
    expect(checked).toMatchObject({ code: 1, stderr: "" });
    expect(checked.stdout).toContain("page-unreadable");
    for (const args of [["tables", "d.pdf"], ["inspect", "d.pdf", "-o", "d.html"], ["diff", "d.pdf", "sound.pdf"]]) {
      const { code, stderr } = await annex(args, { cwd });
      expect(code).toBe(1);
      expect(stderr).toMatch(said);
    }
    const same = await annex(["diff", "d.pdf", "d.pdf"], { cwd });
    expect([same.code, lines(same.stderr).length]).toEqual([1, 2]);
    expect((await annex(["profile", "new", "sound.pdf", "-o", "p.json"], { cwd })).code).toBe(0);
    const records = await annex(["extract", "d.pdf", "--profile", "p.json"], { cwd });
    expect(records.code).toBe(1);
    expect(records.stderr).toMatch(said);
  });

  test("is an error in the manifest of a batch, with the same result", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "d.pdf"), damagedPdf(DAMAGES["something in its content that is no operator"]!));
    const { code, stderr } = await annex(["extract", "d.pdf", "--out-dir", "out"], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "1 PDFs: 0 read, 1 read with errors, 0 failed\n" });
    expect(JSON.parse(readFileSync(join(cwd, "out", "manifest.ndjson"), "utf8"))).toMatchObject({ outcome: "errors", counts: { errors: 1 } });
    expect(readFileSync(join(cwd, "out", "d.json"), "utf8")).toBe((await annex(["extract", "d.pdf"], { cwd })).stdout);
  });

  test("casts doubt on the row and the item that go on behind it", async () => {
    const path = join(newFolder(), "gap.pdf");
    writeFileSync(path, damagedPdf(damage, goesOn));
    const { stdout } = await annex(["extract", path]);
    const { meetings, diagnostics } = JSON.parse(stdout) as AnnexDocument;
    const plan: Item[] = meetings[0]?.actionPlan ?? [];
    expect(plan.map(({ text }) => text)).toEqual(["Plan 3 and its end"]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "row-interrupted", severity: "error", missing: 2, page: 3, meeting: 3 }));
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "item-interrupted", severity: "error", missing: 2, page: 3, item: "cmm3/actionPlan/1" }));
  });

  test("casts no doubt where the pages around it have rows of their own", async () => {
    const path = join(newFolder(), "gap.pdf");
    writeFileSync(path, damagedPdf(damage));
    expect((await annex(["extract", path])).stdout).not.toContain("-interrupted");
  });
});
