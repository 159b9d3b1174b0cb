const HEADERS = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN", "RECOMMENDATION", "FOLLOW UP"];
const LEFT = [30, 70, 200, 310, 440, 570, 760];
const ROWS = [
  { top: 540, bottom: 520, cells: HEADERS.map((header) => [header]) },
  {
    top: 520,
    bottom: 300,
    cells: [
      ["1"],
      ["ASEM CMM 1", "Theme", "Sofia, Bulgaria", "1-2 March 2018"],
      ["- A workshop"],
      ["- Study it well"],
      ["- Go on"],
      ["- Report back"],
    ],
  },
];

/**
 * Writes an annex of one page in a font that maps its glyphs to nothing: what they show is given by ActualText, of marked content for one
 * half and of the structure for the other. Nothing is deflated. Returns its bytes.
 */
export function unmappedAnnex() {
  const elements = [];
  const content = ROWS.map(({ top, bottom, cells }) =>
    cells.map((lines, column) => cell(lines, column, { top, bottom }, elements)).join("\n"),
  ).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /MarkInfo << /Marked true >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /StructParents 0 /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Silent /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Silent /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 500 >>",
    "<< /Type /FontDescriptor /FontName /Silent /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
    `<< /Type /StructTreeRoot /K [${elements.map((_, i) => `${9 + i} 0 R`).join(" ")}] >>`,
    ...elements.map((text, mcid) => `<< /S /Span /P 8 0 R /Pg 3 0 R /K ${mcid} /ActualText (${text}) >>`),
  ];
  return fileOf(objects);
}

/** A cell with its frame. The text of every other line is given by the structure, and added to `elements`. */
function cell(lines, column, { top, bottom }, elements) {
  const [left, right] = LEFT.slice(column, column + 2);
  const texts = lines.map((text, line) => {
    const properties = (column + line) % 2 === 0 ? `<< /MCID ${elements.push(text) - 1} >>` : `<< /ActualText (${text}) >>`;
    const codes = [...text].map((character) => (character.charCodeAt(0) + 300).toString(16).padStart(4, "0")).join("");
    return `/Span ${properties} BDC BT /F1 9 Tf ${left + 4} ${top - 12 - 12 * line} Td <${codes}> Tj ET EMC`;
  });
  return [`${left} ${bottom} ${right - left} ${top - bottom} re S`, ...texts].join("\n");
}

function fileOf(objects) {
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    "latin1",
  );
}
