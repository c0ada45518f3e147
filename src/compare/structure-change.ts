import { type BandSet, NO_BANDS } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { requireOwnPlan } from "../evaluate/completeness.ts";
import type { StructureChange } from "../rules/structure-change.ts";
import { goingOn, type Link } from "./going-on.ts";

/** What a plan does to the schools of today; the one account of it for calendar, page, command line and council. */
export function structureChange({ municipality, baseline, unitBand }: Basis, plan: Plan): StructureChange {
  requireOwnPlan({ municipality }, plan);
  return new Comparing(
    baseline,
    plan,
    municipality.sites.map(({ name }) => name),
    unitBand,
  ).change();
}

/** Schools are numbered as the districts of their plan. */
class Comparing {
  readonly #today: Plan;
  readonly #plan: Plan;
  readonly #siteNames: readonly string[];
  readonly #before: Uint16Array;
  readonly #after: Uint16Array;
  readonly #links: readonly Link[];
  /** The school that goes on in each school of the plan, `[now]`. */
  readonly #heirs: ReadonlyMap<number, number>;
  readonly #ceasing: ReadonlySet<number>;
  readonly #touched = new Set<number>();

  constructor(today: Plan, plan: Plan, siteNames: readonly string[], unitBand: Uint32Array) {
    this.#today = today;
    this.#plan = plan;
    this.#siteNames = siteNames;
    this.#before = districtOfSite(today);
    this.#after = districtOfSite(plan);
    const { links, heirs } = goingOn(today, plan, unitBand);
    this.#links = links;
    this.#heirs = heirs;
    const kept = new Set(heirs.values());
    this.#ceasing = new Set(schoolsOf(today).filter((old) => !kept.has(old)));
  }

