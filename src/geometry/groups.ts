/** The values under their keys; keys and values in the order in which they first come. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V, place: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  let place = 0;
  for (const value of values) add(groups, keyOf(value, place++), value);
  return groups;
}

/** The values under each of their keys, in the same order. */
export function indexBy<K, V>(values: Iterable<V>, keysOf: (value: V) => Iterable<K>): Map<K, V[]> {
  const index = new Map<K, V[]>();
  for (const value of values) for (const key of keysOf(value)) add(index, key, value);
  return index;
}

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
