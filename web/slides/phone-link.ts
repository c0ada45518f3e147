import { queryOf } from "../state/address.ts";
import { type Choice, FIRST_CHOICE } from "../state/choice.ts";
import type { PagePlan } from "../state/plans.ts";
import { isPinnable, ownId } from "../state/plan-ref.ts";
import { pinnedName } from "../state/tray.ts";
import { SLIDE_PART, slideWithout } from "./slide-name.ts";

/** Where a link leads to a slide: the same where those plans are left out that are on this machine alone. */
export const slidePart = (slide: string, plans: readonly Pick<PagePlan, "ref">[]): string =>
  `${SLIDE_PART}${slideWithout(
    slide,
    plans.map(({ ref }) => ownId(ref) === undefined),
  )}`;

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
