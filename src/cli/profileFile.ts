import { type Profile, profileSchema } from "../annex/profile.js";
import { Failure } from "./failure.js";
import { describeIssues } from "./issues.js";
import { readJson } from "./json.js";

/** Reads a profile file. */
export async function readProfile(path: string): Promise<Profile> {
  const json = await readJson(path);
  const checked = profileSchema.safeParse(json);
  if (checked.success) return checked.data;
  const [first = "", ...more] = describeIssues(json, checked.error.issues);
  throw new Failure(`${path}: not a profile: ${first}`, more.length === 0 ? undefined : `And ${more.length} more: ${more.join("; ")}`);
}
