import { COST_ITEMS, costFault, type CostItem, type CostModel, type Range } from "../../src/index.ts";

/** A figure of the cost model that the user has put another in place of, in the prices of the case's price year. */
interface CostEdit extends Range {
  readonly item: CostItem;
}

/** In the order of the register, one an item. */
export type CostEdits = readonly CostEdit[];

/** "realisation_0.4_0.5_0.6-moving_0_0_0": as the address carries them; "" for none. Equal edits have equal texts. */
export const textOfEdits = (edits: CostEdits): string =>
  edits.map(({ item, low, mid, high }) => [item, low, mid, high].join("_")).join("-");

/** What the text stands for; an entry that is no figure of the register, or not in order, stands for nothing. */
export function editsOfText(text: string): CostEdits {
  const found = text.split("-").flatMap((entry): CostEdit[] => {
    const [name, ...figures] = entry.split("_");
    const item = COST_ITEMS.find((known) => known === name);
    if (item === undefined || figures.length !== 3 || !figures.every((figure) => FIGURE.test(figure))) return [];
    const [low, mid, high] = figures.map(Number);
    const canBe = [low, mid, high].every((figure) => costFault(item, figure) === undefined);
    return canBe && low <= mid && mid <= high ? [{ item, low, mid, high }] : [];
  });
  return inOrder(new Map(found.map((edit) => [edit.item, edit])));
}

const FIGURE = /^\d{1,12}(\.\d{1,6})?$/;

const inOrder = (edits: ReadonlyMap<CostItem, CostEdit>): CostEdits =>
  COST_ITEMS.flatMap((item) => edits.get(item) ?? []);

/** The edits with one more, or another for the same item. */
export const withEdit = (edits: CostEdits, edit: CostEdit): CostEdits =>
  inOrder(new Map([...edits, edit].map((each) => [each.item, each])));

export const withoutEdit = (edits: CostEdits, item: CostItem): CostEdits => edits.filter((edit) => edit.item !== item);

/** The model with the edited figures in place of its own. */
export const editedCosts = (costs: CostModel, edits: CostEdits): CostModel =>
  edits.reduce<CostModel>(
    (model, { item, low, mid, high }) => ({ ...model, [item]: { ...model[item], low, mid, high } }),
    costs,
  );
