/** A record with one value for each of the keys, in their order. */
export const byKey = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets which keys it was given; all of them are there.
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
