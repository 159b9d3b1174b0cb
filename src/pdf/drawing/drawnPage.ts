import type { Ruling, Shape } from "../page.js";
import type { OperatorList } from "../pdfjs/operatorList.js";
import { Brackets } from "./brackets.js";
import { type PageContext, interpret } from "./interpreter.js";
import { Painter } from "./painter.js";
import type { DrawnText } from "./textCursor.js";

/** What the operators of a page draw, in order. */
export interface DrawnPage extends DrawnText {
  readonly rulings: readonly Ruling[];
  readonly shapes: readonly Shape[];
  /** Square points that pictures cover. */
  readonly pictureArea: number;
  /** Whether the operators end in the middle of something. */
  readonly endsEarly: boolean;
  /** Whether a text is shown in a font that could not be read. */
  readonly lacksFont: boolean;
  /** Whether an area is filled with a pattern that has text in it, which is not among the glyphs. */
  readonly hasTextInPattern: boolean;
}

/** The glyphs, rulings and shapes that a page's operators draw. */
export function drawnPage(list: OperatorList, context: PageContext): DrawnPage {
  const painter = new Painter(context.toShown, context.layers);
  interpret(list, context, painter);
  const brackets = new Brackets();
  for (const operator of list.fnArray) brackets.take(operator);
  const { drawnText, rulings, shapes, pictureArea, lacksFont, hasTextInPattern } = painter;
  return { ...drawnText, rulings, shapes, pictureArea, endsEarly: brackets.isOpen, lacksFont, hasTextInPattern };
}
