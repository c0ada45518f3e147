import { NO_SITE } from "../../domain/plan.ts";
import { type CutOff, type Region, regionKey } from "../../evaluate/cut-off.ts";
import { type Model, ModelBuilder, type Term } from "../../model/model.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { BandGround } from "./band-ground.ts";
import { addMovesOnce, addRoom } from "./move-rows.ts";
import { narrowWalls, type WallsOf } from "./narrow-walls.ts";

/**
 * Who of `part` is in a region must be joined to who of `rest` is through somebody `around`: x_p + x_q <= 1 + sum of x_v (Validi,
 * Buchanan and Lykhovyd 2022). "Sure": somebody of the rest is there in every map with fewer moved than the best that is known.
 */
interface Wall {
  readonly region: Region;
  readonly part: readonly number[];
  readonly rest: readonly number[] | "sure";
  readonly around: readonly number[];
}

/** A move to a site, or to any that the rows say nothing of. */
interface Move {
  readonly unit: number;
  readonly site: number | "elsewhere";
}

/** Whether a unit is in a region, in a model: a constant and terms. */
interface Inside {
  readonly one: number;
  readonly terms: readonly Term[];
}

/** What all areas weigh together, pupils: few areas are moved where that is no matter for pupils. */
const ALL_AREAS = 1 / 12;
/** A model is solved to less than a pupil, areas and all. */
const NEAR = 0.9;
/** So many walls around a part. */
const MOST_WALLS = 12;

/**
 * How many pupils are moved at least in any map of a band that hangs together. A model of the moves that rows speak of, which grows by a
 * row for each school that its last answer made too full and by walls around each part that it cut off. Any move it leaves out could
 * only make a map cost more, so what it costs is a bound at every step; its answers are no maps.
 */
export class LeastMoved {
  readonly #ground: BandGround;
  /** Pupils moved in the best map known when it began. */
  readonly #limit: number;
  /** What a pupil who is moved weighs, areas. */
  readonly #pupil: number;
  /** Sites whose places are counted. */
  readonly #tight = new Set<number>();
  readonly #walls: Wall[] = [];
  readonly #moves: Move[] = [];
  /** Moves and walls that there are. */
  readonly #known = new Set<string>();
  readonly #ofUnit = new Map<number, number[]>();
  /** People first: of such walls there are few, and soon all are known. */
  #wallsOf: WallsOf = "people";
  #least: number;
  /** Whether there is nothing more to learn. */
  #isDone = false;

  /** `least`: so many are moved whatever is done, as is known already. */
  constructor(ground: BandGround, known: { readonly moved: number; readonly least: number }) {
    this.#ground = ground;
    this.#limit = known.moved;
    this.#pupil = ground.is.length / ALL_AREAS;
    this.#least = known.least;
    this.#learn(ground.is);
  }

  /** As far as the time goes, or until a map that moves so many is known; goes on from where it stopped when it is asked again. */
  async least(moved: number, solver: Solver, options: SolverOptions): Promise<number> {
    while (!this.#isDone && this.#least < moved && options.shouldStop?.() !== true) {
      const answer = await solver.solve(this.#model(), { ...options, absoluteGap: NEAR * this.#pupil });
      if (answer.status === "infeasible") this.#least = this.#limit;
      if (answer.status === "stopped") this.#raise(answer.bound);
      if (answer.status !== "optimal") break;
      this.#raise(answer.objective - NEAR * this.#pupil);
      const owners = this.#ground.is.slice();
      this.#moves.forEach(({ unit, site }, column) => {
        if (answer.values[column] > 0.5) owners[unit] = site === "elsewhere" ? NO_SITE : site;
      });
      if (this.#learn(owners) > 0) continue;
      if (this.#wallsOf === "all") this.#isDone = true;
      this.#wallsOf = "all";
      this.#learn(owners);
    }
    return this.#least;
  }

  /** Pupils are whole; and of more than in the best known map nothing is said. */
  #raise(cost: number): void {
    this.#least = Math.max(this.#least, Math.min(this.#limit, Math.ceil(cost / this.#pupil - ALL_AREAS)));
  }

