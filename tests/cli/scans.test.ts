import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnnexDocument } from "../../src/index.js";
import { annex, newFolder } from "../support/annex.js";
import { CHECKERED, picturesPdf } from "../support/pictures.js";
import { smallAnnex } from "../support/smallAnnex.js";

const A4 = { width: 595, height: 842 };

describe("pages without a text layer", () => {
  test("are named as errors where others have text, for what they show is not in the data", async () => {
    const path = join(newFolder(), "mixed.pdf");
    writeFileSync(path, await smallAnnex({ meetings: 2, lastPage: CHECKERED }));
    const { code, stdout, stderr } = await annex(["extract", path]);
    const { meetings, diagnostics } = JSON.parse(stdout) as AnnexDocument;
    expect({ code, stderr, meetings: meetings.length }).toEqual({ code: 1, stderr: "", meetings: 2 });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([
      { code: "page-without-text", severity: "error", message: "Unexpected page without a text layer, expected text (is it a scan?)", page: 3 },
    ]);
    expect((await annex(["extract", path, "--strict"])).code).toBe(2);
  });

  test("are counted where there are no others", async () => {
    const path = join(newFolder(), "scan.pdf");
    writeFileSync(path, await picturesPdf([{ picture: CHECKERED, ...A4 }, { picture: CHECKERED, ...A4 }]));
    expect(await annex(["extract", path])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `annex: ${path}: no text layer on any of its 2 pages\nIt looks like a scan: run text recognition on it first.\n`,
    });
  });
});
