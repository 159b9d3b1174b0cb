import { describeDamage } from "../../model/damage.js";
import type { Fault } from "../../model/errors.js";
import type { ShapeFault } from "../../model/shape.js";
import { countOf } from "../../report/labels.js";

/** What a fault means for the user: what is wrong, and what to do about it. */
export interface FaultWords {
  readonly problem: string;
  readonly advice: string;
}

/** Puts a fault into words; only this function does. */
export function describeFault(fault: Fault): FaultWords {
  switch (fault.code) {
    case "not-a-pdf":
      return { problem: "not a PDF: it has no %PDF- header", advice: "Give the annex as a PDF." };
    case "damaged": {
      const where = fault.page === undefined ? "" : ` on page ${fault.page}`;
      const reason = firstLine(describeDamage(fault.reason));
      return { problem: `damaged PDF${where}: ${reason}`, advice: "Get a new copy, or repair it with a PDF tool." };
    }
    case "password-needed":
      return { problem: "encrypted PDF", advice: "Give its password with --password-file FILE or ANNEX_PASSWORD." };
    case "password-wrong":
      return { problem: "encrypted PDF, and the password is wrong", advice: "Check --password-file or ANNEX_PASSWORD." };
    case "no-text": {
      const where = fault.pages === 1 ? "its page" : `any of its ${fault.pages} pages`;
      if (fault.recognised === true)
        return { problem: `no legible text in the pictures on ${where}`, advice: "Scan it again, at 300 dpi or more." };
      // Not every command has the option.
      return {
        problem: `no text layer on ${where}`,
        advice: "It looks like a scan: with --ocr, extract, check, diff and inspect recognise its text.",
      };
    }
    case "blank":
      return {
        problem: fault.pages === 1 ? "its page is blank" : `all of its ${fault.pages} pages are blank`,
        advice: "Check that it is the right file, and complete.",
      };
    case "no-page":
      return {
        problem: `no page ${fault.page}: it has only ${countOf(fault.pages, "page")}`,
        advice: `Give --pages from 1 to ${fault.pages}.`,
      };
    case "no-table": {
      const problem = `no table with the columns ${fault.missing.join(", ")}`;
      if (fault.unmapped !== undefined)
        return {
          problem: `${problem}; ${countOf(fault.unmapped, "glyph")} without a character`,
          advice: "Does its text come out when you copy it from a PDF reader? If not, export it from its source again.",
        };
      return { problem, advice: "Is it another matrix? Give its profile with --profile FILE; annex profile new writes one." };
    }
    case "timed-out":
      return { problem: `gave up: not read within ${fault.seconds} s`, advice: "Allow more with --timeout SECONDS." };
    case "out-of-memory":
      return {
        problem: `gave up: it needs more than ${fault.mebibytes} MiB of memory`,
        advice: "Allow more with --max-memory MIB.",
      };
  }
}

/** Messages of the PDF library may be long: one line of at most this many characters is enough. */
const LONGEST_REASON = 120;

function firstLine(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line;
}

/** Describes a fault in a value's shape in one line. */
export function describeShapeFault({ path, message }: ShapeFault): string {
  return `${path}: ${message}`;
}
