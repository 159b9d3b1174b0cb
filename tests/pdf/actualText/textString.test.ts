import { expect, test } from "vitest";
import { decodeTextString, plainText } from "../../../src/pdf/actualText/textString.js";

test.each([
  ["UTF-16, big end first", "\u00FE\u00FF\0f\0i\u00D8\u003D\u00DE\0", "fi\u{1F600}"],
  ["UTF-16, little end first", "\u00FF\u00FEf\0i\0", "fi"],
  ["UTF-16 cut in a character", "\u00FE\u00FF\0f\0", "f"],
  ["half a surrogate pair", "\u00FE\u00FF\u00D8\u003D\0f", "\uFFFDf"],
  ["UTF-8", "\u00EF\u00BB\u00BF\u00C3\u00A9", "é"],
  ["PDFDocEncoding", "\u0080 \u0084 \u0093\u0094 \u00A0 \u00E9 \u001F", "• — ﬁﬂ € é ˜"],
  ["nothing", "", ""],
])("%s", (_, bytes, text) => {
  expect(decodeTextString(bytes)).toBe(text);
});

test("what is no text is taken out, and white space is spaces", () => {
  expect(plainText("\u001Ben-GB\u001BAn\u00A0\t item\u0000")).toBe("An   item");
});
