import { createRequire } from "node:module";
import type { Profile } from "./profile.js";

const load: (path: string) => Profile = createRequire(import.meta.url);

/** The profile of the ASEM culture ministers' matrix. A test holds the file against the profile's schema. */
export const asemProfile: Profile = load("../../profiles/asem-culture-ministers.json");
