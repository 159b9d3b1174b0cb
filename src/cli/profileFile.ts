import { type Profile, profileSchema } from "../annex/profile.js";
import { shapeFaults } from "../model/shape.js";
import { Failure } from "./failure.js";
import { readJson } from "./json.js";
import { describeShapeFault } from "./words.js";

/** Reads a profile file. */
export async function readProfile(path: string): Promise<Profile> {
  const json = await readJson(path);
  const checked = profileSchema.safeParse(json);
  if (checked.success) return checked.data;
  const [first = "", ...more] = shapeFaults(json, checked.error.issues).map(describeShapeFault);
  throw new Failure(`${path}: not a profile: ${first}`, more.length === 0 ? undefined : `And ${more.length} more: ${more.join("; ")}`);
}
