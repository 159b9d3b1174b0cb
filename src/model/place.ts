import { z } from "zod";

/** A page number, counted from 1. */
export const pageNumberSchema = z.int().positive().describe("Page of the PDF, counted from 1");

/** A box in points from the top left corner of the page as shown, rounded to 2 decimals. */
export const bboxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe("[x0, y0, x1, y1] in points, origin top left of the page as shown (rotation and crop applied)");

/** [x0, y0, x1, y1] in points, origin top left of the page as shown. */
export type Bbox = z.infer<typeof bboxSchema>;
