/** The version of the schema of extracted documents, by semantic versioning. */
export const SCHEMA_VERSION = "1.1.0";

/** Earlier versions, whose documents fit this one as well. */
export const EARLIER_SCHEMA_VERSIONS = ["1.0.0"] as const;

/** The `$schema` of an extracted document. */
export const SCHEMA_ID = "urn:annex-matrix:schema:annex-1";
