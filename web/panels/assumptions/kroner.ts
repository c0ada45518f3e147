/** What one expense may be, kroner: as much as a proposal's file takes. */
const MOST = 100_000_000_000;

/** A sum as it was typed, "400.000" or "400 000 kr."; undefined where that is no whole number of kroner from 1 to {@link MOST}. */
export function kronerOf(typed: string): number | undefined {
  const plain = typed.replaceAll(/[\s.,]|kr|dkk/gi, "");
  // What stands behind a sign that groups by three is no part of a krone.
  const isGrouped = !/[.,]\d{1,2}\D*$/.test(typed);
  const kroner = Number(plain);
  return isGrouped && /^\d+$/.test(plain) && kroner > 0 && kroner <= MOST ? kroner : undefined;
}
