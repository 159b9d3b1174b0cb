import { expect, test } from "vitest";
import { resolveSymbols } from "../../src/pdf/drawing/symbols.js";

test.each([
  ["n", "ZapfDingbats", "■"],
  ["l", "ZapfDingbats", "●"],
  ["\u00D8", "ZapfDingbats", "➘"],
  ["\u00E2", "ZapfDingbats", "➢"],
  ["\u00FE", "ZapfDingbats", "➾"],
  ["l", "Wingdings-Regular", "●"],
  ["\uF0B7", "Symbol", "•"],
  ["\uF041", "Symbol", "A"],
  ["\uF001", "Symbol", "\uF001"],
  ["\uF041", "ZapfDingbats", "\uF041"],
  ["n", "Helvetica", "n"],
])("%j of %s shows %s", (text, font, shown) => {
  expect(resolveSymbols(text, font)).toBe(shown);
});
