import { BAND_COUNT } from "../cases/folkeskole.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";

/** Pupils whom a plan gives an open site that teaches their band and belongs to a district, and those whom it does not. */
export function pupilsPlaced({ unitBand }: Basis, plan: Plan): { readonly placed: number; readonly missing: number } {
  const district = districtOfSite(plan);
  let [placed, missing] = [0, 0];
  unitBand.forEach((pupils, pair) => {
    const site = plan.assignment[pair];
    const taught = site !== NO_SITE && ((plan.teaching[site] >> (pair % BAND_COUNT)) & 1) === 1;
    if (taught && district[site] !== NO_SITE) placed += pupils;
    else missing += pupils;
  });
  return { placed, missing };
}

/** What is wrong with how a plan is measured; `undefined` where pupils in are pupils measured and reported, in finite figures. */
export function measured(basis: Basis, plan: Plan): string | undefined {
  const { values } = evaluatePlan(basis, plan);
  for (const [key, value] of values) if (!Number.isFinite(value)) return `${key} is ${value}`;
  const { placed, missing } = pupilsPlaced(basis, plan);
  const said = values.get("no-site");
  if (said !== missing) return `${missing} pupils have no school, ${said} reported`;
  if (placed + missing !== basis.pupils) return `${basis.pupils} pupils, ${placed} measured, ${missing} reported`;
  return undefined;
}
