/**
 * A smallest set of rules that cannot hold together: leave out any one and the rest can (deletion filter, Chinneck and Dravnieks
 * 1991). `canHold` says whether rules can; where it cannot say, the answer is yes and the rule stays named.
 */
export async function smallestConflict<Rule>(
  rules: readonly Rule[],
  canHold: (rules: readonly Rule[]) => Promise<boolean>,
): Promise<readonly Rule[]> {
  let left = rules;
  for (const rule of rules) {
    const others = left.filter((other) => other !== rule);
    if (!(await canHold(others))) left = others;
  }
  return left;
}
