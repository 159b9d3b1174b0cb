/** The version of the output contract, raised by the rules of semantic versioning. */
export const SCHEMA_VERSION = "1.1.0";

/** Earlier versions: their documents fit this one, too. */
export const EARLIER_SCHEMA_VERSIONS = ["1.0.0"] as const;

/** The address by which a document names its schema. */
export const SCHEMA_ID = "urn:annex-matrix:schema:annex-1";
