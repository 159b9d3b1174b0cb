import { z } from "zod";
import { ITEM_COLUMNS } from "../model/annex.js";

const columnSchema = z.strictObject({
  field: z.string().min(1),
  holds: z.enum(["number", "meeting", "items"]),
  headers: z.array(z.string().min(1)).min(1),
});

const itemColumns: ReadonlySet<string> = new Set(ITEM_COLUMNS);

/**
 * Describes a matrix: its columns, what their headers are called, and how its cells are read. A column that the output has no place for is
 * refused: its items would be read and lost.
 */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  /** A regular expression for a meeting's label; its first group is the number. */
  label: z.string().min(1),
  columns: z
    .array(columnSchema)
    .min(2)
    .superRefine((columns, context) => {
      const taken = new Set<string>();
      columns.forEach(({ field, holds }, index) => {
        const fault = (key: string, message: string): void => {
          context.addIssue({ code: "custom", path: [index, key], message });
        };
        if (holds === "items" && !itemColumns.has(field)) fault("field", `expected ${ITEM_COLUMNS.join(", ")} for a column that holds items`);
        if (taken.has(field)) fault("field", "expected each field once");
        taken.add(field);
      });
      for (const once of ["meeting", "number"] as const) {
        const extra = columns.findIndex(({ holds }, index) => holds === once && columns.findIndex((other) => other.holds === once) < index);
        if (extra >= 0) context.addIssue({ code: "custom", path: [extra, "holds"], message: `expected one column that holds ${once}` });
      }
    }),
});

/** Describes a matrix: its columns, what their headers are called, and how its cells are read. */
export type Profile = z.infer<typeof profileSchema>;
