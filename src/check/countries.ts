import { createRequire } from "node:module";
import { nearestWord } from "./misspelling.js";

const require = createRequire(import.meta.url);

// The library's main module loads the names in all of its 80 languages; its list of English names is enough.
const ENGLISH = require("i18n-iso-countries/langs/en.json") as {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
};

/** Short and older names in use among the ASEM partners that ISO 3166 does not list, by their country's code. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  BN: ["Brunei"],
  CN: ["P.R. China", "PR China"],
  CY: ["Republic of Cyprus"],
  GB: ["United Kingdom of Great Britain and Northern Ireland"],
  IR: ["Iran"],
  KR: ["Korea", "Korea (Republic of)", "ROK"],
  LA: ["Laos", "Lao PDR", "Lao"],
  MD: ["Moldova", "Republic of Moldova"],
  RU: ["Russia"],
  SK: ["Slovak Republic"],
  SY: ["Syria"],
  TR: ["Turkey"],
  VA: ["Holy See", "Vatican"],
  VN: ["Viet Nam"],
};

interface KnownName {
  readonly name: string;
  readonly key: string;
  readonly code: string;
}

const KNOWN: readonly KnownName[] = knownNames();
const CODE_BY_KEY: ReadonlyMap<string, string> = new Map(KNOWN.map(({ key, code }) => [key, code]));

/** The ISO 3166 code of a country by its English name; undefined if no list has the name. */
export function countryCode(name: string): string | undefined {
  return CODE_BY_KEY.get(keyOf(name));
}

/** The known name nearest to a misspelt one; undefined if none is near, that is, if more than a third of it is wrong. */
export function nearestCountry(name: string): string | undefined {
  const key = keyOf(name);
  const nearest = nearestWord(
    key,
    KNOWN.map((known) => known.key),
    Math.floor(key.length / 3),
  );
  return KNOWN.find((known) => known.key === nearest)?.name;
}

/** The code of the country that is meant, read with an eye on misspellings. */
export function meantCountryCode(name: string): string | undefined {
  return countryCode(name) ?? countryCode(nearestCountry(name) ?? "");
}

function knownNames(): KnownName[] {
  const official = Object.entries(ENGLISH.countries).map(([code, names]): [string, readonly string[]] => [
    code,
    typeof names === "string" ? [names] : names,
  ]);
  return [...official, ...Object.entries(ALSO_CALLED)].flatMap(([code, names]) => names.map((name) => ({ name, key: keyOf(name), code })));
}

/** The name without its article, accents, case and signs. */
function keyOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /u, "");
}
