/** Damage to a page or a PDF. `describeDamage` puts it into words. */
export type Damage =
  /** In the words of the library that reads PDFs, which has no codes for it. */
  | { readonly code: "library"; readonly words: string }
  /** The PDF has no pages. */
  | { readonly code: "no-pages" }
  /** The page tree has `count` more pages than the library finds. */
  | { readonly code: "pages-not-found"; readonly count: number }
  /** The page's content is not where its entry leads. */
  | { readonly code: "content-missing" }
  /** Data of the content that its filter, such as `LZWDecode`, cannot have made. */
  | { readonly code: "content-undecodable"; readonly filter: string }
  /** The content ends in the middle of a text or a group. */
  | { readonly code: "content-ends-early" }
  /** Nothing is drawn on the page of a PDF whose objects had to be searched for. */
  | { readonly code: "nothing-drawn" }
  /** The page shows text in a font that cannot be read. */
  | { readonly code: "font-unreadable" }
  /** An area of the page is filled with a pattern that has text in it. */
  | { readonly code: "text-in-pattern" }
  /** An image on the page is cut off. */
  | { readonly code: "image-ends-early" }
  /** An image on the page cannot be decoded. */
  | { readonly code: "image-undecodable" }
  /** The library gave up on the images of the page: one is too large, or cannot be decoded. */
  | { readonly code: "images-given-up" };

/** Damage that the library reported by an error. */
export function damageBy(error: unknown): Damage {
  return { code: "library", words: error instanceof Error && error.message !== "" ? error.message : "unknown" };
}

/** Puts damage into words that can follow a colon or stand in brackets. */
export function describeDamage(damage: Damage): string {
  switch (damage.code) {
    case "library":
      return damage.words;
    case "no-pages":
      return "it has no pages";
    case "pages-not-found":
      return `pages of its page tree that were not found: ${damage.count}`;
    case "content-missing":
      return "its content is not there";
    case "content-undecodable":
      return `its content is not what ${damage.filter} can read`;
    case "content-ends-early":
      return "its content ends early";
    case "nothing-drawn":
      return "nothing is on it, and the PDF is damaged";
    case "font-unreadable":
      return "a font on it cannot be read";
    case "text-in-pattern":
      return "text in a pattern that fills an area";
    case "image-ends-early":
      return "an image on it ends early";
    case "image-undecodable":
      return "an image on it cannot be decoded";
    case "images-given-up":
      return "an image on it is too large, or cannot be decoded";
  }
}
