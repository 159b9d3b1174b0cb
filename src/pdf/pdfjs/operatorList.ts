import { numbers } from "./untyped.js";

/** The operators of one page, as pdf.js lists them: `fnArray[i]` with the operands `argsArray[i]`. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Visits the operators of a page in order. Operands that pdf.js keeps in a typed array are passed as an array, too. */
export function forEachOperator({ fnArray, argsArray }: OperatorList, visit: (operator: number, args: readonly unknown[]) => void): void {
  fnArray.forEach((operator, i) => {
    const operands = argsArray[i];
    visit(operator, Array.isArray(operands) ? operands : numbers(operands));
  });
}
