import { type BandSet, NO_BANDS, parseGradeRange, type Band, type Grades, bandsNamed } from "../domain/grades.ts";
import type { Municipality } from "../domain/municipality.ts";
import { nearNames } from "../domain/near-names.ts";
import { unreachable } from "../domain/outcome.ts";
import type { NetworkCosts, Question, SiteOption } from "../domain/question.ts";
import type { QuestionFile } from "./question-file.ts";
import { readAssignmentRule, readGroupingRule, readNetworkRule, readRedrawRule } from "./question-rules.ts";
import type { RuleNames } from "./rules/row.ts";

/** What a question file leaves to the asker. */
interface QuestionDefaults {
  readonly networkCosts: NetworkCosts;
  /** Bands taught today, `[site]`. */
  readonly teaching: readonly BandSet[];
  readonly demandIn: RuleNames["demandIn"];
  /** Today's districts, by which grouping rules are named; single sites when sites are grouped. */
  readonly districts: readonly { readonly id: string; readonly name: string }[];
}

type ReadQuestion = { readonly question: Question } | { readonly unknown: readonly UnknownName[] };

/** A name in a question that the case does not have or has more than once, or grades that are not whole bands. */
export interface UnknownName {
  readonly kind: "site" | "district" | "unit" | "plan" | "grades";
  readonly name: string;
  /** Names there are that may have been meant, the nearest first. */
  readonly near?: readonly string[];
  /** All names there are, where none is near and they are few. */
  readonly known?: readonly string[];
  /** Ids of those that all have the name. */
  readonly ids?: readonly string[];
}

/** A question file with its names as the numbers of a municipality. */
export function readQuestion(file: QuestionFile, municipality: Municipality, defaults: QuestionDefaults): ReadQuestion {
  const unknown: UnknownName[] = [];
  const names = new Names(municipality, defaults.districts, unknown);
  const question = toQuestion(file, names, municipality, defaults);
  return unknown.length > 0 ? { unknown } : { question };
}

