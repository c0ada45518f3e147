import {
  assignPairs,
  type Change,
  type Draft,
  formatNumber,
  inBoth,
  listText,
  nearestFive,
  NO_SITE,
  type PartsApart,
  partsWatch,
  type Plan,
  roundedCell,
  siteHolds,
  siteName,
  sum,
  type Text,
  tooFullText,
} from "../../src/index.ts";
import type { Picture } from "../map/picture.ts";
import type { AimLine, AppState } from "../state/app-state.ts";
import type { Drawing } from "../state/drawing.ts";
import type { CaseView } from "../worker/messages.ts";
import { movedPairs, unitsOf } from "./drawn.ts";
import { heldBands, holdNames, holdsAmong } from "./locks.ts";
import { inBothTexts, noteText } from "../i18n/notes.ts";
import { atSite, beyondPlaces } from "./places.ts";
import { aimOf, pairsOf } from "./strokes.ts";
import type { Chosen } from "./ways/way.ts";

/** What a stroke changes while the hand still moves; counted as the worker counts it when the hand rests. */
interface SoFar {
  /** Whose areas it leaves apart. */
  readonly apart: readonly PartsApart[];
  /** Pupils of each district with it, in the order of the plan's districts, and before it. */
  readonly pupils: { readonly now: readonly number[]; readonly before: readonly number[] };
  /** Pupils of each school with it, `[site * BAND_COUNT + band]`, and the schools that get or lose any. */
  readonly filled: Uint32Array;
  readonly touched: ReadonlySet<number>;
}

interface SoFarGround {
  readonly view: Pick<CaseView, "units">;
  readonly draft: Draft;
  /** Of the draft, before the stroke. */
  readonly picture: Pick<Picture, "districts" | "districtOfSite" | "pupils">;
}

const watches = new WeakMap<Plan, ReturnType<typeof partsWatch>>();

/** Of a draft's plan, kept for as long as strokes begin from it. */
function watchOf({ view, draft: { plan } }: SoFarGround): ReturnType<typeof partsWatch> {
  const { units } = view;
  const watch = watches.get(plan) ?? partsWatch({ municipality: { units }, landmass: units.landmass }, plan);
  watches.set(plan, watch);
  return watch;
}

/** What some moves of (unit, band) pairs come to. */
export function strokeSoFar(ground: SoFarGround, changes: readonly Change[]): SoFar {
  const { view, picture } = ground;
  const { unitBand } = view.units;
  const before = picture.districts.map(({ pupils }) => pupils);
  const now = [...before];
  const filled = picture.pupils.slice();
  const touched = new Set<number>();
  const add = (site: number, pair: number, pupils: number): void => {
    if (site === NO_SITE || pupils === 0) return;
    touched.add(site);
    filled[site * ground.draft.municipality.grades.bandCount + (pair % ground.draft.municipality.grades.bandCount)] +=
      pupils;
    const district = picture.districtOfSite[site] ?? -1;
    if (district >= 0) now[district] += pupils;
  };
  const moves = changes.flatMap((change) => (change.kind === "assign" ? [change] : []));
  for (const { pairs, from, to } of moves)
    for (let i = 0; i < pairs.length; i++) {
      add(from[i], pairs[i], -unitBand[pairs[i]]);
      add(to[i], pairs[i], unitBand[pairs[i]]);
    }
  return { apart: watchOf(ground)(moves), pupils: { now, before }, filled, touched };
}

/** What the hand is told at each of its moves. */
export function aimSoFar(
  ground: SoFarGround & { readonly picture: Picture },
  drawing: Drawing,
  chosen: Chosen,
): Pick<NonNullable<AppState["aim"]>, "text" | "lines"> {
  const { draft, view, picture } = ground;
  const { tool, site } = drawing;
  const { unitBand } = view.units;
  const pairs = pairsOf(draft, drawing, chosen.units, chosen.from);
  if (tool !== "paint" || site === undefined)
    return { text: aimOf(draft, drawing, chosen, { unitBand, pairs, filled: [] }) };
  const { changes, locked } = assignPairs(draft, pairs, site);
  const held = locked > 0 ? [heldLine(draft, pairs, site)] : [];
  // A brush that only passes over tells what it would take, and not what would come of a stroke that may go on from there.
  const isTold = changes.length > 0 && (chosen.state === "going" || chosen.name !== undefined);
  const soFar = isTold ? strokeSoFar(ground, changes) : undefined;
  const filled = atSite(picture.grades, soFar?.filled ?? picture.pupils, site);
  const text = aimOf(draft, drawing, chosen, { unitBand, pairs: movedPairs(changes), filled });
  return { text, lines: soFar ? [...soFarLines(draft, soFar, site), ...held] : held };
}

