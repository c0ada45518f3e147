/**
 * A district lives on in the new one that takes most of its pupils, the first of those that take as many; nowhere without pupils.
 * `taken`: pupils, `[now][old]`.
 */
export function livesOnIn(taken: readonly Readonly<ArrayLike<number>>[], old: number): number | undefined {
  const most = taken.reduce((all, from) => Math.max(all, from[old]), 0);
  return most === 0 ? undefined : taken.findIndex((from) => from[old] === most);
}

/** Pupils who end up in another district than the one that theirs lives on in; `taken` ends with those who come from none, who change too. */
export function countChangedDistrict(taken: readonly Uint32Array[]): number {
  const origins = taken[0]?.length ?? 0;
  let changed = 0;
  for (let old = 0; old < origins; old++) {
    const heir = old === origins - 1 ? undefined : livesOnIn(taken, old);
    taken.forEach((from, now) => (changed += now === heir ? 0 : from[old]));
  }
  return changed;
}
