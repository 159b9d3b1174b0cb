import type { BulletLook } from "./recipe.js";

/** A bullet on a page: its left edge and its baseline, in points from the top left corner, and its font size. */
export interface PlacedBullet {
  readonly look: BulletLook;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The codes of a bullet in the fonts of pictograms. */
const CODES = { Symbol: "b7", ZapfDingbats: "6c", "Type 3": "01" } as const;

/** Draws bullets that are no signs of the text's font. */
export class BulletDrawer {
  readonly #fonts = new Map<string, PDFKit.PDFKitReference>();

  constructor(readonly pdf: PDFKit.PDFDocument) {}

  draw({ look, x, y, size }: PlacedBullet): void {
    const { pdf } = this;
    const radius = 0.17 * size;
    const middle = y - 0.3 * size;
    switch (look) {
      case "disc":
        return void pdf.circle(x + 2 * radius, middle, radius).fill("black");
      case "circle":
        return void pdf.lineWidth(0.5).circle(x + 2 * radius, middle, radius).stroke("black");
      case "square":
        return void pdf.rect(x + radius, middle - radius, 2 * radius, 2 * radius).fill("black");
      case "Symbol":
      case "ZapfDingbats":
      case "Type 3":
        return this.#show(look, { x, y, size });
      case "text":
        throw new TypeError("Unexpected bullet of the text's font");
    }
  }

  #show(name: keyof typeof CODES, { x, y, size }: Omit<PlacedBullet, "look">): void {
    const { pdf } = this;
    const font = this.#fonts.get(name) ?? this.#fontOf(name);
    this.#fonts.set(name, font);
    const key = `Bullets${Object.keys(CODES).indexOf(name)}`;
    Reflect.set(pdf.page.fonts as object, key, font);
    // What pdfkit draws has its y downwards.
    pdf.save().transform(1, 0, 0, -1, x, y);
    pdf.fillColor("black").addContent(`BT /${key} ${size} Tf <${CODES[name]}> Tj ET`);
    pdf.restore();
  }

  #fontOf(name: keyof typeof CODES): PDFKit.PDFKitReference {
    const { pdf } = this;
    const made = (entries: object): PDFKit.PDFKitReference => {
      const font = pdf.ref(entries);
      font.end(undefined);
      return font;
    };
    if (name !== "Type 3") return made({ Type: "Font", Subtype: "Type1", BaseFont: name });
    const shape = pdf.ref({});
    shape.end("600 0 0 0 600 600 d1 150 150 300 300 re f");
    return made({
      Type: "Font",
      Subtype: "Type3",
      FontBBox: [0, 0, 600, 600],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: { bullet: shape },
      Encoding: { Type: "Encoding", Differences: [1, "bullet"] },
      FirstChar: 1,
      LastChar: 1,
      Widths: [600],
      Resources: {},
    });
  }
}