function heldLine(draft: Draft, pairs: readonly number[], site: number): AimLine {
  const { assignment } = draft.plan;
  const target = siteHolds(draft)[site];
  const moving = pairs.filter((pair) => assignment[pair] !== site);
  const held = target ? moving.map((pair) => ({ pair, hold: target })) : holdsAmong(draft, moving);
  const holds = held.map(({ hold }) => hold);
  const bands = heldBands(draft.municipality.grades, holds);
  if (bands) return { kind: "held", text: noteText("live.heldBands", { what: bands }) };
  const what = holdNames(draft, holds);
  const units = unitsOf(
    draft.municipality.grades,
    held.map(({ pair }) => pair),
  );
  const words = { units, text: inBothTexts(units) };
  return { kind: "held", text: what ? noteText("live.heldBy", { ...words, what }) : noteText("live.held", words) };
}

/** What comes of a stroke, in words. */
const soFarLines = (draft: Draft, { apart, pupils, ...room }: SoFar, painted: number): readonly AimLine[] => [
  ...fullLine(draft, room, painted),
  apart.length === 0
    ? { kind: "whole", text: noteText("live.whole") }
    : { kind: "apart", text: noteText("live.apart", { parts: apartText(draft, apart) }) },
  ...balanceLine(draft, pupils),
];

/** Which of the schools that get or lose pupils are too full with it, as the problems tell once the hand rests; the one that is painted to first. */
function fullLine(draft: Draft, { filled, touched }: Pick<SoFar, "filled" | "touched">, painted: number): AimLine[] {
  const schools = [...touched].toSorted((a, b) => Number(b === painted) - Number(a === painted) || a - b);
  const told = schools.flatMap(
    (site) =>
      tooFullText(
        draft.municipality.grades,
        siteName(draft, site),
        beyondPlaces(draft.municipality.grades, draft, filled, site),
      ) ?? [],
  );
  if (told.length === 0) return [];
  return [{ kind: "full", text: inBoth((language) => told.map((text) => text[language]).join(" ")) }];
}

/** So many regions are named; of more it is said how many. */
const NAMED = 3;

/** "Tuse Skole (en del) og distriktet Isefjord (2 dele)" */
function apartText(draft: Draft, apart: SoFar["apart"]): Text {
  const regions = apartByRegion(apart).map(({ region: { kind, sites }, parts }) => {
    const site = siteName(draft, sites[0]);
    const name = draft.plan.districts.find((each) => each.sites.includes(sites[0]))?.name ?? site;
    const what = kind === "zone" ? site : noteText("lock.district", { name });
    return noteText("live.part", { what, parts, text: inBothTexts(parts) });
  });
  const more = regions.length - NAMED;
  const rest = more > 1 ? [noteText("live.more", { count: more, text: inBothTexts(more) })] : regions.slice(NAMED);
  return listText([...regions.slice(0, NAMED), ...rest]);
}

/** A school's area counts once, however many of its grades it is cut in: by the grades where it is in most parts. Schools first. */
function apartByRegion(apart: SoFar["apart"]): SoFar["apart"] {
  const most = new Map<string, PartsApart>();
  for (const each of apart) {
    const key = `${each.region.kind} ${each.region.sites.join()}`;
    if (each.parts > (most.get(key)?.parts ?? 0)) most.set(key, each);
  }
  return [...most.values()].toSorted(
    (a, b) => Number(a.region.kind === "district") - Number(b.region.kind === "district") || b.parts - a.parts,
  );
}

/** How large the districts that get or lose pupils are, beside all others. */
function balanceLine({ plan }: Draft, { now, before }: SoFar["pupils"]): readonly AimLine[] {
  const touched = now.flatMap((pupils, district) => (pupils === before[district] ? [] : [{ pupils, district }]));
  if (touched.length === 0 || now.length < 2) return [];
  const mean = sum(now) / now.length;
  const districts = touched
    .toSorted((a, b) => b.pupils - a.pupils)
    .map(({ pupils, district }) => {
      const { name } = plan.districts[district];
      const about = roundedCell(pupils);
      return about.kind === "count"
        ? noteText("live.size", {
            name,
            pupils: inBothTexts(about.pupils),
            percent: inBothTexts(Math.round((100 * about.pupils) / mean)),
          })
        : noteText("live.sizeFew", { name });
    });
  // As the districts themselves are told: exact ones would tell, stroke by stroke, of single children.
  const [least, most] = [Math.min(...now), Math.max(...now)];
  const isFew = roundedCell(least).kind !== "count";
  const list = { list: listText(districts) };
  const text = isFew
    ? noteText("live.sizes", list)
    : noteText("live.balance", { ...list, ratio: ratioText(nearestFive(most) / nearestFive(least)) });
  return [{ kind: "balance", text }];
}

/** As the measure is written. */
const ratioText = (ratio: number): Text => inBoth((language) => formatNumber(ratio, 2, language));
