import { NO_GROUP, type Outlines, type Plan } from "../../src/index.ts";
import { todaysPlan } from "../state/plans.ts";
import type { ShownBand } from "../state/shown-band.ts";
import type { AssumedPlan, CaseView } from "../worker/messages.ts";
import { type DistrictName, districtNames } from "./district-names.ts";
import { districtOf, type Picture, pictureOf } from "./picture.ts";
import { type BorderSides, type Zones, zonesOf } from "./zones.ts";

/** A plan as the map draws it: its picture, and its areas for one band. */
export interface DrawnPlan {
  readonly picture: Picture;
  readonly outlines: Outlines;
  readonly zones: Zones;
  /** Number in the picture's districts, `[zone]`; -1 where the zone's units go to no site of a district. */
  readonly districtOfZone: readonly number[];
  /** The same in the plan that it is held against. */
  readonly districtBefore: readonly number[];
  /** Of the districts that any unit goes to. */
  readonly names: readonly DistrictName[];
}

/** Those looked at last, newest first. */
let recent: readonly { readonly band: ShownBand; readonly before: Picture; readonly drawn: DrawnPlan }[] = [];
const KEPT = 24;

/** A plan held against another, today's unless it is said; the same for the same plans and band. */
export function drawnPlan(
  view: CaseView,
  assumed: AssumedPlan,
  band: ShownBand,
  against: AssumedPlan = { plan: todaysPlan(view) },
): DrawnPlan {
  const [picture, before] = [pictureOf(view, assumed), pictureOf(view, against)];
  const known = recent.find((kept) => kept.drawn.picture === picture && kept.before === before && kept.band === band);
  const kept = known ?? { band, before, drawn: draw(view, [against.plan, assumed.plan], [before, picture], band) };
  recent = [kept, ...recent.filter((other) => other !== kept)].slice(0, KEPT);
  return kept.drawn;
}

function draw(
  view: CaseView,
  [against, plan]: readonly [Plan, Plan],
  [before, picture]: readonly [Picture, Picture],
  band: ShownBand,
): DrawnPlan {
  const zones = zonesOf(view, against.assignment, plan.assignment, band);
  const districtOfZone = zones.after.map((site) => districtOf(picture, site));
  const districtOfUnit = zones.zone.map((zone) => districtOfZone[zone] ?? NO_GROUP);
  return {
    picture,
    outlines: view.outlines,
    zones,
    districtOfZone,
    districtBefore: zones.before.map((site) => districtOf(before, site)),
    names: districtNames(view.outlines, districtOfUnit, view.units, picture),
  };
}

/** How a line between two zones is drawn. */
type BorderKind = "between-districts" | "once-between-districts" | "within";

/** A border between districts of the plan is solid; one that is between districts only before it is dashed. */
export function borderKind({ districtOfZone, districtBefore }: DrawnPlan, { a, b }: BorderSides): BorderKind {
  if (b === undefined) return "within";
  if (districtOfZone[a] !== districtOfZone[b]) return "between-districts";
  return districtBefore[a] === districtBefore[b] ? "within" : "once-between-districts";
}
