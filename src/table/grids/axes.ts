import { groupBy } from "../../geometry/groups.js";
import { textOfLines } from "../../layout/lines.js";
import { type GridCell, type GridTable, filledCells } from "./grid.js";

/** Fewest evenly spaced numbers that make an axis. */
const FEWEST_TICKS = 4;

/**
 * Whether numbers of the table are the ticks of a chart's axis: all of a row or of a column are evenly spaced. Steps of one do not count:
 * years, ranks and numbered columns have them. Down a column, ticks decrease, and rows of a table seldom do.
 */
export function hasAxis(table: GridTable): boolean {
  const filled = filledCells(table);
  const rows = [...groupBy(filled, (cell) => cell.row).values()];
  const columns = [...groupBy(filled, (cell) => cell.col).values()];
  return (
    rows.some((row) => areTicks(row.flatMap(wordsOf).map(valueOf), () => true)) ||
    columns.some((column) => isFalling(column.map(({ lines }) => valueOf(textOfLines(lines)))))
  );
}

/** Whether the numbers of a column are the ticks of an upright axis. Below it may be the first tick of the other axis. */
function isFalling(values: readonly (number | undefined)[]): boolean {
  const numbers = values.filter((value) => value !== undefined);
  return [numbers, numbers.slice(0, -1)].some((ticks) => areTicks(ticks, (step) => step < 0));
}

function wordsOf(cell: GridCell): string[] {
  return cell.lines.flatMap((line) => line.words.map((word) => word.text));
}

/** The value of a text that is one number; undefined for any other. */
function valueOf(text: string): number | undefined {
  return /^[-–−]?[$€£]?\d*[\d,]*\.?\d+%?$/u.test(text) ? Number(text.replace(/[–−]/gu, "-").replace(/[$€£,%]/gu, "")) : undefined;
}

/** Whether the numbers among the values are enough for an axis and evenly spaced, by a step other than 0 and 1. */
function areTicks(values: readonly (number | undefined)[], isTick: (step: number) => boolean): boolean {
  const numbers = values.filter((value) => value !== undefined);
  const steps = numbers.slice(1).map((value, i) => value - (numbers[i] ?? value));
  const [step] = steps;
  if (step === undefined || numbers.length < FEWEST_TICKS || step === 0 || Math.abs(Math.abs(step) - 1) < 1e-9) return false;
  return isTick(step) && steps.every((other) => Math.abs(other - step) < 1e-6 * Math.abs(step));
}