  change(): StructureChange {
    const merged = this.#merged();
    const split = this.#split();
    const opened = schoolsOf(this.#plan).filter((now) => this.#olds(now).length === 0);
    const closed = [...this.#ceasing].filter((old) => this.#nows(old).length === 0);
    const sites = {
      moved: this.#sites((site) => this.#comesUnderAnother(site)).map((site) => ({
        site: this.#siteNames[site],
        from: this.#oldName(this.#before[site]),
        to: this.#nowName(this.#after[site]),
      })),
      sitesClosed: this.#sites((site) => this.#was(site) && !this.#is(site) && this.#goesOn(this.#before[site])).map(
        (site) => ({ site: this.#siteNames[site], school: this.#oldName(this.#before[site]) }),
      ),
      sitesOpened: this.#sites(
        (site) => !this.#was(site) && this.#is(site) && this.#olds(this.#after[site]).length > 0,
      ).map((site) => ({ site: this.#siteNames[site], school: this.#nowName(this.#after[site]) })),
      grades: this.#sites((site) => this.#was(site) && this.#is(site) && this.#from(site) !== this.#to(site)).map(
        (site) => ({ site: this.#siteNames[site], from: this.#from(site), to: this.#to(site) }),
      ),
    };
    const { borders, within } = this.#areas();
    this.#touchBySites();
    return {
      merged,
      split,
      closed: closed.map((old) => this.#oldName(old)),
      opened: opened.map((now) => this.#nowName(now)),
      ...sites,
      borders,
      within,
      ceasing: [...this.#ceasing].map((old) => this.#oldName(old)),
      boards: schoolsOf(this.#today)
        .filter((old) => this.#touched.has(old))
        .map((old) => this.#oldName(old)),
    };
  }

  #merged(): StructureChange["merged"] {
    return schoolsOf(this.#plan).flatMap((now) => {
      const heir = this.#heirs.get(now);
      const joined = this.#olds(now).filter((old) => this.#ceasing.has(old) && this.#nows(old).length === 1);
      if (heir === undefined || joined.length === 0) return [];
      const schools = [heir, ...joined].toSorted((a, b) => a - b).map((old) => this.#oldName(old));
      return [{ schools, into: this.#nowName(now), continues: this.#oldName(heir) }];
    });
  }

  #split(): StructureChange["split"] {
    return schoolsOf(this.#today).flatMap((old) => {
      const nows = this.#nows(old);
      const isShared = this.#ceasing.has(old) || nows.some((now) => !this.#heirs.has(now));
      if (nows.length < 2 || !isShared) return [];
      const own = nows.find((now) => this.#heirs.get(now) === old);
      const into = nows.map((now) => this.#nowName(now));
      return [{ school: this.#oldName(old), into, ...(own !== undefined && { continues: this.#nowName(own) }) }];
    });
  }

  /** From a school that goes on to one that another school goes on in. */
  #comesUnderAnother(site: number): boolean {
    if (!this.#was(site) || !this.#is(site)) return false;
    const [old, heir] = [this.#before[site], this.#heirs.get(this.#after[site])];
    return old !== NO_SITE && heir !== undefined && heir !== old && !this.#ceasing.has(old);
  }

  /** Schools whose areas change although today's site still teaches the grades there. */
  #areas(): Pick<StructureChange, "borders" | "within"> {
    const borders = new Set<number>();
    const within = new Set<number>();
    this.#today.assignment.forEach((site, pair) => {
      const to = this.#plan.assignment[pair];
      if (site === to || site === NO_SITE || to === NO_SITE) return;
      const [old, other] = [this.#before[site], this.#before[to]];
      for (const school of [old, other]) if (school !== NO_SITE) this.#touch(school);
      if ((this.#to(site) & (1 << (pair % this.#today.grades.bandCount))) === 0 || old === NO_SITE) return;
      if (old === other) within.add(old);
      else for (const school of [old, other]) if (school !== NO_SITE) borders.add(school);
    });
    const named = (schools: ReadonlySet<number>): readonly string[] =>
      [...schools].toSorted((a, b) => a - b).map((old) => this.#oldName(old));
    return { borders: named(borders), within: named(within) };
  }

  /** A school is touched where a site of its own is other or no longer its own, and where another's comes to it. */
  #touchBySites(): void {
    for (const site of this.#siteNames.keys()) {
      const [old, heir] = [this.#before[site], this.#heirs.get(this.#after[site])];
      const isOpen = this.#was(site) && this.#is(site);
      if (isOpen ? this.#from(site) === this.#to(site) && heir === old : !this.#was(site) && !this.#is(site)) continue;
      this.#touch(old);
      this.#touch(heir);
    }
  }

  #touch(old: number | undefined): void {
    if (old !== undefined && old !== NO_SITE) this.#touched.add(old);
  }

  readonly #from = (site: number): BandSet => this.#today.teaching[site];
  readonly #to = (site: number): BandSet => this.#plan.teaching[site];
  readonly #was = (site: number): boolean => this.#from(site) !== NO_BANDS;
  readonly #is = (site: number): boolean => this.#to(site) !== NO_BANDS;
  /** Alone or in another: some site of it stays open. */
  readonly #goesOn = (old: number): boolean => this.#nows(old).length > 0;
  readonly #sites = (which: (site: number) => boolean): readonly number[] => [...this.#siteNames.keys()].filter(which);
  readonly #olds = (now: number): readonly number[] =>
    this.#links.flatMap((link) => (link.now === now ? [link.old] : []));
  readonly #nows = (old: number): readonly number[] =>
    this.#links.flatMap((link) => (link.old === old ? [link.now] : []));
  readonly #oldName = (old: number): string => this.#today.districts[old].name;
  readonly #nowName = (now: number): string => this.#plan.districts[now].name;
}

/** Districts with a site that is open. */
const schoolsOf = ({ districts, teaching }: Plan): readonly number[] =>
  [...districts.keys()].filter((district) => districts[district].sites.some((site) => teaching[site] !== NO_BANDS));
