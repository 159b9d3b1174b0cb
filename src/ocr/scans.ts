import { layOut } from "../layout/pageLayout.js";
import { type QuarterTurns, opposite } from "../layout/upright.js";
import { damageBy } from "../model/damage.js";
import { type PdfFile, openPdf } from "../pdf/open.js";
import type { PdfPage, UnreadablePage } from "../pdf/page.js";
import { UndecodedImage } from "../pdf/pictures/images.js";
import { type PagePicture, type PdfPictures, openPictures } from "../pdf/pictures/pictures.js";
import type { Dictionary } from "../text/words/wordKnowledge.js";
import { withOwnText } from "./ownText.js";
import { recognisePage } from "./recognisePage.js";
import type { Recogniser } from "./recogniser.js";
import { startTesseract } from "./tesseract.js";
import { likelyTurns, turnedPage, turnedPicture } from "./turns.js";

/** What reads scans; pictures and recogniser are started for the first page without text, if there is one. */
export interface ScanTools {
  readonly openPictures: () => Promise<PdfPictures>;
  readonly startRecogniser: () => Promise<Recogniser>;
  /** The dictionary of the document's language: a recognised word that it does not have may be misread. */
  readonly dictionary: Dictionary;
}

/**
 * Opens a PDF whose pages without text are recognised in their pictures. Takes over the bytes.
 *
 * @throws AnnexError as `openPdf`.
 */
export async function openScans(bytes: Uint8Array, dictionary: Dictionary, password?: string, first?: number): Promise<PdfFile> {
  const copy = Uint8Array.from(bytes);
  const pdf = await openPdf(bytes, password, first);
  return readingScans(pdf, { openPictures: () => openPictures(copy, password), startRecogniser: startTesseract, dictionary });
}

/** The same PDF, with text on the pages that are pictures without text; pages with text keep it. */
export function readingScans(pdf: PdfFile, tools: ScanTools): PdfFile {
  let pictures: Promise<PdfPictures> | undefined;
  let recogniser: Promise<Recogniser> | undefined;
  const recognised = async (page: PdfPage): Promise<PdfPage | UnreadablePage> => {
    try {
      pictures ??= tools.openPictures();
      const picture = await (await pictures).ofPage(page.number);
      if (picture.operators === 0 && (page.operators ?? 0) > 0) return { number: page.number, reason: { code: "images-given-up" } };
      if (picture.images.length === 0) return page;
      recogniser ??= tools.startRecogniser();
      const read = await recogniseTurned(page.number, picture, await recogniser, tools.dictionary);
      return { ...withOwnText(believed(read), page), damage: page.damage ?? picture.damage };
    } catch (error) {
      return { number: page.number, reason: error instanceof UndecodedImage ? { code: "image-undecodable" } : damageBy(error) };
    }
  };
  return {
    ...pdf,
    read: async function* (isWanted) {
      for await (const page of pdf.read(isWanted))
        yield "reason" in page || layOut(page).insteadOfText === undefined ? page : await recognised(page);
    },
    close: async () => {
      await Promise.all([pdf.close(), (await pictures)?.close(), (await recogniser)?.close()]);
    },
  };
}

/** Recognises a page in the first direction in which its text is legible; if it is legible in none, as it is. */
async function recogniseTurned(number: number, picture: PagePicture, recogniser: Recogniser, dictionary: Dictionary): Promise<PdfPage> {
  const readAlong = async (turns: QuarterTurns): Promise<PdfPage> =>
    turnedPage(await recognisePage(number, turnedPicture(picture, opposite(turns)), recogniser, dictionary), turns);
  const [likeliest, ...others] = likelyTurns(picture);
  let best = await readAlong(likeliest);
  for (const turns of others) {
    if (isLegible(best)) break;
    const read = await readAlong(turns);
    if (turns === 0 || isLegible(read)) best = read;
  }
  return best;
}

/** If a larger share of a page's words than this is doubtful, none can be trusted: it would be a page of invented text. */
const MOST_DOUBTFUL = 1 / 3;

/** Whether the page has text that can be trusted, or neither text nor anything that looks like it. */
function isLegible({ recognition }: PdfPage): boolean {
  if (recognition === undefined) return false;
  const { words, doubtful, ignored } = recognition;
  return words === 0 ? ignored.every(({ text }) => text === undefined) : doubtful.length <= MOST_DOUBTFUL * words;
}

/** The page, without its text if its picture is not legible. */
function believed(page: PdfPage): PdfPage {
  const { recognition } = page;
  if (recognition === undefined || recognition.words === 0 || isLegible(page)) return page;
  return { ...page, glyphs: [], recognition: { ...recognition, doubtful: [] } };
}
