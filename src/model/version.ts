/** The version of the output contract, raised by the rules of semantic versioning. */
export const SCHEMA_VERSION = "1.0.0";

/** The address by which a document names its schema. */
export const SCHEMA_ID = "urn:annex-matrix:schema:annex-1";
