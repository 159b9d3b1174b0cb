import { z } from "zod";
import { HEADING_FIELDS, ITEM_COLUMNS } from "../model/fields.js";
import { pageNumberSchema } from "../model/place.js";

/** The version of the schema of diffs, by semantic versioning. */
export const DIFF_SCHEMA_VERSION = "1.0.0";

/** The `$schema` of a diff. */
export const DIFF_SCHEMA_ID = "urn:annex-matrix:schema:diff-1";

/** The fields of a meeting that are compared, in the order of the model. */
export const MEETING_FIELDS = ["number", "label", "theme", "city", "country", "dateText", "start", "end"] as const;

const meetingNumberSchema = z
  .int()
  .positive()
  .nullable()
  .describe("The number of the meeting, in the newer edition if both have it; null for the title block, or if it has none");
const pointerSchema = z.string().describe("JSON Pointer (RFC 6901) into the document of that edition");
const columnSchema = z.enum(ITEM_COLUMNS);

const wordRunSchema = z
  .strictObject({ kind: z.enum(["same", "removed", "added"]), text: z.string() })
  .describe("A stretch of words that both texts have, or only one of them")
  .meta({ id: "WordRun" });
const wordsSchema = z
  .array(wordRunSchema)
  .describe("All runs except the added ones make the older text, all except the removed ones the newer");

const itemPlaceSchema = z
  .strictObject({
    id: z.string().min(1),
    path: pointerSchema,
    text: z.string(),
    pages: z.array(pageNumberSchema),
    get children() {
      return z.array(itemPlaceSchema).min(1).optional().describe("What was added or removed together with the item");
    },
  })
  .meta({ id: "ItemPlace" });

const meetingPlaceSchema = z
  .strictObject({
    path: pointerSchema,
    number: z.int().positive().nullable(),
    label: z.string(),
    theme: z.string(),
    pages: z.array(pageNumberSchema),
  })
  .meta({ id: "MeetingPlace" });

const meetingContentSchema = z
  .strictObject({
    ...meetingPlaceSchema.shape,
    city: z.string().nullable(),
    country: z.string().nullable(),
    dateText: z.string().nullable(),
    start: z.iso.date().nullable(),
    end: z.iso.date().nullable(),
    workshops: z.array(itemPlaceSchema),
    actionPlan: z.array(itemPlaceSchema),
    recommendations: z.array(itemPlaceSchema),
    followUp: z.array(itemPlaceSchema),
  })
  .meta({ id: "MeetingContent" });

const fieldValueSchema = z
  .union([z.string(), z.int(), z.strictObject({ from: z.int(), to: z.int() }), z.null()])
  .meta({ id: "FieldValue" });

const field = { before: fieldValueSchema, after: fieldValueSchema, path: pointerSchema, words: wordsSchema.optional() };
const ofItem = { subject: z.literal("item"), meeting: meetingNumberSchema, column: columnSchema.describe("The newer one if it moved") };
const ofMeeting = { subject: z.literal("meeting"), meeting: meetingNumberSchema };

const changeSchema = z
  .union([
    z.strictObject({
      kind: z.literal("changed"),
      subject: z.literal("document"),
      meeting: z.null(),
      field: z.enum(HEADING_FIELDS),
      ...field,
    }),
    z.strictObject({ kind: z.literal("changed"), ...ofMeeting, field: z.enum(MEETING_FIELDS), ...field }),
    z.strictObject({ kind: z.literal("added"), ...ofMeeting, after: meetingContentSchema }),
    z.strictObject({ kind: z.literal("removed"), ...ofMeeting, before: meetingContentSchema }),
    z.strictObject({ kind: z.literal("moved"), ...ofMeeting, before: meetingPlaceSchema, after: meetingPlaceSchema }),
    z.strictObject({ kind: z.literal("added"), ...ofItem, after: itemPlaceSchema }),
    z.strictObject({ kind: z.literal("removed"), ...ofItem, before: itemPlaceSchema }),
    z.strictObject({ kind: z.literal("moved"), ...ofItem, before: itemPlaceSchema, after: itemPlaceSchema }),
    z.strictObject({
      kind: z.literal("changed"),
      ...ofItem,
      before: itemPlaceSchema,
      after: itemPlaceSchema,
      moved: z.literal(true).optional().describe("The item is also in another place"),
      words: wordsSchema,
    }),
  ])
  .meta({ id: "Change" });

const editionSchema = z
  .strictObject({ file: z.string(), sha256: z.string(), lastUpdated: z.iso.date().nullable() })
  .describe("One of the two documents that were compared")
  .meta({ id: "Edition" });

const count = z.int().nonnegative();

const summarySchema = z.strictObject({
  added: count,
  removed: count,
  changed: count,
  moved: count,
  unchanged: count.describe("Items that both editions have in the same place with the same text"),
});

const idLinkSchema = z
  .strictObject({ from: z.string(), to: z.string().nullable() })
  .describe("The id of an item in the older edition and in the newer; null if it is gone")
  .meta({ id: "IdLink" });

/** The schema of a diff: what `annex diff --format json` prints. */
export const diffSchema = z
  .strictObject({
    $schema: z.string(),
    schemaVersion: z.literal(DIFF_SCHEMA_VERSION),
    from: editionSchema,
    to: editionSchema,
    summary: summarySchema,
    changes: z.array(changeSchema),
    ids: z.array(idLinkSchema).optional().describe("With --ids: one for each item of the older edition"),
  })
  .meta({ id: "AnnexDiff" });

/** The kind of a difference. */
export type ChangeKind = Change["kind"];
/** A stretch of words that both texts have (`same`), or that only the older (`removed`) or the newer one (`added`) has. */
export type WordRun = z.infer<typeof wordRunSchema>;
/** An item in one of the editions; it has `children` only if it was added or removed with them. */
export type ItemPlace = z.infer<typeof itemPlaceSchema>;
/** A meeting in one of the editions. */
export type MeetingPlace = z.infer<typeof meetingPlaceSchema>;
/** A meeting in one of the editions, with its fields and items. */
export type MeetingContent = z.infer<typeof meetingContentSchema>;
/** The value of a field of the title block or of a meeting. */
export type FieldValue = z.infer<typeof fieldValueSchema>;
/** One difference between two editions; `kind` and `subject` determine its other fields. */
export type Change = z.infer<typeof changeSchema>;
/** A difference in an item. */
export type ItemChange = Extract<Change, { subject: "item" }>;
/** A difference in a meeting: it was added, removed or moved, or one of its fields changed. */
export type MeetingChange = Extract<Change, { subject: "meeting" }>;
/** A difference in a field of the title block or of a meeting. */
export type FieldChange = Extract<Change, { field: string }>;
/** One of the two documents that were compared. */
export type Edition = z.infer<typeof editionSchema>;
/** How many changes there are of each kind, and how many items stayed as they were. */
export type DiffSummary = z.infer<typeof summarySchema>;
/** The id of an item in the older edition and in the newer one, null if it is gone. */
export type IdLink = z.infer<typeof idLinkSchema>;

/** The differences between two editions of an annex. */
export interface AnnexDiff {
  readonly from: Edition;
  readonly to: Edition;
  readonly summary: DiffSummary;
  /** In the order of the newer document; removed items and meetings come where they were. */
  readonly changes: readonly Change[];
  /** One for each item of the older edition, in its order. */
  readonly ids: readonly IdLink[];
}
