import { ModelBuilder, type Term } from "../../model/model.ts";
import type { CutOff, Region } from "../../evaluate/cut-off.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { BandGround } from "./band-ground.ts";
import { addMovesOnce, addRoom } from "./move-rows.ts";
import { wallsBetween } from "./bound.ts";
import type { FoundMoves, QuickMoves } from "./quick.ts";

type ProvenMoves =
  | { readonly status: "optimal" | "stopped"; readonly found: FoundMoves }
  /** Around what is fixed there is no way to join what was cut off. */
  | { readonly status: "none" }
  | { readonly status: "unknown" };

/**
 * Who of `tied` and who of `to` are both in a region must be joined through somebody `around`: x_p + x_q <= 1 + sum of x_v
 * (Validi, Buchanan and Lykhovyd 2022). Where some of `to` are sure to be there x_q is left out, and so is x_p.
 */
interface Cut extends Pick<CutOff, "region" | "tied" | "to"> {
  readonly around: readonly number[];
}

/** So many sets of units that a way has to cross are looked at where nothing says how long it may be. */
const MOST_WALLS = 30;
/** So many rows for pairs of one part. */
const MOST_ROWS = 400;

export interface ProofOptions extends SolverOptions {
  readonly pause?: () => Promise<void>;
}

/** Where no repair is known, ones of up to so many areas are looked for first: their moves are few. */
const SIZES = [4, 12, 36, Infinity];

/**
 * The smallest repair of one band: fewest areas, then fewest pupils. A model of moves alone, which grows by a row for what its last
 * answer cut off, by a row for each school that it made too full, and by the moves that such rows speak of; any other move could only
 * make it larger, so its answer that breaks nothing is the smallest.
 */
export async function provenMoves(
  ground: BandGround,
  quick: QuickMoves | undefined,
  solver: Solver,
  options: ProofOptions = {},
): Promise<ProvenMoves> {
  if (quick?.proven === "optimal") return { status: "optimal", found: quick };
  const sizes = ground.first !== "areas" ? [Infinity] : quick ? [quick.areas] : SIZES;
  for (const most of sizes) {
    const answer = await answerUpTo(new Proof(ground, quick, most), quick, solver, options);
    if (answer !== "larger") return answer;
  }
  return { status: "none" };
}

/** Any repair of one band, few areas first; or none, where there is none. */
export async function anyMoves(ground: BandGround, solver: Solver, options: ProofOptions = {}): Promise<ProvenMoves> {
  for (const most of SIZES) {
    const answer = await answerUpTo(new Proof(ground, undefined, most), undefined, solver, options);
    if (answer !== "larger") return answer;
  }
  return { status: "none" };
}

async function answerUpTo(
  search: Proof,
  quick: QuickMoves | undefined,
  solver: Solver,
  options: ProofOptions,
): Promise<ProvenMoves | "larger"> {
  for (;;) {
    await options.pause?.();
    if (options.shouldStop?.() === true) return quick ? { status: "stopped", found: quick } : { status: "unknown" };
    const step = await search.step(solver, options);
    if (step) return step;
  }
}

class Proof {
  readonly #ground: BandGround;
  readonly #quick: QuickMoves | undefined;
  /** Repairs of more areas are not looked for. */
  readonly #most: number;
  /** Sites whose places are counted: an answer made them too full. */
  readonly #tight = new Set<number>();
  readonly #cuts: Cut[] = [];
  readonly #columns = new Map<number, number>();
  readonly #moves: { readonly unit: number; readonly site: number }[] = [];
  readonly #away = new Map<number, Int32Array>();
  /** What a smaller repair weighs at most. */
  readonly #limit: number;

  constructor(ground: BandGround, quick: QuickMoves | undefined, most: number) {
    this.#ground = ground;
    this.#quick = quick;
    this.#most = most;
    this.#limit = quick ? ground.weightOf(quick.moves.keys()) : Infinity;
    this.#learn(ground.is);
  }

