import { describe, expect, test } from "vitest";
import { Brackets } from "../../src/pdf/drawing/brackets.js";
import { OPS } from "../../src/pdf/pdfjs/pdfjs.js";
import { firstPageOf } from "../support/drawnPage.js";
import { onePage } from "../support/rawPdf.js";

type Name = keyof typeof OPS;

function isOpenAfter(...names: Name[]): boolean {
  const brackets = new Brackets();
  for (const name of names) brackets.take(OPS[name]);
  return brackets.isOpen;
}

describe("operators end", () => {
  test.each<Name[][]>([
    [[]],
    [["beginText", "showText", "endText"]],
    [["save", "save"]],
    [["endText", "endMarkedContent", "paintFormXObjectEnd"]],
    [["beginMarkedContent", "beginMarkedContentProps", "endMarkedContent", "endMarkedContent"]],
    [["beginText", "paintFormXObjectBegin", "beginText", "endText", "paintFormXObjectEnd", "endText"]],
  ])("where they may: %s", (names) => expect(isOpenAfter(...names)).toBe(false));

  test.each<Name[][]>([
    [["beginText", "showText"]],
    [["beginMarkedContentProps"]],
    [["beginMarkedContent", "beginMarkedContent", "endMarkedContent"]],
    [["paintFormXObjectBegin"]],
    [["paintFormXObjectBegin", "paintFormXObjectBegin", "paintFormXObjectEnd"]],
    [["beginText", "paintFormXObjectBegin", "endText", "paintFormXObjectEnd"]],
    // What is open in a form is not closed behind it.
    [["paintFormXObjectBegin", "beginText", "paintFormXObjectEnd", "endText"]],
    [["paintFormXObjectBegin", "beginMarkedContent", "paintFormXObjectEnd", "endMarkedContent", "paintFormXObjectBegin", "paintFormXObjectEnd"]],
  ])("in the middle of something: %s", (names) => expect(isOpenAfter(...names)).toBe(true));
});

test("a page whose texts are taken for a part of a soft mask that never ends is damaged", async () => {
  const bytes = onePage("/G gs BT /F1 9 Tf 40 500 Td (Some text) Tj ET", {
    resources: "/ExtGState << /G 6 0 R >>",
    more: [
      "<< /Type /ExtGState /SMask << /S /Luminosity /G 7 0 R >> >>",
      { entries: "/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Group << /S /Transparency >> /Resources << /ExtGState << /G 6 0 R >> >>", data: "/G gs" },
    ],
  });
  await expect(firstPageOf(bytes)).rejects.toThrow("its content ends early");
});
