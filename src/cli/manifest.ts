import { z } from "zod";

/** A line of the manifest, read back. */
export const manifestEntrySchema = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  outcome: z.enum(["ok", "errors", "failed"]),
  output: z.string().optional(),
  reason: z.string().optional(),
  counts: z.strictObject({ meetings: z.int(), items: z.int(), errors: z.int(), warnings: z.int() }).optional(),
  seconds: z.number(),
});

/** A line of the manifest: what became of one PDF. */
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;