  /** Solves what is known so far; undefined where there is more to learn, "larger" where every repair has more areas. */
  async step(solver: Solver, options: SolverOptions): Promise<ProvenMoves | "larger" | undefined> {
    const quick = this.#quick;
    const answer = await solver.solve(this.#model(), { ...options, absoluteGap: 0.9 });
    if (answer.status === "infeasible") return quick ? { status: "optimal", found: quick } : "larger";
    if (answer.status !== "optimal") return quick ? { status: "stopped", found: quick } : { status: "unknown" };
    const moves = new Map(
      this.#moves.flatMap(({ unit, site }, column) => (answer.values[column] > 0.5 ? [[unit, site] as const] : [])),
    );
    const pupils = [...moves.keys()].reduce((sum, unit) => sum + this.#ground.pupils(unit), 0);
    const found = { moves, areas: moves.size, pupils };
    if (quick && this.#ground.weightOf(moves.keys()) >= this.#limit) return { status: "optimal", found: quick };
    if (found.areas > this.#most) return "larger";
    const owners = this.#ground.is.slice();
    for (const [unit, site] of moves) owners[unit] = site;
    return this.#learn(owners) === 0 ? { status: "optimal", found } : undefined;
  }

  /** Adds what a map cuts off or makes too full; how much that is. */
  #learn(owners: Uint16Array): number {
    return this.#learnFull(owners) + this.#learnCuts(owners);
  }

  /** A school that is too full has its places counted from now on, and whoever leaves it may help. */
  #learnFull(owners: Uint16Array): number {
    const { is, capacity, openSites } = this.#ground;
    const full = [...this.#ground.loadOf(owners)].flatMap((pupils, site) => (pupils > capacity[site] ? [site] : []));
    for (const from of full) {
      this.#tight.add(from);
      is.forEach((site, unit) => {
        if (site === from && this.#ground.pupils(unit) > 0) for (const to of openSites) this.#add(unit, to);
      });
    }
    return full.length;
  }

  #learnCuts(owners: Uint16Array): number {
    const cut = this.#ground.allCutOff(owners);
    for (const { region, part, tied, to } of cut) {
      const walls = wallsBetween(this.#ground, { region, tied, to }, this.#most === Infinity ? MOST_WALLS : this.#most);
      for (const around of [this.#around(owners, region, part), ...walls]) this.#addWall({ region, tied, to, around });
    }
    return cut.length;
  }

  #addWall(cut: Cut): void {
    const { region, tied, to, around } = cut;
    this.#cuts.push(cut);
    for (const unit of around)
      if (!this.#ground.isIn(unit, region)) for (const site of region.sites) this.#add(unit, site);
    for (const unit of [...this.#leaving(tied, region), ...this.#leaving(to, region)])
      for (const site of [...this.#ground.openSites, NO_SITE]) if (!region.sites.includes(site)) this.#add(unit, site);
  }

  /** Who of some units might leave a region, all of them; none where somebody is sure to stay. */
  #leaving(units: readonly number[], { sites }: Region): readonly number[] {
    const here = units.filter((unit) => sites.includes(this.#ground.is[unit]));
    const stays =
      here.length > this.#most ||
      this.#ground.weightOf(here) > this.#limit ||
      here.some((unit) => this.#ground.isFixed(unit));
    return stays ? [] : here;
  }

  #around(owners: Uint16Array, { sites }: Region, part: readonly number[]): readonly number[] {
    const around = new Set<number>();
    for (const unit of part)
      for (const next of this.#ground.beside(unit)) if (!sites.includes(owners[next])) around.add(next);
    return [...around];
  }

  /** A move that might be part of a smaller repair: its site's zone is not farther off than that would reach. */
  #add(unit: number, site: number): void {
    const { is } = this.#ground;
    const key = unit * (NO_SITE + 1) + site;
    if (this.#columns.has(key) || is[unit] === site) return;
    if (!(site === NO_SITE ? this.#ground.mayGoNowhere(unit) : this.#ground.mayGo(unit, site))) return;
    if (site !== NO_SITE && this.#awayFrom(site)[unit] > this.#most) return;
    this.#columns.set(key, this.#moves.push({ unit, site }) - 1);
  }

  /** Steps from a site's zone to each unit; 0 everywhere on land where it has none, since nothing there has to reach it. */
  #awayFrom(site: number): Int32Array {
    const known = this.#away.get(site);
    if (known) return known;
    const { is, basis } = this.#ground;
    const zone = [...is.keys()].filter((unit) => is[unit] === site);
    const lands = new Set(zone.map((unit) => basis.landmass[unit]));
    const away = Int32Array.from(basis.landmass, (land) => (lands.has(land) ? is.length : 0));
    for (const unit of zone) away[unit] = 0;
    for (const unit of zone)
      for (const next of this.#ground.beside(unit))
        if (away[next] === is.length) {
          away[next] = away[unit] + 1;
          zone.push(next);
        }
    this.#away.set(site, away);
    return away;
  }

  #model() {
    const model = new ModelBuilder();
    const ground = this.#ground;
    const ofUnit = new Map<number, number[]>();
    this.#moves.forEach(({ unit }, column) => {
      model.addChoice(ground.weight(unit));
      ofUnit.set(unit, [...(ofUnit.get(unit) ?? []), column]);
    });
    addMovesOnce(model, ofUnit);
    addRoom(model, ground, this.#moves, this.#tight);
    for (const cut of this.#cuts) this.#addCut(model, cut, ofUnit);
    return model.build();
  }

  #addCut(
    model: ModelBuilder,
    { region, tied, to, around }: Cut,
    ofUnit: ReadonlyMap<number, readonly number[]>,
  ): void {
    /** Whether a unit is in the region: a constant and terms. */
    const inside = (unit: number, sign: number): { one: number; terms: readonly Term[] } => {
      const isHere = region.sites.includes(this.#ground.is[unit]);
      const terms = (ofUnit.get(unit) ?? []).flatMap((column): Term[] => {
        const comes = region.sites.includes(this.#moves[column].site);
        return comes === isHere ? [] : [[column, comes ? sign : -sign]];
      });
      return { one: isHere ? 1 : 0, terms };
    };
    const wall = around.map((unit) => inside(unit, -1));
    const walled = wall.reduce((sum, { one }) => sum + one, 0);
    const wallTerms = wall.flatMap(({ terms }) => terms);
    const isSure = (units: readonly number[]): boolean =>
      units.some((unit) => region.sites.includes(this.#ground.is[unit])) && this.#leaving(units, region).length === 0;
    const [ps, qs] = [isSure(tied) ? [undefined] : tied, isSure(to) ? [undefined] : to];
    let rows = 0;
    for (const p of ps)
      for (const q of qs) {
        if (++rows > MOST_ROWS) return;
        const [a, b] = [p, q].map((unit) => (unit === undefined ? { one: 1, terms: [] } : inside(unit, 1)));
        const most = 1 + walled - a.one - b.one;
        model.addRow("joined", -Infinity, most, merged([...a.terms, ...b.terms, ...wallTerms]));
      }
  }
}

/** A column once in each row. */
function merged(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>();
  for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient);
  return [...sums].filter(([, coefficient]) => coefficient !== 0);
}
