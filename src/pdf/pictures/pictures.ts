import type { PDFPageProxy } from "pdfjs-dist";
import type { Damage } from "../../model/damage.js";
import { OptionalContent } from "../drawing/optionalContent.js";
import { LARGEST_COPY } from "../fileBytes.js";
import { IMAGE_SETTINGS, getDocument, parsing } from "../pdfjs/pdfjs.js";
import { matrixOf } from "../pdfjs/untyped.js";
import { imageEndsOf } from "./imageEnds.js";
import { type PlacedImage, imagesOf } from "./images.js";

/** The images that a page shows, and the size of the page as shown, in points. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly images: readonly PlacedImage[];
  /** How many operators draw the page: 0 if pdf.js gave up on it, which it does not report. */
  readonly operators: number;
  /** Why an image could only be read in part; undefined if nothing shows damage. */
  readonly damage: Damage | undefined;
}

/** An open PDF whose pages are read as pictures. */
export interface PdfPictures {
  /**
   * The images on a page, counted from 1.
   *
   * @throws Error if the page or an image on it cannot be read.
   */
  readonly ofPage: (page: number) => Promise<PagePicture>;
  readonly close: () => Promise<void>;
}

/** Opens a PDF for its pictures; `openPdf` must have opened it before. Takes over the bytes: their buffer may be empty afterwards. */
export async function openPictures(bytes: Uint8Array, password?: string): Promise<PdfPictures> {
  const ends = bytes.byteLength <= LARGEST_COPY ? imageEndsOf(Uint8Array.from(bytes)) : undefined;
  const task = getDocument({ ...IMAGE_SETTINGS, ...parsing(), data: bytes, ...(password === undefined ? {} : { password }) });
  const document = await task.promise;
  return {
    ofPage: async (number) => {
      const proxy = await document.getPage(number);
      try {
        const { width, height, transform } = proxy.getViewport({ scale: 1 });
        const list = await proxy.getOperatorList();
        const layers = await document.getOptionalContentConfig();
        const images = await imagesOf(list, {
          toShown: matrixOf(transform),
          page: { x0: 0, y0: 0, x1: width, y1: height },
          layers: new OptionalContent((group) => layers.isVisible(group) !== false),
          objectOf: (id) => objectOf(proxy, id),
        });
        const endsEarly = proxy.ref !== null && ends?.(proxy.ref.num) === true;
        return { width, height, images, operators: list.fnArray.length, damage: endsEarly ? { code: "image-ends-early" } : undefined };
      } finally {
        proxy.cleanup();
      }
    },
    close: () => task.destroy(),
  };
}

/** The object that pdf.js stores under a name, for all pages or for this one, as soon as it is available. */
function objectOf(proxy: PDFPageProxy, id: string): Promise<unknown> {
  const objects = id.startsWith("g_") ? proxy.commonObjs : proxy.objs;
  return new Promise((resolve) => {
    objects.get(id, resolve);
  });
}
