import { OPS } from "./pdfjs.js";

/**
 * Follows what the operators of a page open and close. pdf.js passes over the rest of a content stream at the first thing that it cannot
 * read, and says nothing of it; a stream that ends early is read as far as it goes. What tells is text or marked content that is
 * open at the end. (Graphics states do not: pdf.js closes them itself.)
 */
export class Brackets {
  #text = false;
  #marked = 0;
  #isBroken = false;
  readonly #around: { readonly text: boolean; readonly marked: number }[] = [];

  /** Whether something is open that should not be, or was at the end of a form. */
  get isOpen(): boolean {
    return this.#isBroken || this.#text || this.#marked > 0;
  }

  /** Takes the next operator. */
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
        this.#isBroken = this.isOpen;
        const { text, marked } = this.#around.pop() ?? { text: false, marked: 0 };
        this.#text = text;
        this.#marked = marked;
      }
    }
  }
}
