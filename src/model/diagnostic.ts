import { z } from "zod";
import type { Damage } from "./damage.js";
import { bboxSchema, pageNumberSchema } from "./place.js";

const severitySchema = z.enum(["error", "warning", "info"]);

/** How much a diagnostic matters: after an `error` the data cannot be trusted, a `warning` deserves a look, `info` is for the record. */
export type Severity = z.infer<typeof severitySchema>;

/** What every diagnostic has besides the fields of its code. */
const place = {
  severity: severitySchema,
  message: z.string(),
  page: pageNumberSchema.optional(),
  bbox: bboxSchema.optional(),
  meeting: z.int().positive().optional().describe("The number of the meeting"),
};

/** The schema of a diagnostic; `code` determines its other fields. */
export const diagnosticSchema = z
  .discriminatedUnion("code", [
    z.strictObject({ code: z.literal("glyph-without-home"), ...place, text: z.string(), count: z.int() }),
    z.strictObject({ code: z.literal("glyph-unmapped"), ...place, count: z.int() }),
    z.strictObject({ code: z.literal("file-mended"), ...place }),
    z.strictObject({ code: z.literal("page-unreadable"), ...place, reason: z.string() }),
    z.strictObject({
      code: z.literal("page-without-text"),
      ...place,
      shows: z.enum(["picture", "outlines"]).optional().describe("From version 1.1.0 on"),
    }),
    z.strictObject({ code: z.literal("page-blank"), ...place }),
    z.strictObject({ code: z.literal("row-interrupted"), ...place, missing: pageNumberSchema }),
    z.strictObject({ code: z.literal("row-undecided"), ...place }),
    z.strictObject({ code: z.literal("item-interrupted"), ...place, missing: pageNumberSchema, item: z.string().describe("Its id") }),
    z.strictObject({ code: z.literal("ocr-page"), ...place, words: z.int(), confidence: z.number() }),
    z.strictObject({ code: z.literal("ocr-doubtful"), ...place, text: z.string(), confidence: z.number() }),
    z.strictObject({ code: z.literal("ocr-ignored"), ...place, text: z.string().optional(), confidence: z.number().optional() }),
    z.strictObject({ code: z.literal("ocr-specks"), ...place, count: z.int() }),
    z.strictObject({ code: z.literal("text-hidden"), ...place, text: z.string(), count: z.int() }),
    z.strictObject({
      code: z.literal("hyphen-undecided"),
      ...place,
      before: z.string(),
      after: z.string(),
      joined: z.literal(true).optional().describe("If they were read as one word anyway; from version 1.1.0 on"),
    }),
    z.strictObject({
      code: z.literal("paragraph-undecided"),
      ...place,
      item: z.string().describe("Its id"),
      before: z.string().describe("The last word of the line"),
      after: z.string().describe("The first word of the next"),
      divided: z.boolean().describe("Whether they were read as two paragraphs"),
    }),
    z.strictObject({
      code: z.literal("item-undecided"),
      ...place,
      item: z.string().describe("The id of the item in which the paragraph is"),
      start: z.string().describe("The first word of the paragraph"),
      divided: z.boolean().describe("Whether it was read as an item of its own"),
    }),
    z.strictObject({ code: z.literal("bullet-empty"), ...place, column: z.string() }),
    z.strictObject({ code: z.literal("header-unknown"), ...place, actual: z.string(), column: z.string().optional() }),
    z.strictObject({ code: z.literal("header-missing"), ...place, column: z.string() }),
    z.strictObject({ code: z.literal("number-missing"), ...place, label: z.string() }),
    z.strictObject({ code: z.literal("number-mismatch"), ...place, actual: z.int(), expected: z.int() }),
    z.strictObject({ code: z.literal("date-unreadable"), ...place, actual: z.string() }),
    z.strictObject({ code: z.literal("place-unreadable"), ...place, actual: z.string() }),
    z.strictObject({
      code: z.literal("place-undecided"),
      ...place,
      theme: z.string().describe("As it was read"),
      place: z.string().describe("City and country as they were read"),
    }),
    z.strictObject({ code: z.literal("meeting-text-unread"), ...place, text: z.string() }),
    z.strictObject({ code: z.literal("heading-missing"), ...place, field: z.string() }),
    z.strictObject({ code: z.literal("placeholder-left"), ...place, field: z.string(), actual: z.string() }),
  ])
  .meta({ id: "Diagnostic" });

/** Something doubtful in a document; `code` determines its other fields. docs/rules.md describes each code. */
export type Diagnostic = z.infer<typeof diagnosticSchema>;

/** The code of a diagnostic. */
export type DiagnosticCode = Diagnostic["code"];

type WithoutWords<T> = T extends unknown ? Omit<T, "message" | "severity"> : never;

type Undescribed<T> = T extends { readonly code: "page-unreadable" } ? Omit<T, "reason"> & { readonly reason: Damage } : T;

/** A diagnostic before it is put into words: without severity and message, damage as data. */
export type Finding = Undescribed<WithoutWords<Diagnostic>>;
