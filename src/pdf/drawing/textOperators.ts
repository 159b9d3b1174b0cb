import { identity } from "../../geometry/matrix.js";
import { OPS } from "../pdfjs/pdfjs.js";
import { matrixOf, numberAt } from "../pdfjs/untyped.js";
import type { GraphicsState } from "./graphicsState.js";
import type { TextCursor } from "./textCursor.js";

/**
 * Executes an operator that sets the text state or places what is shown next (ISO 32000-1, 9.3 and 9.4.2); fonts and the showing of text,
 * which need more than the state, are left to the interpreter. Other operators change nothing.
 */
export function executeTextOperator(operator: number, args: readonly unknown[], state: GraphicsState, cursor: TextCursor): void {
  switch (operator) {
    case OPS.beginText:
      return cursor.setMatrix(identity);
    case OPS.setTextMatrix:
      return cursor.setMatrix(matrixOf(args.length === 1 ? args[0] : args));
    case OPS.moveText:
      return cursor.moveLine(numberAt(args, 0), numberAt(args, 1));
    case OPS.setLeadingMoveText:
      state.leading = -numberAt(args, 1);
      return cursor.moveLine(numberAt(args, 0), numberAt(args, 1));
    case OPS.nextLine:
      return cursor.moveLine(0, -state.leading);
    case OPS.setLeading:
      state.leading = numberAt(args, 0);
      return;
    case OPS.setCharSpacing:
      state.charSpacing = numberAt(args, 0);
      return;
    case OPS.setWordSpacing:
      state.wordSpacing = numberAt(args, 0);
      return;
    case OPS.setHScale:
      state.horizontalScale = numberAt(args, 0) / 100;
      return;
    case OPS.setTextRise:
      state.rise = numberAt(args, 0);
      return;
    case OPS.setTextRenderingMode:
      state.renderMode = numberAt(args, 0);
      return;
  }
}
