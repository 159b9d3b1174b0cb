import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnnexDocument } from "../../src/index.js";
import { annex, newFolder } from "../support/annex.js";
import { CHECKERED, picturesPdf } from "../support/pictures.js";
import { onePage } from "../support/rawPdf.js";
import { smallAnnex } from "../support/smallAnnex.js";
import { SQUARES } from "../support/squares.js";

const SCAN = "Unexpected picture instead of text, expected a text layer (is it a scan?)";
const A4 = { width: 595, height: 842 };

describe("a scan that is cut off", () => {
  const page = { mediaBox: "[0 0 160 160]", resources: "/XObject << /Im 6 0 R >>" };
  const jbig2 = SQUARES["JBIG2, coded by arithmetic"];
  const jpeg = SQUARES.JPEG;

  test.each([
    ["JBIG2", { ...jbig2, data: jbig2.data.subarray(0, -9) }, "damaged PDF on page 1: an image on it ends early"],
    ["JPEG", { ...jpeg, data: jpeg.data.subarray(0, -9) }, "damaged PDF: reached the end of the image data"],
  ])("is no empty page: %s", async (_, image, reason) => {
    const path = join(newFolder(), "cut.pdf");
    writeFileSync(path, onePage("160 0 0 160 0 0 cm /Im Do", { ...page, more: [image] }));
    const { code, stdout, stderr } = await annex(["extract", path, "--ocr"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(reason);
  });
});

describe("pages without a text layer", () => {
  test("are named as errors where others have text, for what they show is not in the data", async () => {
    const path = join(newFolder(), "mixed.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: CHECKERED }));
    const { code, stdout, stderr } = await annex(["extract", path]);
    const { meetings, diagnostics } = JSON.parse(stdout) as AnnexDocument;
    expect({ code, stderr, meetings: meetings.length }).toEqual({ code: 1, stderr: `${path}: page 3: ${SCAN}\n`, meetings: 2 });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([
      { code: "page-without-text", severity: "error", shows: "picture", message: SCAN, page: 3 },
    ]);
    expect((await annex(["extract", path, "--strict"])).code).toBe(2);
  });

  test("are named by every command that reads the others", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "mixed.pdf"), await smallAnnex({ meetings: 2, lastPage: CHECKERED }));
    const stderr = `mixed.pdf: page 3: ${SCAN}\n`;
    expect(await annex(["diff", "mixed.pdf", "mixed.pdf"], { cwd: folder })).toMatchObject({ code: 1, stderr: stderr + stderr });
    expect(await annex(["inspect", "mixed.pdf", "-o", "mixed.html"], { cwd: folder })).toMatchObject({ code: 1, stderr });
    expect(await annex(["tables", "mixed.pdf", "--format", "csv"], { cwd: folder })).toMatchObject({ code: 1, stderr });
    const made = await annex(["profile", "new", "mixed.pdf", "-o", "p.json"], { cwd: folder });
    expect(made).toMatchObject({ code: 1, stderr: `mixed.pdf: table 1 of 1, 6 columns, from page 1\n${stderr}` });
    const checked = await annex(["check", "mixed.pdf", "--format", "json"], { cwd: folder });
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(SCAN);
  });

  test("are named though an archive has stamped them: a stamp is not what the page says, and of no cell", async () => {
    const path = join(newFolder(), "stamped.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: CHECKERED, stamp: "Archive" }));
    const { code, stdout, stderr } = await annex(["extract", path]);
    const { diagnostics, meetings } = JSON.parse(stdout) as AnnexDocument;
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${path}: page 3: ${SCAN}; and 1 other error\n` });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "page-without-text", shows: "picture", page: 3 }));
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "glyph-without-home", text: "Archive", page: 3 }));
    expect(JSON.stringify(meetings)).not.toContain("Archive");
  });

  test("are no errors where they are blank", async () => {
    const path = join(newFolder(), "blank.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: "blank" }));
    const { code, stdout, stderr } = await annex(["extract", path, "--strict"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect((JSON.parse(stdout) as AnnexDocument).diagnostics).toContainEqual({
      code: "page-blank", severity: "info", message: "Unexpected page without any text", page: 3,
    });
  });

  test("are told from scans where all of them are blank", async () => {
    const path = join(newFolder(), "blank.pdf");
    writeFileSync(path, onePage("20 20 800 500 re S"));
    for (const command of ["extract", "tables"]) {
      expect(await annex([command, path])).toMatchObject({
        code: 2,
        stdout: "",
        stderr: `annex: ${path}: its page is blank\nCheck that it is the right file, and complete.\n`,
      });
    }
  });

  test("are told from other tables where all of them are stamped", async () => {
    const path = join(newFolder(), "stamped.pdf");
    const picture = { entries: "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", data: "no picture" };
    writeFileSync(path, onePage("q 842 0 0 595 0 0 cm /Im Do Q BT /F1 9 Tf 300 300 Td (Archive) Tj ET", { resources: "/XObject << /Im 6 0 R >>", more: [picture] }));
    for (const command of ["extract", "tables"]) {
      expect(await annex([command, path])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("no text layer on its page\nIt looks like a scan") as string });
    }
  });

  test("are counted where there are no others", async () => {
    const path = join(newFolder(), "scan.pdf");
    writeFileSync(path, await picturesPdf([{ picture: CHECKERED, ...A4 }, { picture: CHECKERED, ...A4 }]));
    expect(await annex(["extract", path])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `annex: ${path}: no text layer on any of its 2 pages\nIt looks like a scan: with --ocr, extract, check, diff and inspect recognise its text.\n`,
    });
  });
});
