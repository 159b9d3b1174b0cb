import { deflateSync } from "node:zlib";

/** The objects of a PDF by their numbers, from 1 on, as they are written: a body, or a stream with its dictionary's entries. */
export type RawObject = string | { readonly entries?: string; readonly data: string | Uint8Array; readonly deflate?: boolean };

/** A PDF of these objects, of which the first is its catalog, byte by byte as given, however wrong. */
export function rawPdf(objects: readonly RawObject[], trailer = ""): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  let size = chunks[0]?.byteLength ?? 0;
  const offsets: number[] = [];
  const write = (text: string | Uint8Array): void => {
    const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : Buffer.from(text);
    chunks.push(bytes);
    size += bytes.byteLength;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(size);
    write(`${index + 1} 0 obj\n`);
    if (typeof object === "string") write(object);
    else {
      const plain = typeof object.data === "string" ? Buffer.from(object.data, "latin1") : object.data;
      const data = object.deflate === true ? deflateSync(plain) : plain;
      const filter = object.deflate === true ? "/Filter /FlateDecode " : "";
      write(`<< ${object.entries ?? ""} ${filter}/Length ${data.byteLength} >>\nstream\n`);
      write(data);
      write("\nendstream");
    }
    write("\nendobj\n");
  }
  const start = size;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, "0")} 00000 n \n`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

/** How the one page of `onePage` differs from the plain one. */
export interface OnePage {
  readonly mediaBox?: string;
  /** Entries of the page's dictionary. */
  readonly page?: string;
  /** Entries of its resources, except the font F1 (Helvetica). */
  readonly resources?: string;
  /** Objects from number 6 on. */
  readonly more?: readonly RawObject[];
}

/** A PDF of one page with this content; object 4 is the content and 5 the font. */
export function onePage(content: string, { mediaBox = "[0 0 842 595]", page = "", resources = "", more = [] }: OnePage = {}): Uint8Array<ArrayBuffer> {
  return rawPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    { data: content, deflate: true },
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...more,
  ]);
}
