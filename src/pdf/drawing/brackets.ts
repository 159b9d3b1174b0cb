import { OPS } from "../pdfjs/pdfjs.js";

/**
 * Detects whether the operators of a page end early. pdf.js silently skips the rest of a content stream at the first thing that it cannot
 * read, and reads a truncated stream as far as it goes. The sign is a text object, marked content or a form that is still open at the end:
 * if a soft mask is left in the middle, everything after it would be part of it. (Graphics states are no sign, as pdf.js closes them
 * itself.)
 */
export class Brackets {
  #text = false;
  #marked = 0;
  #isBroken = false;
  readonly #around: { readonly text: boolean; readonly marked: number }[] = [];

  /** Whether a text object, marked content or a form is open, or one of the first two was at the end of a form. */
  get isOpen(): boolean {
    return this.#endsOpen || this.#around.length > 0;
  }

  get #endsOpen(): boolean {
    return this.#isBroken || this.#text || this.#marked > 0;
  }

  /** Handles the next operator. */
  take(operator: number): void {
    switch (operator) {
      case OPS.beginText:
        this.#text = true;
        return;
      case OPS.endText:
        this.#text = false;
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#marked += 1;
        return;
      case OPS.endMarkedContent:
        this.#marked = Math.max(0, this.#marked - 1);
        return;
      case OPS.paintFormXObjectBegin:
        this.#around.push({ text: this.#text, marked: this.#marked });
        this.#text = false;
        this.#marked = 0;
        return;
      case OPS.paintFormXObjectEnd: {
        this.#isBroken = this.#endsOpen;
        const { text, marked } = this.#around.pop() ?? { text: false, marked: 0 };
        this.#text = text;
        this.#marked = marked;
      }
    }
  }
}
