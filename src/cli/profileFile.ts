import { type Profile, profileSchema } from "../annex/profile.js";
import { readText } from "./disk.js";
import { Failure } from "./failure.js";

/** Reads a profile file. */
export async function readProfile(path: string): Promise<Profile> {
  const text = await readText(path);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path}: not JSON: ${error instanceof Error ? error.message : ""}`, "Correct the profile.", { cause: error });
  }
  const checked = profileSchema.safeParse(json);
  if (checked.success) return checked.data;
  const [first] = checked.error.issues;
  const where = first?.path.join(".") ?? "";
  throw new Failure(`${path}: not a profile: ${where === "" ? "" : `${where}: `}${first?.message ?? ""}`, "Correct the profile.");
}
