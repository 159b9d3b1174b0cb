import type { OperatorList } from "../pdfjs/operatorList.js";
import { OPS } from "../pdfjs/pdfjs.js";
import { property } from "../pdfjs/untyped.js";
import { BEGIN, END, showing } from "./shownText.js";

/** The text that pdf.js lists for a page. */
export interface ListedText {
  /** For each operator that shows text, how many glyphs it has. */
  readonly glyphs: readonly number[];
  /** The glyphs of annotations, which come after the page's own. */
  readonly ofAnnotations: number;
  /** A fingerprint of the operators of a content stream, to be compared with that of `shownText`. */
  readonly trace: readonly string[];
}

/** Goes through the operators of a page for its text. What soft masks show is not text of the page. */
export function listedText(list: OperatorList): ListedText {
  const glyphs: number[] = [];
  const trace: string[] = [];
  let ofAnnotations = 0;
  let isAnnotation = false;
  let masks = 0;
  list.fnArray.forEach((operator, i) => {
    const operands: unknown = list.argsArray[i];
    switch (operator) {
      case OPS.beginAnnotation:
        isAnnotation = true;
        return;
      case OPS.beginGroup:
        if (property(property(operands, "0"), "smask")) masks += 1;
        return;
      case OPS.endGroup:
        if (property(property(operands, "0"), "smask")) masks -= 1;
        return;
    }
    if (masks > 0) return;
    if (operator === OPS.showText) {
      const entries: unknown = property(operands, "0");
      const all: readonly unknown[] = Array.isArray(entries) ? entries : [];
      const kernings = all.filter((entry) => typeof entry === "number").length;
      if (isAnnotation) ofAnnotations += all.length - kernings;
      else {
        glyphs.push(all.length - kernings);
        trace.push(showing(kernings));
      }
    } else if (!isAnnotation) {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) trace.push(BEGIN);
      if (operator === OPS.endMarkedContent) trace.push(END);
    }
  });
  return { glyphs, ofAnnotations, trace };
}
