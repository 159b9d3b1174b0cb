import fc from "fast-check";
import { test } from "vitest";
import { recipe } from "./drawn/arbitrary.js";
import { comesBack } from "./drawn/comesBack.js";

// Other seeds and more of them: MATRIX_SEED=7 MATRIX_RUNS=2000 npx vitest run tests/property
const seed = Number(process.env["MATRIX_SEED"] ?? 2019);
const numRuns = Number(process.env["MATRIX_RUNS"] ?? 40);

test("a drawn matrix comes back exactly", { timeout: 600_000 }, async () => {
  await fc.assert(fc.asyncProperty(recipe, comesBack), { seed, numRuns, endOnFailure: false });
});
