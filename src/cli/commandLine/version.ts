import { createRequire } from "node:module";

const load: (path: string) => { readonly version: string } = createRequire(import.meta.url);

/** The version of this package. */
export const VERSION = load("../../../package.json").version;
