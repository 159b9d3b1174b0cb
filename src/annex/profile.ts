import { z } from "zod";
import { ITEM_COLUMNS } from "../model/annex.js";
import { CELL_KINDS } from "../model/records.js";
import { type ShapeFault, shapeFaults } from "../model/shape.js";

/** The `$schema` that a profile may name. */
const PROFILE_SCHEMA_ID = "urn:annex-matrix:schema:profile-1";

const headers = z.array(z.string().min(1)).describe("The names that the column has in its header; the first is the usual one");

const columnSchema = z.strictObject({
  field: z.string().min(1),
  holds: z.enum(["number", "meeting", "items"]),
  headers: headers.min(1),
});

const itemColumns: ReadonlySet<string> = new Set(ITEM_COLUMNS);

/**
 * Describes a matrix of meetings: its columns, what their headers are called, and how its cells are read. A column that has no place in the
 * output is refused: its items would be read and lost.
 */
const meetingsProfileSchema = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal("meetings").optional(),
  name: z.string().min(1),
  label: z
    .string()
    .min(1)
    .refine(isPattern, "expected a regular expression")
    .describe("A regular expression for a meeting's label; its first group is the number"),
  columns: z
    .array(columnSchema)
    .min(2)
    .superRefine((columns, context) => {
      const fault = faultIn(context);
      columns.forEach(({ field, holds }, index) => {
        if (holds === "items" && !itemColumns.has(field))
          fault(index, "field", `expected ${ITEM_COLUMNS.join(", ")} for a column that holds items`);
      });
      refuseTwice(columns, fault);
      for (const once of ["meeting", "number"] as const) {
        const extra = columns.findIndex(({ holds }, index) => holds === once && columns.findIndex((other) => other.holds === once) < index);
        if (extra >= 0) fault(extra, "holds", `expected one column that holds ${once}`);
      }
    }),
});

const recordColumnSchema = z.strictObject({
  field: z
    .string()
    .regex(/^\p{L}[\p{L}\p{M}\p{N}_-]*$/u)
    .describe("The name of its cells in the records: a letter, then letters, digits, - and _"),
  holds: z.enum(CELL_KINDS),
  headers: headers.describe("The names that the column has in its header; none if it has no header"),
});

/** Describes any other matrix: its columns, each of which becomes a cell of every record. */
const recordsProfileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal("records"),
    name: z.string().min(1),
    key: z
      .string()
      .optional()
      .describe(
        "The field of a column that has a cell in every record: a row without one continues the record above; omitted if each visible row of the table is a record",
      ),
    starts: z
      .string()
      .optional()
      .refine((pattern) => pattern === undefined || isPattern(pattern), "expected a regular expression")
      .describe("A regular expression: a record starts at the lines of the key column that begin with a match, and nowhere else"),
    columns: z
      .array(recordColumnSchema)
      .min(2)
      .superRefine((columns, context) => {
        refuseTwice(columns, faultIn(context));
        if (columns.filter(({ headers: names }) => names.length > 0).length < 2)
          context.addIssue({ code: "custom", message: "expected headers for at least two columns" });
      }),
  })
  .superRefine(({ key, starts, columns }, context) => {
    if (key !== undefined && !columns.some(({ field }) => field === key))
      context.addIssue({ code: "custom", path: ["key"], message: "expected the field of a column" });
    if (starts !== undefined && key === undefined)
      context.addIssue({ code: "custom", path: ["starts"], message: "expected a key as well" });
  });

type AddFault = (column: number, key: string, message: string) => void;

function faultIn(context: z.core.$RefinementCtx): AddFault {
  return (column, key, message) => context.addIssue({ code: "custom", path: [column, key], message });
}

function refuseTwice(columns: readonly { readonly field: string }[], fault: AddFault): void {
  columns.forEach(({ field }, index) => {
    if (columns.findIndex((other) => other.field === field) < index) fault(index, "field", "expected each field once");
  });
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

/** The description of a matrix of meetings, like the ASEM annex: its columns, the names in their headers, and what their cells contain. */
export type Profile = z.infer<typeof meetingsProfileSchema>;

/** The description of any other matrix: its columns, the names in their headers, what their cells contain, and where records start. */
export type RecordsProfile = z.infer<typeof recordsProfileSchema>;

/** A profile of either kind, or everything that is wrong with its shape. */
export type ParsedProfile = { readonly profile: Profile | RecordsProfile } | { readonly faults: readonly ShapeFault[] };

const kindSchema = z.looseObject({ kind: z.enum(["meetings", "records"]).optional() });

/** Checks a value, such as parsed JSON, against the schema of profiles. */
export function parseProfile(value: unknown): ParsedProfile {
  const kind = kindSchema.safeParse(value);
  if (!kind.success) return { faults: shapeFaults(value, kind.error.issues) };
  const checked = kind.data.kind === "records" ? recordsProfileSchema.safeParse(value) : meetingsProfileSchema.safeParse(value);
  return checked.success ? { profile: checked.data } : { faults: shapeFaults(value, checked.error.issues) };
}

/** The JSON Schema (draft 2020-12) of a profile: the contents of `schema/profile-1.schema.json`. */
export function profileJsonSchema(): Record<string, unknown> {
  return {
    $id: PROFILE_SCHEMA_ID,
    title: "What a matrix looks like",
    ...z.toJSONSchema(z.union([meetingsProfileSchema, recordsProfileSchema])),
  };
}