  /** Adds what a map cuts off or makes too full; how much of that is new. */
  #learn(owners: Uint16Array): number {
    return this.#learnFull(owners) + this.#learnWalls(owners);
  }

  #learnFull(owners: Uint16Array): number {
    const { is, capacity } = this.#ground;
    const full = [...this.#ground.loadOf(owners).entries()].flatMap(([site, pupils]) =>
      pupils > capacity[site] && !this.#tight.has(site) ? [site] : [],
    );
    for (const from of full) {
      this.#tight.add(from);
      is.forEach((site, unit) => {
        if (site === from && this.#ground.pupils(unit) > 0) this.#addLeaving(unit);
      });
    }
    return full.length;
  }

  /** Only who lives there or stays has to hang together: whatever else is cut off could as well be somebody else's. */
  #learnWalls(owners: Uint16Array): number {
    const isAsked = (unit: number): boolean => this.#ground.pupils(unit) > 0 || this.#ground.isFixed(unit);
    let learned = 0;
    for (const { region, part, rest } of this.#ground.allCutOff(owners)) {
      const { inside, walls } = narrowWalls(this.#ground, { region, part, rest }, this.#wallsOf, MOST_WALLS);
      const tied = inside.filter((unit) => isAsked(unit) && region.sites.includes(owners[unit]));
      const to = rest.filter(isAsked);
      if (tied.length === 0 || to.length === 0) continue;
      for (const around of walls) {
        // Who leaves for anywhere may stay in a district: such a part can come back, with nothing new to learn from it.
        const key = `${regionKey(region)} ${tied.join()} ${around.join()}`;
        if (this.#known.has(key)) continue;
        this.#known.add(key);
        this.#addWall({ region, tied, to }, around);
        learned++;
      }
    }
    return learned;
  }

  #addWall({ region, tied, to }: Pick<CutOff, "region" | "tied" | "to">, around: readonly number[]): void {
    const rest = this.#isSure(region, to) ? "sure" : to;
    this.#walls.push({ region, part: tied, rest, around });
    for (const unit of around)
      if (!this.#ground.isIn(unit, region)) for (const site of region.sites) this.#add(unit, site);
    for (const unit of rest === "sure" ? tied : [...tied, ...to])
      if (this.#ground.isIn(unit, region)) this.#addLeaving(unit);
  }

  /** Whether somebody of some units is sure to be in a region: fixed there, or more are there than the best map moves. */
  #isSure(region: Region, units: readonly number[]): boolean {
    const there = units.filter((unit) => this.#ground.isIn(unit, region));
    if (there.some((unit) => this.#ground.isFixed(unit))) return true;
    return there.reduce((sum, unit) => sum + this.#ground.counted(unit), 0) >= this.#limit;
  }

  #addLeaving(unit: number): void {
    const { is, openSites, mayGo } = this.#ground;
    if (openSites.some((site) => site !== is[unit] && mayGo(unit, site))) this.#push({ unit, site: "elsewhere" });
  }

  #add(unit: number, site: number): void {
    if (this.#ground.is[unit] !== site && this.#ground.mayGo(unit, site)) this.#push({ unit, site });
  }

  #push(move: Move): void {
    const key = `move ${move.unit} ${move.site}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const column = this.#moves.push(move) - 1;
    const own = this.#ofUnit.get(move.unit);
    if (own) own.push(column);
    else this.#ofUnit.set(move.unit, [column]);
  }

  #model(): Model {
    const model = new ModelBuilder();
    for (const { unit } of this.#moves) model.addChoice(1 + this.#pupil * this.#ground.counted(unit));
    addMovesOnce(model, this.#ofUnit);
    addRoom(model, this.#ground, this.#moves, this.#tight);
    const anyOf = new Map<string, number>();
    for (const wall of this.#walls) this.#addJoined(model, wall, anyOf);
    return model.build();
  }

  /** `anyOf`: columns that are 1 where any of some units is in a region. */
  #addJoined(model: ModelBuilder, { region, part, rest, around }: Wall, anyOf: Map<string, number>): void {
    const a = this.#anyInside(model, region, part, anyOf);
    const b = rest === "sure" ? SURE : this.#anyInside(model, region, rest, anyOf);
    // A move within a district may be one to anywhere: nobody in a wall is taken to have left for that.
    const mayStay = region.sites.length > 1;
    const wall = around.map((unit) => this.#inside(unit, region, mayStay ? "stays" : "leaves"));
    const most = 1 + wall.reduce((sum, { one }) => sum + one, 0) - a.one - b.one;
    const sums = new Map<number, number>();
    const add = (terms: readonly Term[], sign: number): void => {
      for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + sign * coefficient);
    };
    add(a.terms, 1);
    add(b.terms, 1);
    for (const { terms } of wall) add(terms, -1);
    model.addRow(
      "joined",
      -Infinity,
      most,
      [...sums].filter(([, coefficient]) => coefficient !== 0),
    );
  }

  #anyInside(model: ModelBuilder, region: Region, units: readonly number[], anyOf: Map<string, number>): Inside {
    const all = units.map((unit) => this.#inside(unit, region, "leaves"));
    if (all.some(({ one, terms }) => one === 1 && terms.length === 0)) return SURE;
    if (all.length === 1) return all[0];
    const key = `${region.kind} ${region.sites.join()} ${units.join()}`;
    const known = anyOf.get(key);
    const column = known ?? model.addColumn({ cost: 0, lower: 0, upper: 1, integer: "any" });
    if (known === undefined) {
      anyOf.set(key, column);
      for (const { one, terms } of all) model.addRow("any of them", -Infinity, -one, [...terms, [column, -1]]);
    }
    return { one: 0, terms: [[column, 1]] };
  }

  #inside(unit: number, region: Region, elsewhere: "leaves" | "stays"): Inside {
    const isHere = this.#ground.isIn(unit, region);
    const terms = (this.#ofUnit.get(unit) ?? []).flatMap((column): Term[] => {
      const { site } = this.#moves[column];
      if (site === "elsewhere") return isHere && elsewhere === "leaves" ? [[column, -1]] : [];
      const comes = region.sites.includes(site);
      return comes === isHere ? [] : [[column, comes ? 1 : -1]];
    });
    return { one: isHere ? 1 : 0, terms };
  }
}

const SURE: Inside = { one: 1, terms: [] };
