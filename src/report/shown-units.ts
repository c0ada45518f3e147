import type { Grades } from "../domain/grades.ts";
import { SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type UnitEffect, unitEffects } from "../evaluate/evaluate.ts";
import { SHOWN } from "../kernels/disclosure/linked-tables.ts";
import { hideInList } from "../kernels/disclosure/list.ts";
import type { EvaluationFile } from "../protocol/result-file.ts";
import type { Audience } from "./internal.ts";

/** Metres as they may be told of a place: to the nearest hundred, since the exact mean of one home is that home's. */
export const placeMetres = (metres: number, audience: Audience): number =>
  audience === "planner" ? Math.round(metres) : 100 * Math.round(metres / 100);

/** Pupils of a place: from five up; `undefined` for fewer and for none, so that it does not tell whether anybody lives there. */
export const placePupils = (pupils: number, audience: Audience): number | undefined =>
  audience === "planner" || pupils >= SMALLEST_SHOWN ? pupils : undefined;

/** Old and new site and distance of the units with pupils, and how many rows and pupils are left out of it. */
export function unitRows(basis: Basis, plan: Plan, audience: Audience): Pick<EvaluationFile, "units" | "unitsLeftOut"> {
  const effects = unitEffects(basis, plan);
  // The left out are the total less the rows: one small group alone would be told, so a larger one goes with it.
  const marks = hideInList(effects.map(({ pupils }) => pupils));
  const kept = audience === "planner" ? effects : effects.filter((_, row) => marks[row] === SHOWN);
  return {
    units: kept.map((effect) => unitRow(plan.grades, basis, effect, audience)),
    ...(kept.length < effects.length && {
      unitsLeftOut: { rows: effects.length - kept.length, pupils: pupilsOf(effects) - pupilsOf(kept) },
    }),
  };
}

const pupilsOf = (rows: readonly UnitEffect[]): number => rows.reduce((total, { pupils }) => total + pupils, 0);

function unitRow(
  grades: Grades,
  { municipality: { sites, units } }: Basis,
  { unit, band, pupils, siteBefore, siteAfter, metresBefore, metresAfter }: UnitEffect,
  audience: Audience,
): EvaluationFile["units"][number] {
  return {
    id: units.id[unit],
    band: grades.bands[band].key,
    pupils,
    ...(siteBefore !== undefined && { siteBefore: sites[siteBefore].id }),
    ...(siteAfter !== undefined && { siteAfter: sites[siteAfter].id }),
    ...(metresBefore !== undefined && { metresBefore: placeMetres(metresBefore, audience) }),
    ...(metresAfter !== undefined && { metresAfter: placeMetres(metresAfter, audience) }),
  };
}
