import type { MultiPolygon } from "geojson";
import type { Plan } from "../../src/index.ts";
import { movedArea, movedUnits } from "../map/moved-area.ts";
import type { AppState } from "../state/app-state.ts";
import { chosenDocument, chosenEffects } from "../state/chosen.ts";
import { todaysPlan } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { type ShownBand, shownBand } from "../state/shown-band.ts";
import { chosenChanges } from "./held-against.ts";

/** Where the plan on the map sends pupils of the grades shown to another school, and than in which plan. */
export interface Hatched {
  readonly since: "today" | "a-plan" | "before";
  readonly before: Plan;
  readonly after: Plan;
  readonly band: ShownBand;
  /** Undefined where nobody is moved in these grades. */
  readonly area: MultiPolygon | undefined;
  /** Whether there are areas besides that are moved in other grades alone. */
  readonly others: "moved" | "none";
}

const known = new WeakMap<Plan, Hatched[]>();

/** Of what the computer proposes, else of the changes of a proposal while they are asked for, else since today; one object as long as it says the same. */
export function hatched(state: AppState): Hatched | undefined {
  const view = caseView(state);
  const held = view && heldBeside(state);
  if (!held) return undefined;
  const band = shownBand(state);
  const all = known.get(held.after) ?? [];
  known.set(held.after, all);
  const found = all.find((each) => each.before === held.before && each.band === band && each.since === held.since);
  if (found) return found;
  const units = (grades: ShownBand): number => movedUnits(held.before, held.after, grades).size;
  const others = band !== "lowest" && units("lowest") > units(band) ? ("moved" as const) : ("none" as const);
  const area = (band === "lowest" ? held.inAll : undefined) ?? movedArea(view, held.before, held.after, band);
  const { since, before, after } = held;
  const made = { since, before, after, band, area, others };
  all.push(made);
  return made;
}

interface HeldBeside extends Pick<Hatched, "since" | "before" | "after"> {
  /** Where it moves any grade, if the worker has drawn that already. */
  readonly inAll?: MultiPolygon;
}

function heldBeside(state: AppState): HeldBeside | undefined {
  const { proposed, choice, changes } = state;
  if (proposed) return { since: "before", before: proposed.instead.plan, after: proposed.plan.plan };
  const told = choice.doing === "draw" && changes.marks === "shown" ? chosenChanges(state) : undefined;
  if (told) return { since: "a-plan", before: told.before, after: told.after };
  const [view, chosen] = [caseView(state), chosenDocument(state)];
  const inAll = chosenEffects(state)?.changed;
  return view && chosen && inAll && { since: "today", before: todaysPlan(view), after: chosen.plan, inAll };
}

/** Whether there is anything that the map's key must tell of it. */
export const isHatched = ({ area, others }: Hatched): boolean => area !== undefined || others === "moved";
