import { expect, test } from "vitest";
import { skipInlineImage } from "../../../src/pdf/objects/inlineImage.js";
import { Operator, Syntax } from "../../../src/pdf/objects/syntax.js";

test.each([
  ["bytes", "/W 4 /H 1 /BPC 8 ID \u0001(\u0080[ EI"],
  ["bytes with EI among them", "/W 4 ID \u0001 EI \u0002\u0003\u0004\u0005 EI"],
  ["ASCII 85 with EI among it", "/F /A85 ID 9jqo EI BlbD-~>\nEI"],
  ["hexadecimal digits", "/Filter [/AHx /Fl] ID 00 FF > EI"],
  ["a filter that is named like a method", "/F /toString ID 00 FF EI"],
  ["entries with strings", "/Decode [0 1] /CS (ID) ID x EI"],
])("an inline image of %s is passed over", (_, image) => {
  const syntax = new Syntax(Buffer.from(`BI ${image}\nBT (text) Tj`, "latin1"));
  expect(syntax.next()).toEqual(new Operator("BI"));
  skipInlineImage(syntax);
  expect([syntax.next(), syntax.next()]).toEqual([new Operator("BT"), "text"]);
});

test("an inline image without an end takes the rest", () => {
  const syntax = new Syntax(Buffer.from("/W 4 ID abc EIx"));
  skipInlineImage(syntax);
  expect(syntax.next()).toBeUndefined();
});
