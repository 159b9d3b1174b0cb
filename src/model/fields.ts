/** The columns of the ASEM matrix that hold items, in the order of the table. */
export const ITEM_COLUMNS = ["workshops", "actionPlan", "recommendations", "followUp"] as const;

/** The fields of the title block, in the order of the model. */
export const HEADING_FIELDS = ["annex", "title", "period", "lastUpdated", "updatedBy"] as const;
