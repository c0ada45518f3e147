import { type BandSet, NO_BANDS, type Grades } from "../domain/grades.ts";
import type { Municipality, Position } from "../domain/municipality.ts";
import { assignedSite, NO_SITE, type Plan } from "../domain/plan.ts";
import { metres } from "../domain/quantities.ts";
import { nearestOf } from "../geo/nearest.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import { unitFinder } from "../geo/unit-at.ts";
import { hasTransportRight } from "../rules/transport-right.ts";
import { type PlaceWay, waysFromPlace } from "../travel/from-place.ts";
import type { Paces } from "../travel/pace.ts";
import type { Ground } from "./basis.ts";
import { pacesOf } from "./journeys.ts";

/** A plan and the ground that it is measured on. */
export interface GroundedPlan {
  readonly ground: Ground;
  readonly plan: Plan;
}

/** A way from home to a site, and the bands in which it gives a right to free transport. */
export interface PointWay extends PlaceWay {
  readonly rights: BandSet;
}

/** What a plan is to somebody who lives at a point; nothing is told of anybody else. */
export interface PointPlan {
  /** Number of the site by band, `[band]`; `undefined` where the plan gives none. */
  readonly sites: readonly (number | undefined)[];
  /** By site, for those named above; none where no road leads there. */
  readonly ways: ReadonlyMap<number, PointWay>;
  /** Names of the dangerous stretches, by the numbers in the ways. */
  readonly dangers: readonly string[];
}

export type PointAnswer =
  | { readonly where: "outside" | "water" }
  /** `plans` as they were asked about; `paces`: what the minutes of all their ways are worked out at. */
  | {
      readonly where: "inside";
      readonly unit: number;
      readonly paces: Paces;
      readonly plans: readonly PointPlan[];
    };

/** Coasts and borders are drawn coarsely: a point this near to the municipality is in it. */
const NEAR = metres(100);

/**
 * The schools of any point of the municipality in some plans, and the ways there from the point itself, whether or not anybody
 * lives near it. The first plan's municipality tells where the point lies, its costs how fast pupils get along.
 */
export function answerAt(point: Position, plans: readonly GroundedPlan[]): PointAnswer {
  const [{ ground }] = plans;
  const where = unitOf(ground.municipality, point);
  if (typeof where === "string") return { where };
  const paces = pacesOf(ground.municipality.grades, ground.costs);
  return { where: "inside", unit: where, paces, plans: plans.map((plan) => planAt(point, where, paces, plan)) };
}

function planAt(point: Position, unit: number, paces: Paces, { ground, plan }: GroundedPlan): PointPlan {
  const { municipality, travel } = ground;
  const sites = municipality.grades.bands.map(({ band }) => {
    const site = assignedSite(plan, unit, band);
    return site === NO_SITE ? undefined : site;
  });
  const wayTo = waysFromPlace(municipality, travel, point, paces);
  const ways = new Map<number, PointWay>();
  for (const site of new Set(sites)) {
    const way = site === undefined ? undefined : wayTo(site);
    if (site !== undefined && way) ways.set(site, { ...way, rights: rightsOf(municipality.grades, way) });
  }
  return { sites, ways, dangers: (municipality.dangerousRoads ?? []).map(({ name }) => name) };
}

const rightsOf = (grades: Grades, { metres: far, dangerousFor }: PlaceWay): BandSet =>
  grades.bands.reduce(
    (set, { band }) => (hasTransportRight(grades, band, far, dangerousFor) ? set | (1 << band) : set),
    NO_BANDS,
  );

/** The unit that a point belongs to, as a home there would; else where it lies. */
function unitOf({ units, scenery }: Municipality, point: Position): number | "outside" | "water" {
  const unit = unitFinder(units)(point);
  const { outline, land } = scenery;
  const border = outline && polygonLocator([outline]);
  const isInside = border ? (border.at(point) ?? border.near(point, NEAR)) !== undefined : unit !== undefined;
  if (isInside) return unit ?? nearestUnit(units, point);
  if (!border && units.shape.kind === "polygons") {
    const near = polygonLocator(units.shape.geometry).near(point, NEAR);
    if (near !== undefined) return near;
  }
  return land.length > 0 && polygonLocator(land).at(point) === undefined ? "water" : "outside";
}

function nearestUnit({ count, lon, lat }: Municipality["units"], point: Position): number {
  const centres = Array.from({ length: count }, (_, unit) => ({ lon: lon[unit], lat: lat[unit] }));
  return nearestOf(centres, point) ?? 0;
}
