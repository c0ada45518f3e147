/** The texts that have addresses; each stays in memory as long as its address is valid. */
let addresses: ReadonlyMap<Blob, string> = new Map();

/** Addresses from which a map's own thread fetches texts, in their order; those of other texts end: whatever showed them has fetched them. */
export function onlyAddresses(texts: readonly Blob[]): readonly string[] {
  const before = addresses;
  addresses = new Map(texts.map((text) => [text, before.get(text) ?? URL.createObjectURL(text)]));
  for (const [text, address] of before) if (!addresses.has(text)) URL.revokeObjectURL(address);
  return [...addresses.values()];
}
