/** A language of the tests' own: English between signs that nothing else writes. */
export const marked = (text: string): string => `⟦${text}⟧`;

/** What stands outside the signs: how deep they nest does not matter. */
export function unmarked(text: string): string {
  let [depth, left] = [0, ""];
  for (const sign of text) {
    if (sign === "⟦") depth++;
    else if (sign === "⟧") depth--;
    else if (depth === 0) left += sign;
  }
  return left;
}
