import type { AnnexDocument } from "../../../src/model/annex.js";
import { complete, gold, plainGold } from "../../support/gold.js";

/** Text that means something in every format: Markdown, HTML, CSV, formulas, references. */
export const NASTY = "@octocat <script>alert('1')</script> | *b* _i_ `c` [x](http://evil.example) #12 & ~~s~~ \"q\", www.example.org <!-- \\ $a$";

/** A document whose texts mean something in every format. */
export function nasty(): AnnexDocument {
  const plain = plainGold(2019);
  plain.document.title = `# ${NASTY}`;
  plain.document.updatedBy = NASTY;
  const [first, second] = plain.meetings;
  if (first === undefined || second === undefined) throw new Error("the gold has too few meetings");
  first.theme = NASTY;
  first.label = NASTY;
  first.workshops = [
    { marker: "bullet", text: NASTY, children: [{ marker: "dash", text: `- ${NASTY}`, children: [{ marker: "none", text: "1. deepest" }] }] },
    { marker: "number", number: 7, text: "=HYPERLINK(1)\nsecond, \"paragraph\"\r\nthird" },
    { marker: "letter", text: "+1" },
    { marker: "none", text: "@SUM(A1)" },
    { marker: "none", text: "" },
  ];
  // A meeting with no item, no number and nothing known of it.
  plain.meetings.push({ ...second, number: null, theme: "", label: "", city: null, country: null, dateText: null, start: null, end: null, workshops: [], actionPlan: [], recommendations: [], followUp: [] });
  return complete(plain, "Annex (1)=2.PDF");
}

/** Documents that every format must carry, by name. */
export const DOCUMENTS: readonly (readonly [string, AnnexDocument])[] = [
  ["the edition of 2019", gold(2019)],
  ["the edition of 2016", gold(2016)],
  ["a nasty document", nasty()],
];
