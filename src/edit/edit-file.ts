import { formatBands, NO_BANDS, parseGradeRange, type Grades, bandsNamed } from "../domain/grades.ts";
import type { UnitShape } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import { NO_SITE } from "../domain/plan.ts";
import { cellsWithin, compactUnits } from "../geo/cells.ts";
import type { JsonPath, JsonText } from "../import/json-text.ts";
import type { ChangeFile, EditFile } from "../protocol/proposal-file.ts";
import { unitsInBands } from "../report/plan-file.ts";
import type { ProposalReport } from "./proposal-issues.ts";
import { readAssuming, writeAssuming } from "./assumption-file.ts";
import type { Change, Lockable } from "./change.ts";
import { normalForm } from "./compose.ts";
import { type Draft, type NewSite, newSitesAfter, type SiteState } from "./draft.ts";
import type { Edit } from "./log.ts";

/** Ids of sites by number; new ones as they are before or after an edit. */
type SiteIds = readonly string[];

const siteIds = ({ municipality }: Draft, newSites: readonly NewSite[]): SiteIds =>
  [...municipality.sites, ...newSites].map(({ id }) => id);

/** An edit with everything named by id, for files, storage and others; `draft` is what it was made of. */
export function writeEdit(draft: Draft, { changes, ...edit }: Edit): EditFile {
  const sum = normalForm(changes);
  const steps = sum.filter((change) => change.kind === "new-site");
  const before = siteIds(draft, draft.newSites);
  const after = siteIds(draft, newSitesAfter(draft.newSites, steps));
  return { ...edit, changes: sum.map((change) => new Writer(draft, before, after).change(change)) };
}

class Writer {
  readonly #draft: Draft;
  readonly #before: SiteIds;
  readonly #after: SiteIds;

  constructor(draft: Draft, before: SiteIds, after: SiteIds) {
    this.#draft = draft;
    this.#before = before;
    this.#after = after;
  }

  change(change: Change): ChangeFile {
    switch (change.kind) {
      case "assign":
        return { kind: "assign", areas: this.#areas(change) };
      case "site":
        return {
          ...change,
          site: this.#late(change.site),
          from: stateFile(this.#draft.municipality.grades, change.from),
          to: stateFile(this.#draft.municipality.grades, change.to),
        };
      case "lock":
        return { kind: "lock", what: this.#lockable(change.what), locked: change.to };
      case "assumption":
        return writeAssuming(this.#draft.municipality.grades, change, this.#draft.municipality.units);
      case "new-site":
      case "district":
      case "text":
        return change;
      default:
        return unreachable(change);
    }
  }

  /** Sites that pupils leave, and those that they come to. */
  readonly #early = (site: number): string => this.#before.at(site) ?? this.#after.at(site) ?? String(site);
  readonly #late = (site: number): string => this.#after.at(site) ?? this.#before.at(site) ?? String(site);

  #areas({ pairs, from, to }: Change & { readonly kind: "assign" }) {
    const moves = new Map<number, number[]>();
    pairs.forEach((pair, i) => {
      const move = from[i] * (NO_SITE + 1) + to[i];
      const known = moves.get(move);
      if (known) known.push(pair);
      else moves.set(move, [pair]);
    });
    return [...moves].flatMap(([move, moved]) =>
      this.#units(moved).map((units) => ({
        from: orNone(Math.floor(move / (NO_SITE + 1)), this.#early),
        to: orNone(move % (NO_SITE + 1), this.#late),
        ...units,
      })),
    );
  }

  #units(pairs: Iterable<number>) {
    const { id, shape } = this.#draft.municipality.units;
    return unitsInBands(this.#draft.municipality.grades, pairs).map(({ bands, members }) => ({
      bands,
      units: compactUnits(
        members.map((unit) => id[unit]),
        shape,
      ),
    }));
  }

