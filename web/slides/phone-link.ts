import { queryOf } from "../state/address.ts";
import { type Choice, FIRST_CHOICE } from "../state/choice.ts";
import type { PagePlan } from "../state/plans.ts";
import { isPinnable, ownId } from "../state/plan-ref.ts";
import { pinnedName } from "../state/tray.ts";

/** The query of the page with these plans pinned beside each other, on the same assumptions; a plan drawn on this machine is nowhere else. */
export const phoneQuery = (
  { data, language, touching, costs, start }: Choice,
  plans: readonly Pick<PagePlan, "ref" | "place">[],
): string =>
  queryOf({
    ...FIRST_CHOICE,
    data,
    language,
    touching,
    costs,
    start,
    doing: "compare",
    tray: plans.map(pinnedName).filter((ref) => isPinnable(ref) && ownId(ref) === undefined),
  });
