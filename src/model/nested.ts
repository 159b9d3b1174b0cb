/** Items and everything nested in them, each before its children. */
export function withNested<T extends { readonly children?: readonly T[] | undefined }>(items: readonly T[]): T[] {
  return items.flatMap((item) => [item, ...withNested(item.children ?? [])]);
}