  #lockable(what: Lockable): (ChangeFile & { kind: "lock" })["what"] {
    if ("pairs" in what) return { areas: this.#units(what.pairs) };
    if ("site" in what) return { site: this.#late(what.site) };
    return "band" in what ? { band: this.#draft.municipality.grades.bands[what.band].key } : what;
  }
}

const orNone = (site: number, name: (site: number) => string) => (site === NO_SITE ? null : name(site));

type StateFile = (ChangeFile & { kind: "site" })["from"];

const stateFile = (grades: Grades, { teaches, capacity, district }: SiteState): StateFile => ({
  teaches: formatBands(grades, teaches),
  capacity: Object.fromEntries(
    grades.bands.flatMap(({ band, key }) => (capacity[band] === undefined ? [] : [[key, capacity[band]]])),
  ),
  ...(district !== undefined && { district }),
});

const unitNumbersKnown = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Numbers of a case's units by id, made once: each edit of a room is read by itself. */
export function unitNumbers(ids: readonly string[]): ReadonlyMap<string, number> {
  const known = unitNumbersKnown.get(ids) ?? new Map(ids.map((id, number) => [id, number]));
  unitNumbersKnown.set(ids, known);
  return known;
}

/** Reads edits whose ids a case and the new sites of a draft must know; one reader serves any number of edits. */
export class EditReader {
  readonly #json: JsonText;
  readonly #report: ProposalReport;
  readonly #grades: Grades;
  readonly #shape: UnitShape;
  readonly #units: ReadonlyMap<string, number>;

  constructor({ grades, units }: Draft["municipality"], json: JsonText, report: ProposalReport) {
    this.#json = json;
    this.#report = report;
    this.#grades = grades;
    this.#shape = units.shape;
    this.#units = unitNumbers(units.id);
  }

  /** The edit at a path of the document, as one of a draft; `undefined` where an id is unknown, which is reported. */
  read(draft: Draft, { changes: written, ...edit }: EditFile, path: JsonPath): Edit | undefined {
    const names = siteNumbers(draft, written);
    const changes: Change[] = [];
    written.forEach((change, i) => {
      const read = this.#change(change, names, [...path, "changes", i]);
      if (read) changes.push(read);
    });
    const { note, asked, takesBack, belongsTo, ...rest } = edit;
    return changes.length === written.length
      ? {
          ...rest,
          changes,
          ...(note !== undefined && { note }),
          ...(asked && { asked }),
          ...(takesBack !== undefined && { takesBack }),
          ...(belongsTo !== undefined && { belongsTo }),
        }
      : undefined;
  }

  #change(change: ChangeFile, names: SiteNumbers, path: JsonPath): Change | undefined {
    switch (change.kind) {
      case "assign":
        return this.#assign(change, names, path);
      case "site": {
        const site = this.#site(change.site, names.late, [...path, "site"]);
        const from = this.#state(change.from, [...path, "from"]);
        const to = this.#state(change.to, [...path, "to"]);
        return site === undefined || !from || !to ? undefined : { kind: "site", site, from, to };
      }
      case "lock": {
        const what = this.#lockable(change.what, names, [...path, "what"]);
        return what && { kind: "lock", what, from: !change.locked, to: change.locked };
      }
      case "assumption": {
        const read = readAssuming(this.#grades, change, (id) => this.#units.get(id));
        if ("kind" in read) return read;
        this.#report("plan.unit-unknown", this.#json.at(path), { unit: read.unknown });
        return undefined;
      }
      case "new-site":
        return newSiteOf(change);
      case "district": {
        const { id, from, to } = change;
        return { kind: "district", id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      }
      case "text":
        return change;
      default:
        return unreachable(change);
    }
  }

  #site(id: string | null, numbers: ReadonlyMap<string, number>, path: JsonPath): number | undefined {
    const site = id === null ? NO_SITE : numbers.get(id);
    if (site === undefined) this.#report("proposal.site-unknown", this.#json.at(path), { site: id ?? "" });
    return site;
  }

  #assign({ areas }: ChangeFile & { kind: "assign" }, names: SiteNumbers, path: JsonPath): Change | undefined {
    const [from, to]: [number[], number[]] = [[], []];
    // Pairs with their area behind, so that numbers alone are put in order: of a pair that is in several areas each moves it in turn.
    const moves: number[] = [];
    let isRead = true;
    areas.forEach((area, i) => {
      const at = [...path, "areas", i];
      const leaves = this.#site(area.from, names.early, [...at, "from"]);
      const comes = this.#site(area.to, names.late, [...at, "to"]);
      const pairs = this.#pairs(area, at);
      if (leaves === undefined || comes === undefined || !pairs) {
        isRead = false;
        return;
      }
      from.push(leaves);
      to.push(comes);
      for (const pair of pairs) moves.push(pair * areas.length + i);
    });
    if (!isRead) return undefined;
    const ordered = Float64Array.from(moves).toSorted();
    const change = {
      kind: "assign" as const,
      pairs: new Uint32Array(ordered.length),
      from: new Uint16Array(ordered.length),
      to: new Uint16Array(ordered.length),
    };
    ordered.forEach((move, at) => {
      const area = move % areas.length;
      change.pairs[at] = (move - area) / areas.length;
      change.from[at] = from[area];
      change.to[at] = to[area];
    });
    return change;
  }

  /** `undefined` where a unit is unknown. */
  #pairs({ bands, units }: UnitsFile, path: JsonPath): readonly number[] | undefined {
    let unknown = 0;
    const members = new Set<number>();
    const seen = new Set<string>();
    for (let i = 0; i < units.length; i++) {
      const id = units[i];
      const own = this.#units.get(id);
      if (own !== undefined) members.add(own);
      // However often something is named, its cells are looked for once, and of names that mean nothing the first are enough.
      if (own !== undefined || seen.has(id)) continue;
      seen.add(id);
      const found = cellsWithin(id, this.#shape).flatMap((cell) => this.#units.get(cell) ?? []);
      for (const unit of found) members.add(unit);
      if (found.length > 0) continue;
      this.#report("plan.unit-unknown", this.#json.at([...path, "units", i]), { unit: id });
      if (++unknown === MOST_UNKNOWN) break;
    }
    if (unknown > 0) return undefined;
    const pairs: number[] = [];
    for (const band of new Set(bands.flatMap((key) => bandsNamed(this.#grades, key))))
      for (const unit of members) pairs.push(unit * this.#grades.bandCount + band);
    return pairs;
  }

  #state({ teaches: grades, capacity, district }: StateFile, path: JsonPath): SiteState | undefined {
    const teaches = grades.trim() === "" ? NO_BANDS : parseGradeRange(this.#grades, grades);
    if (teaches === undefined) {
      this.#report("sites.grades", this.#json.at([...path, "teaches"]), { found: grades });
      return undefined;
    }
    return {
      teaches,
      capacity: this.#grades.bands.map(({ key }) => capacity[key]),
      ...(district !== undefined && { district }),
    };
  }

  #lockable(what: (ChangeFile & { kind: "lock" })["what"], names: SiteNumbers, path: JsonPath): Lockable | undefined {
    if ("areas" in what) {
      const pairs = what.areas.flatMap((area, i) => this.#pairs(area, [...path, "areas", i]) ?? [UNREAD]);
      return pairs.includes(UNREAD) ? undefined : { pairs: Uint32Array.from(pairs).toSorted() };
    }
    if ("site" in what) {
      const site = this.#site(what.site, names.late, [...path, "site"]);
      return site === undefined ? undefined : { site };
    }
    return "band" in what ? { band: bandsNamed(this.#grades, what.band).at(0) ?? 0 } : what;
  }
}

type UnitsFile = Pick<(ChangeFile & { kind: "assign" })["areas"][number], "bands" | "units">;

/** Numbers of sites by id. */
interface SiteNumbers {
  /** Where a number has one id before the edit and another after it, the one before. */
  readonly early: ReadonlyMap<string, number>;
  readonly late: ReadonlyMap<string, number>;
}

const UNREAD = -1;

/** So many unknown units of one stroke are told; looking for all the cells of thousands of large ones takes minutes. */
const MOST_UNKNOWN = 100;

const numbered = (ids: SiteIds): readonly (readonly [string, number])[] => ids.map((id, number) => [id, number]);

const siteNumbersKnown = new WeakMap<Draft["municipality"]["sites"], SiteNumbers>();

/** What an edit's sites are by id: of a case alone they are made once, as nearly all edits of a room are of those. */
function siteNumbers(draft: Draft, written: EditFile["changes"]): SiteNumbers {
  const { sites } = draft.municipality;
  const isOfCase = draft.newSites.length === 0 && !written.some(({ kind }) => kind === "new-site");
  const known = isOfCase ? siteNumbersKnown.get(sites) : undefined;
  if (known) return known;
  const steps = written.filter((change) => change.kind === "new-site");
  const [before, after] = [draft.newSites, newSitesAfter(draft.newSites, steps.map(newSiteOf))].map((newSites) =>
    numbered(siteIds(draft, newSites)),
  );
  const names = { early: new Map([...after, ...before]), late: new Map([...before, ...after]) };
  if (isOfCase) siteNumbersKnown.set(sites, names);
  return names;
}

const newSiteOf = ({ was, is }: ChangeFile & { kind: "new-site" }): Change & { readonly kind: "new-site" } => ({
  kind: "new-site",
  ...(was && { was }),
  ...(is && { is }),
});
