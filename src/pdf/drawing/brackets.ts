import { OPS } from "../pdfjs/pdfjs.js";

/**
 * Tells whether the operators of a page end early. At the first thing that it cannot read, pdf.js silently skips the rest of a content
 * stream; a stream that is cut off, it reads as far as it goes. What shows is a text object or marked content that is still open at the
 * end, or a form: of a soft mask that was left in the middle, all that follows would be a part. (Graphics states do not show it, as pdf.js
 * closes them itself.)
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
        this.#isBroken = this.#endsOpen;
        const { text, marked } = this.#around.pop() ?? { text: false, marked: 0 };
        this.#text = text;
        this.#marked = marked;
      }
    }
  }
}
