import { nearestOf } from "../../../src/index.ts";
import type { Named } from "../../state/places.ts";
import type { UnitTable } from "../../worker/messages.ts";
import { type At, type Chosen, NOTHING, type Selector, type Surface, type UnitGroups } from "./way.ts";

/** Takes the whole group of the unit under the pointer. */
export function groupSelector({ groups }: Surface): Selector {
  let pressed: number | undefined;
  const under = ({ unit }: At): number => (unit === undefined ? -1 : (groups()?.of[unit] ?? -1));
  const chosen = (state: Chosen["state"], at: At): Chosen => {
    const [found, group] = [groups(), under(at)];
    if (!found || group < 0) return { ...NOTHING, state };
    return { state, units: unitsOfGroup(found, group), from: at.unit, name: found.names[group] };
  };
  const cancel = (): Chosen => {
    pressed = undefined;
    return NOTHING;
  };
  return {
    down: (at) => {
      pressed = under(at);
      return chosen("going", at);
    },
    move: (at) => chosen(pressed === undefined ? "over" : "going", at),
    up: (at) => {
      // A pointer that slid into another group has changed its mind.
      const isSame = pressed === under(at);
      pressed = undefined;
      return isSame ? chosen("taken", at) : NOTHING;
    },
    cancel,
    set: (at) => chosen("taken", at),
    close: () => undefined,
  };
}

const members = new WeakMap<UnitGroups, readonly ReadonlySet<number>[]>();

/** The same set for the same group. */
export function unitsOfGroup(groups: UnitGroups, group: number): ReadonlySet<number> {
  const known = members.get(groups) ?? membersOf(groups);
  members.set(groups, known);
  return known[group];
}

function membersOf({ of, names }: UnitGroups): readonly ReadonlySet<number>[] {
  const sets = names.map(() => new Set<number>());
  of.forEach((group, unit) => sets[group]?.add(unit));
  return sets;
}

/** Each unit to the nearest of some centres; centres of one name are one group. */
export function nearestGroups({ lon, lat, count }: UnitTable, centres: readonly Named[]): UnitGroups | undefined {
  const names = [...new Set(centres.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, "da"));
  if (names.length < 2) return undefined;
  const number = centres.map(({ name }) => names.indexOf(name));
  return {
    of: Int32Array.from(
      { length: count },
      (_, unit) => number[nearestOf(centres, { lon: lon[unit], lat: lat[unit] }) ?? -1] ?? -1,
    ),
    names,
  };
}
