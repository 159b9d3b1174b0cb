import { z } from "zod";

/** Describes a matrix: its columns, what their headers are called, and how its cells are read. */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  /** A regular expression for a meeting's label; its first group is the number. */
  label: z.string().min(1),
  columns: z
    .array(
      z.strictObject({
        field: z.string().min(1),
        holds: z.enum(["number", "meeting", "items"]),
        headers: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(2),
});

/** Describes a matrix: its columns, what their headers are called, and how its cells are read. */
export type Profile = z.infer<typeof profileSchema>;
