import { expect, test } from "vitest";
import { tablesJsonSchema } from "../../src/model/tables.js";

test("the published schema of tables is the model's", async () => {
  await expect(`${JSON.stringify(tablesJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/tables-1.schema.json");
});