/** Things that can be named by their id or, where only one has it, by their name; in small letters. */
class Directory {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #names = new Map<string, readonly number[]>();
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#ids = new Map(entries.map(({ id }, number) => [simplified(id), number]));
    entries.forEach(({ name }, number) =>
      this.#names.set(simplified(name), [...(this.#names.get(simplified(name)) ?? []), number]),
    );
  }

  /** Its number, or what is wrong with the name. */
  find(name: string): number | Pick<UnknownName, "near" | "known" | "ids"> {
    const word = simplified(name);
    const found = this.#names.get(word) ?? [];
    const number = this.#ids.get(word) ?? (found.length === 1 ? found[0] : undefined);
    if (number !== undefined) return number;
    if (found.length > 1) return { ids: found.map((each) => this.#entries[each].id) };
    const near = nearNames(
      name,
      this.#entries.flatMap(({ id, name: known }) => [known, id]),
    );
    const isFew = near.length === 0 && this.#entries.length <= MOST_TOLD;
    return { near, ...(isFew && { known: this.#entries.map((each) => each.name) }) };
  }
}

/** Names that can be told in a sentence. */
const MOST_TOLD = 20;

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** Letters that look alike are alike. */
const simplified = (name: string): string => name.trim().normalize("NFC").toLowerCase();

class Names {
  readonly #unknown: UnknownName[];
  readonly #grades: Grades;
  readonly #sites: Directory;
  readonly #units: Municipality["units"]["id"];
  readonly #unitNumbers: ReadonlyMap<string, number>;
  readonly #districts: Directory;

  constructor(
    { grades, sites, units }: Municipality,
    districts: QuestionDefaults["districts"],
    unknown: UnknownName[],
  ) {
    this.#unknown = unknown;
    this.#grades = grades;
    this.#sites = new Directory(sites);
    this.#units = units.id;
    this.#unitNumbers = new Map(units.id.map((id, number) => [id, number]));
    this.#districts = new Directory(districts);
  }

  #find(kind: "site" | "district", known: Directory, name: string): number {
    const found = known.find(name);
    if (typeof found === "number") return found;
    this.#unknown.push({ kind, name, ...found });
    return 0;
  }

  readonly site = (name: string): number => this.#find("site", this.#sites, name);
  readonly unit = (name: string): number => {
    const found = this.#unitNumbers.get(name.trim().normalize("NFC"));
    if (found === undefined) this.#unknown.push({ kind: "unit", name, near: nearNames(name, this.#units) });
    return found ?? 0;
  };
  readonly district = (name: string): number => this.#find("district", this.#districts, name);

  readonly grades = (range: string): BandSet => {
    const set = range.trim() === "" ? NO_BANDS : parseGradeRange(this.#grades, range);
    if (set === undefined) this.#unknown.push({ kind: "grades", name: range });
    return set ?? NO_BANDS;
  };

  readonly band = (key: string): Band => {
    const named = bandsNamed(this.#grades, key);
    if (named.length !== 1)
      this.#unknown.push({ kind: "grades", name: key, known: this.#grades.bands.map((each) => each.key) });
    return named.at(0) ?? 0;
  };
}

function toQuestion(
  file: QuestionFile,
  names: Names,
  municipality: Municipality,
  defaults: QuestionDefaults,
): Question {
  const naming: RuleNames = {
    band: names.band,
    site: names.site,
    unit: names.unit,
    district: names.district,
    demandIn: defaults.demandIn,
  };
  switch (file.kind) {
    case "consolidate": {
      const { districts, from, policy, contiguity, touching } = file;
      return {
        kind: "consolidate",
        districts,
        from,
        policy,
        contiguity: contiguity === "required" ? "ferry" : contiguity,
        ...(touching && {
          touching: touching.map(({ districts: [one, other], touch }) => ({
            pair: [names.district(one), names.district(other)] as const,
            touch,
          })),
        }),
        rules: file.rules.map((rule) => readGroupingRule(rule, naming)),
      };
    }
    case "reassign":
      return {
        kind: "reassign",
        stages: file.stages,
        rules: file.rules.map((rule) => readAssignmentRule(rule, naming)),
        limits: cleanLimits(file.limits),
      };
    case "network":
      return {
        kind: "network",
        sites: file.sites
          ? file.sites.map(({ site, teaches }) => ({ site: names.site(site), teaches: teaches.map(names.grades) }))
          : closable(defaults.teaching),
        rules: file.rules.map((rule) => readNetworkRule(rule, naming)),
        costs: networkCosts(file, names, municipality, defaults),
        list: file.list,
        limits: cleanLimits(file.limits),
      };
    case "redraw": {
      const { districts, tolerance, balance, objective, sites } = file;
      return {
        kind: "redraw",
        districts,
        tolerance,
        objective,
        sites,
        balance: balance === "pupils" ? "pupils" : names.band(balance),
        ...(file.seats && { seats: file.seats.map(names.site) }),
        ...(file.rules && { rules: file.rules.map((rule) => readRedrawRule(rule, naming)) }),
        limits: cleanLimits(file.limits),
      };
    }
    default:
      return unreachable(file);
  }
}

const cleanLimits = ({ seed, seconds }: { seed: number; seconds?: number | undefined }) => ({
  seed,
  ...(seconds !== undefined && { seconds }),
});

/** Every site open today may close or stay as it is. */
const closable = (teaching: readonly BandSet[]): readonly SiteOption[] =>
  teaching.flatMap((taught, site) => (taught === NO_BANDS ? [] : [{ site, teaches: [taught, NO_BANDS] }]));

function networkCosts(
  { costs }: Extract<QuestionFile, { kind: "network" }>,
  names: Names,
  { sites }: Municipality,
  { networkCosts: defaults }: QuestionDefaults,
): NetworkCosts {
  if (!costs) return defaults;
  const { site = defaults.site, band, pupil, pupilKilometre = defaults.pupilKilometre } = costs;
  if (typeof pupil === "number") return { site, band, pupil: [pupil], pupilKilometre };
  const bySite = sites.map(() => 0);
  for (const [name, price] of Object.entries(pupil)) bySite[names.site(name)] = price;
  return { site, band, pupil: bySite, pupilKilometre };
}
