import type { PriceCurve } from "../../../cost/assignment-prices.ts";
import { type ModelBuilder, sumOf, type Term } from "../../model.ts";

/** One line of a price; `column` is how far along it the pupils are, 0 to 1. */
interface Line {
  readonly column: number;
  readonly from: number;
  readonly width: number;
}

/** Yes from so many pupils on. */
interface Choice {
  readonly column: number;
  readonly from: number;
}

/**
 * What the pupils of `terms` (candidates and their pupils, those who live nearest first) cost at one site:
 * sum_i q_i x_ij <= sum_k width_k y_k, where y_k is how far along line k they are (incremental formulation, Markowitz and Manne 1957).
 * `weight`: what a krone of it weighs; `most`: the most pupils that rules let the site take.
 */
export function addPrice(
  model: ModelBuilder,
  name: string,
  terms: readonly Term[],
  { from, each }: PriceCurve,
  { weight, most: allowed }: { readonly weight: number; readonly most: number },
): void {
  if (terms.length === 0) return;
  const all = terms.reduce((sum, [, pupils]) => sum + pupils, 0);
  const most = Math.min(all, allowed);
  const lines: Line[] = [];
  from.forEach((start, k) => {
    if (start >= most) return;
    const width = Math.min(most, from[k + 1] ?? Infinity) - start;
    const cost = weight * each[k] * width;
    lines.push({ column: model.addColumn({ cost, lower: 0, upper: 1, integer: "any" }), from: start, width });
  });
  const choices = addOrder(model, name, lines, each);
  addWithin(model, name, terms, lines);
  addBlocks(model, name, terms, lines, each);
  model.follow((values) => {
    const pupils = sumOf(terms, values);
    for (const line of lines) values[line.column] = Math.min(1, Math.max(0, (pupils - line.from) / line.width));
    for (const choice of choices) values[choice.column] = pupils >= choice.from ? 1 : 0;
  });
}

/**
 * Lines that become steeper fill in order by themselves, since that is cheapest. Before a flatter one a choice z sees to it:
 * y of the steeper ones just before >= z >= y of those up to the next such place.
 */
function addOrder(
  model: ModelBuilder,
  name: string,
  lines: readonly Line[],
  each: readonly number[],
): readonly Choice[] {
  const choices: Choice[] = [];
  const isFlatter = (k: number): boolean => k > 0 && each[k] < each[k - 1];
  const addRow = (later: number, earlier: number): void =>
    model.addRow(name, -Infinity, 0, [
      [later, 1],
      [earlier, -1],
    ]);
  lines.forEach(({ column, from }, k) => {
    if (isFlatter(k)) {
      const choice = model.addChoice(0);
      for (let before = k - 1; before >= 0; before--) {
        addRow(choice, lines[before].column);
        if (isFlatter(before)) break;
      }
      choices.push({ column: choice, from });
    }
    const choice = choices.at(-1);
    if (choice) addRow(column, choice.column);
  });
  return choices;
}

const addWithin = (model: ModelBuilder, name: string, terms: readonly Term[], lines: readonly Line[]): void =>
  model.addRow(name, -Infinity, 0, [...terms, ...lines.map(({ column, width }): Term => [column, -width])]);

/**
 * The same said of neighbours alone, who are no more than the first lines hold: sum_{i in S} q_i x_ij <= sum_{k <= m} width_k y_k.
 * True of every plan, and without it a relaxation takes a part of a class for a part of a school. For every line from the first
 * flat one on.
 */
function addBlocks(
  model: ModelBuilder,
  name: string,
  terms: readonly Term[],
  lines: readonly Line[],
  each: readonly number[],
): void {
  const flat = each.findIndex((price, k) => k + 1 < each.length && each[k + 1] > price);
  if (flat < 0) return;
  for (let last = flat; last + 1 < lines.length; last++) {
    const first = lines.slice(0, last + 1);
    const held = lines[last + 1].from;
    let [block, pupils]: [Term[], number] = [[], 0];
    const close = (): void => {
      if (block.length > 1) addWithin(model, name, block, first);
      [block, pupils] = [[], 0];
    };
    for (const term of terms) {
      if (term[1] > held) continue;
      if (pupils + term[1] > held) close();
      block.push(term);
      pupils += term[1];
    }
    close();
  }
}
