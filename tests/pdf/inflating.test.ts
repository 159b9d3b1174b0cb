import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { inflateAtOnce } from "../../src/pdf/pdfjs/inflating.js";

const own = Object.getOwnPropertyDescriptor(globalThis, "DecompressionStream");

/** Inflates as pdf.js does. */
async function inflate(compressed: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  await writer.ready;
  writer.write(compressed).then(async () => {
    await writer.ready;
    await writer.close();
  }, () => undefined);
  let text = "";
  for await (const chunk of readable) text += Buffer.from(chunk).toString();
  return text;
}

describe("streams that are inflated at once", () => {
  const damages: string[] = [];
  inflateAtOnce((reason) => damages.push(reason));
  afterAll(() => Object.defineProperty(globalThis, "DecompressionStream", own ?? {}));

  it("give what was deflated", async () => {
    const text = "decisions ".repeat(20_000);
    expect(await inflate(Uint8Array.from(deflateSync(text)))).toBe(text);
  });

  it("fail where they end early, so that pdf.js repairs them", async () => {
    const whole = deflateSync("decisions ".repeat(20_000));
    await expect(inflate(Uint8Array.from(whole.subarray(0, whole.length - 8)))).rejects.toThrow("unexpected end of file");
    expect(damages).toEqual([]);
  });

  it("tell of damage that pdf.js does not see, and fail", async () => {
    const whole = Uint8Array.from(deflateSync("a letter", { level: 0 }));
    whole[8] = 0x62;
    await expect(inflate(whole)).rejects.toThrow("incorrect data check");
    expect(damages).toEqual(["incorrect data check in a deflated stream"]);
  });

  it("know no other format, as Node's own do not", () => {
    expect(() => void Reflect.construct(DecompressionStream, ["brotli"])).toThrow(TypeError);
  });
});
