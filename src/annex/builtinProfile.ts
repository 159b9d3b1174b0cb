import { createRequire } from "node:module";
import type { Profile } from "./profile.js";

const load: (path: string) => Profile = createRequire(import.meta.url);

/** The built-in profile: the matrix of the ASEM culture ministers. A test checks the file against the schema of profiles. */
export const asemProfile: Profile = load("../../profiles/asem-culture-ministers.json");
