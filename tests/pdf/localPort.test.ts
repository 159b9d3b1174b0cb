import { describe, expect, it } from "vitest";
import { localPorts } from "../../src/pdf/pdfjs/localPort.js";
import { property } from "../../src/pdf/pdfjs/untyped.js";

/** What arrives at a port when something is posted at the one that it is joined with. */
async function sent(message: object, change: () => void): Promise<unknown> {
  const [near, far] = localPorts();
  const arrival = new Promise<unknown>((resolve) => near.addEventListener("message", (event) => resolve(property(event, "data"))));
  far.postMessage(message);
  change();
  return arrival;
}

describe("ports within one thread", () => {
  it("hand on the operators that a parser has emptied its lists of", async () => {
    const glyphs = [{ unicode: "a" }];
    const chunk = { fnArray: [44], argsArray: [[glyphs]], length: 1 };
    const arrived = await sent({ stream: 4, chunk }, () => {
      chunk.fnArray.length = 0;
      chunk.argsArray.length = 0;
    });
    expect(arrived).toEqual({ stream: 4, chunk: { fnArray: [44], argsArray: [[glyphs]], length: 1 } });
  });

  it("do not copy the operands", async () => {
    const glyphs = [{ unicode: "a" }];
    const arrived = await sent({ chunk: { fnArray: [44], argsArray: [[glyphs]] } }, () => undefined);
    expect((arrived as { chunk: { argsArray: unknown[][] } }).chunk.argsArray[0]?.[0]).toBe(glyphs);
  });

  it("copy all other messages", async () => {
    const message = { action: "GetDoc", data: { pages: [1] } };
    const arrived = await sent(message, () => message.data.pages.push(2));
    expect(arrived).toEqual({ action: "GetDoc", data: { pages: [1] } });
  });

  it("answer nobody before the caller has gone on", async () => {
    const [near, far] = localPorts();
    const heard: string[] = [];
    near.addEventListener("message", () => heard.push("message"));
    far.postMessage("hello");
    heard.push("posted");
    await Promise.resolve();
    expect(heard).toEqual(["posted", "message"]);
  });
});
