import type { Ledger, RecordsLedger } from "../../model/ledger.js";

/** The forms in which statistics are printed. */
export const STATISTICS_FORMS = ["text", "json"] as const;

/** A form in which statistics are printed. */
export type StatisticsForm = (typeof STATISTICS_FORMS)[number];

/** The counts of all ledgers together, as lines for people or as one line of JSON. */
export function statistics(ledgers: readonly (Ledger | RecordsLedger)[], form: StatisticsForm): string[] {
  const total = new Map<string, number>();
  for (const ledger of ledgers) {
    for (const [home, count] of Object.entries<number>({ ...ledger })) total.set(home, (total.get(home) ?? 0) + count);
  }
  if (form === "json") return [JSON.stringify(Object.fromEntries(total))];
  const width = Math.max(...[...total.keys()].map((home) => home.length));
  return [...total].map(([home, count]) => `${home.padEnd(width)}  ${String(count).padStart(8)}`);
}
