/**
 * Collects what pdf.js could not read and skipped. pdf.js goes on after damage as well as it can, and only prints a line on the console;
 * the owner of the console passes these lines on to this module.
 */
import type { MessagePort } from "node:worker_threads";
import { property } from "./untyped.js";

/** A part of a PDF that was left out. */
export interface Complaint {
  /** Counted from 1; undefined where pdf.js does not say. */
  readonly page: number | undefined;
  readonly reason: string;
  /** Where it is not a part, but all of the PDF that pdf.js had to look for. */
  readonly isMending?: true;
}

/** The lines with which pdf.js leaves out what a page may show, the rest of the page or of a stream, or what tells of its texts. */
const LEFT_OUT = [
  /ignoring (?:errors|annotation data) during "GetOperatorList: page (?<index>\d+)" task: "(?<reason>[^]*)"\.$/u,
  /ignoring XObject: "(?<reason>[^]*)"\.$/u,
  /ignoring sub-stream \([^)]*\): "(?<reason>[^]*)"\.$/u,
  /ignoring ToUnicode data: "(?<reason>[^]*)"\.$/u,
  /ensureStateFont: "(?<reason>[^]*)"\.$/u,
  /(?<reason>Font "[^"]*" is not available)/u,
  // Of operators without their operands, those that place texts or show something.
  /(?<reason>Skipping command (?:T\w|Do|cm|['"]): [^]*)\.$/u,
  // A misspelt operator, or bytes that are none: pdf.js does not say whether the page has announced such (BX), which nobody does. The end of
  // a number with an exponent is not among them, as Skia writes it, nor what some write in place of a number.
  /(?<reason>Unknown command "(?!(?:E[-+]?\d+|nan|inf)")[^]*")\.$/iu,
  /(?<reason>Invalid cMap data: [^]*)$/u,
  /(?<reason>Malformed dictionary: [^]*)$/u,
  /(?<reason>Reached the end of the stream without finding a valid EI marker)$/u,
  // A filter of encryption that leaves the bytes as they are.
  /(?<reason>Filter "(?!Crypt")[^"]*" is not supported)\.$/u,
  /Invalid stream: "(?<reason>[^]*)"$/u,
  /(?<reason>Unterminated (?:hex )?string)$/u,
  /(?<reason>Bad (?:encoding|block header) in flate stream)$/u,
  /JpegImage\.parse - (?<reason>reached the end of the image data) /u,
  /(?<reason>Found EOI marker \(0xFFD9\) while parsing scan data) -- ignoring/u,
  /(?<reason>Empty "(?:CCITTFax|DCT|JBIG2|JPX)Decode" stream)\.$/u,
];

/** The line with which pdf.js gives up cross-references that do not lead to the objects, and takes what looks like one wherever it stands. */
const MENDING = /(?<reason>Indexing all PDF objects)$/u;

/** What a line that pdf.js printed reports as left out; undefined if the line is about something else. */
export function complaintIn(warning: string): Complaint | undefined {
  const mending = MENDING.exec(warning)?.groups?.["reason"];
  if (mending !== undefined) return { page: undefined, reason: mending, isMending: true };
  for (const pattern of LEFT_OUT) {
    const { index, reason } = pattern.exec(warning)?.groups ?? {};
    if (reason !== undefined) return { page: index === undefined ? undefined : Number(index) + 1, reason };
  }
  return undefined;
}

/** The first complaint of each page of the PDF that is open, and the first of no page. */
const heard = new Map<number | undefined, string>();

let mended = false;

/** Records a complaint. */
export function hear({ page, reason, isMending }: Complaint): void {
  if (isMending === true) mended = true;
  else if (!heard.has(page)) heard.set(page, reason);
}

/** Whether the PDF that is open was mended, as far as was heard. */
export function wasMended(): boolean {
  return mended;
}

/** Why something on a page is left out, or on no page that is known; undefined where nothing is, as far as was heard. */
export function complaintOn(page: number | undefined): string | undefined {
  return heard.get(page);
}

/** Assigns the complaint that names no page to this one, if there is such a complaint and none about the page itself. */
export function placeComplaint(page: number): void {
  const reason = heard.get(undefined);
  if (reason === undefined || heard.has(page)) return;
  heard.delete(undefined);
  heard.set(page, reason);
}

/** Forgets all complaints, when another PDF is opened. */
export function forgetComplaints(): void {
  heard.clear();
  mended = false;
}

/** To whom messages go that are none of pdf.js', which passes over what is addressed to others. */
const ADDRESSEE = "complaints";

/** Sends a complaint through the port by which pdf.js sends its pages, so that it arrives before the page that it is about. */
export function sendComplaint(port: MessagePort, complaint: Complaint): void {
  port.postMessage({ targetName: ADDRESSEE, ...complaint });
}

/** Records the complaints that come through a port. */
export function hearFrom(port: MessagePort): void {
  port.on("message", (message: unknown) => {
    if (property(message, "targetName") !== ADDRESSEE) return;
    const page = property(message, "page");
    const isMending = property(message, "isMending") === true;
    hear({ page: typeof page === "number" ? page : undefined, reason: String(property(message, "reason")), ...(isMending ? { isMending } : {}) });
  });
}
