/**
 * Collects what pdf.js could not read and skipped. After damage, pdf.js carries on as well as it can, and only prints a line on the
 * console; the owner of the console passes these lines on to this module.
 */
import type { MessagePort } from "node:worker_threads";
import type { Damage } from "../../model/damage.js";
import { property } from "./untyped.js";

/** A part of a PDF that was left out. */
export interface Complaint {
  /** Counted from 1; undefined if pdf.js does not say. */
  readonly page: number | undefined;
  readonly reason: string;
  /** Set if it is not about a part: pdf.js had to search the whole PDF for its objects. */
  readonly isMending?: true;
}

/** The lines that pdf.js prints when it leaves out something that a page may show, the rest of a page or stream, or what maps its text. */
const LEFT_OUT = [
  /ignoring (?:errors|annotation data) during "GetOperatorList: page (?<index>\d+)" task: "(?<reason>[^]*)"\.$/u,
  /ignoring XObject: "(?<reason>[^]*)"\.$/u,
  /ignoring sub-stream \([^)]*\): "(?<reason>[^]*)"\.$/u,
  /ignoring ToUnicode data: "(?<reason>[^]*)"\.$/u,
  /ensureStateFont: "(?<reason>[^]*)"\.$/u,
  /(?<reason>Font "[^"]*" is not available)/u,
  // Operators without operands, if they place texts or show something.
  /(?<reason>Skipping command (?:T\w|Do|cm|['"]): [^]*)\.$/u,
  // A misspelt operator, or other bytes: pdf.js does not say whether the page has announced such (BX), which no producer does. Excluded are
  // the end of a number with an exponent, as Skia writes it, and what some write in place of a number.
  /(?<reason>Unknown command "(?!(?:E[-+]?\d+|nan|inf)")[^]*")\.$/iu,
  /(?<reason>Invalid cMap data: [^]*)$/u,
  /(?<reason>Malformed dictionary: [^]*)$/u,
  /(?<reason>Reached the end of the stream without finding a valid EI marker)$/u,
  // Except the encryption filter that leaves the bytes as they are.
  /(?<reason>Filter "(?!Crypt")[^"]*" is not supported)\.$/u,
  /Invalid stream: "(?<reason>[^]*)"$/u,
  /(?<reason>Unterminated (?:hex )?string)$/u,
  /(?<reason>Bad (?:encoding|block header) in flate stream)$/u,
  /JpegImage\.parse - (?<reason>reached the end of the image data) /u,
  /(?<reason>Found EOI marker \(0xFFD9\) while parsing scan data) -- ignoring/u,
  /(?<reason>Empty "(?:CCITTFax|DCT|JBIG2|JPX)Decode" stream)\.$/u,
];

/**
 * The line that pdf.js prints when it gives up cross-references that do not lead to the objects, and takes whatever looks like an object
 * anywhere.
 */
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

/** The first complaint about each page of the open PDF, and the first about no page. */
const heard = new Map<number | undefined, string>();

let mended = false;

/** Records a complaint. */
export function hear({ page, reason, isMending }: Complaint): void {
  if (isMending === true) mended = true;
  else if (!heard.has(page)) heard.set(page, reason);
}

/** Whether the open PDF was repaired, as far as was heard. */
export function wasMended(): boolean {
  return mended;
}

/** Why something is left out of a page, or of an unknown page; undefined if nothing is, as far as was heard. */
export function complaintOn(page: number | undefined): Damage | undefined {
  const words = heard.get(page);
  return words === undefined ? undefined : { code: "library", words };
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

/** The addressee of messages that are not for pdf.js, which ignores what is addressed to others. */
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
    hear({
      page: typeof page === "number" ? page : undefined,
      reason: String(property(message, "reason")),
      ...(isMending ? { isMending } : {}),
    });
  });
}
