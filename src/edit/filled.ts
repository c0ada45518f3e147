/** One site so many times over, the same array each time: nobody writes into a change. */
export type Filled = (site: number, count: number) => Uint16Array;

export function fills(): Filled {
  const made: Uint16Array[][] = [];
  return (site, count) => {
    const known = (made[site] ??= []);
    return (known[count] ??= new Uint16Array(count).fill(site));
  };
}
