import type { Profile, RecordsProfile } from "../../annex/profile.js";
import { Failure } from "../terminal/failure.js";
import { describeShapeFault } from "../terminal/words.js";
import { readJson } from "./json.js";

/** Reads a profile file of either kind. What checks profiles takes long to load, and most runs have none. */
export async function readProfile(path: string): Promise<Profile | RecordsProfile> {
  const { parseProfile } = await import("../../annex/profile.js");
  const parsed = parseProfile(await readJson(path));
  if ("profile" in parsed) return parsed.profile;
  const [first = "", ...more] = parsed.faults.map(describeShapeFault);
  throw new Failure(`${path}: not a profile: ${first}`, more.length === 0 ? undefined : `And ${more.length} more: ${more.join("; ")}`);
}

/**
 * Reads a profile file that must describe an annex of meetings.
 *
 * @param command What needs it, for the message: `annex diff`.
 */
export async function readMeetingsProfile(path: string, command: string): Promise<Profile> {
  const profile = await readProfile(path);
  if (profile.kind !== "records") return profile;
  throw new Failure(`${path}: describes records, and ${command} reads annexes of meetings only`, "annex extract reads records.");
}
