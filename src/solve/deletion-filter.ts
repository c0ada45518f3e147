/** Up to so many rules are tried one by one; of more, such as a thousand locks, whole runs are tried first. */
const FEW = 16;

/**
 * A smallest set of rules that cannot hold together: leave out any one and the rest can (deletion filter, Chinneck and Dravnieks
 * 1991). `canHold` says whether rules can; where it cannot say, the answer is yes and the rule stays named.
 */
export async function smallestConflict<Rule>(
  rules: readonly Rule[],
  canHold: (rules: readonly Rule[]) => Promise<boolean>,
): Promise<readonly Rule[]> {
  let left = rules;
  for (let length = left.length > FEW ? Math.ceil(left.length / 2) : 1; ; length = Math.ceil(length / 2)) {
    left = await withoutRuns(left, length, canHold);
    if (length === 1) return left;
  }
}

/** Leaves out every run of so many rules that the conflict does not need. */
async function withoutRuns<Rule>(
  rules: readonly Rule[],
  length: number,
  canHold: (rules: readonly Rule[]) => Promise<boolean>,
): Promise<readonly Rule[]> {
  let left = rules;
  for (let at = 0; at < rules.length; at += length) {
    const run = new Set(rules.slice(at, at + length));
    const others = left.filter((rule) => !run.has(rule));
    if (!(await canHold(others))) left = others;
  }
  return left;
}
