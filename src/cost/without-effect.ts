import { byKey } from "../domain/by-key.ts";
import type { Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import { COST_PARAMETER_KEYS, type CostModel, type CostParameterKey } from "./parameters/table.ts";
import { WITHOUT_EFFECT } from "./without-effect-text.ts";

type WhyNone = Partial<Record<CostParameterKey, Text>>;

/** Parameters that move no plan's money in a case, whatever is proposed, each with why. */
const withoutEffect = ({ publicBuses, units }: Pick<Municipality, "publicBuses" | "units">): WhyNone => ({
  ...(publicBuses && { withoutPublicBus: WITHOUT_EFFECT.timetable }),
  ...(!units.ferries && { ferry: WITHOUT_EFFECT.noFerry }),
});

const marked = new WeakMap<CostModel, Map<string, CostModel>>();

/** The same model with what says so of those without effect in the case; the same object for alike cases, so that it is drawn from once. */
export function markedFor(costs: CostModel, municipality: Pick<Municipality, "publicBuses" | "units">): CostModel {
  const why = withoutEffect(municipality);
  if (COST_PARAMETER_KEYS.every((key) => costs[key].withoutEffect === why[key])) return costs;
  const known = marked.get(costs) ?? new Map<string, CostModel>();
  marked.set(costs, known);
  const alike = COST_PARAMETER_KEYS.filter((key) => why[key]).join();
  const made =
    known.get(alike) ??
    byKey(COST_PARAMETER_KEYS, (key) => {
      const { withoutEffect: _, ...parameter } = costs[key];
      return { ...parameter, ...(why[key] && { withoutEffect: why[key] }) };
    });
  known.set(alike, made);
  return made;
}
