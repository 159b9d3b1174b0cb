import type { CheckFinding, CheckReport } from "../../check/model.js";
import { SEVERITY_NAMES } from "../labels.js";
import { shortened } from "../quote.js";
import type { Style, Terminal } from "../style.js";
import { wrap } from "../wrap.js";
import { countFindings, countsInWords, groupsOf, placeInWords } from "./findings.js";

const LONGEST_QUOTE = 160;

const plain = (text: string): string => text;

/** The findings for people, grouped by meeting, each with the text that it is about. */
export function checkToText(reports: readonly CheckReport[], { style, width }: Terminal): string {
  const blocks = reports.flatMap((report) => [
    wrap([{ text: report.file, paint: style.strong }], width),
    ...groupsOf(report).map(({ title, findings }) =>
      [`  ${style.strong(title)}`, ...findings.map((finding) => findingInLines(finding, style, width))].join("\n"),
    ),
  ]);
  return `${[...blocks, wrap([{ text: countsInWords(countFindings(reports)), paint: plain }], width)].join("\n\n")}\n`;
}

function findingInLines(finding: CheckFinding, style: Style, width: number): string {
  const { rule, severity, message, place } = finding;
  const where = placeInWords(finding);
  const pieces = [
    { text: SEVERITY_NAMES[severity], paint: style[severity] },
    { text: ` ${where === "" ? "" : `${where}: `}${message} `, paint: plain },
    { text: `(${rule})`, paint: style.faint },
  ];
  const lines = [wrap(pieces, width, "    ")];
  if (place.quote !== undefined)
    lines.push(wrap([{ text: `"${shortened(place.quote, LONGEST_QUOTE)}"`, paint: style.faint }], width, "      "));
  return lines.join("\n");
}
