import type { DatedDemand, Scenario } from "../domain/forecast.ts";
import { BANDS, type Band, type BandSet, NO_BANDS, parseGradeRange } from "../domain/grades.ts";
import type { Municipality } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import type {
  AssignmentRule,
  GroupingRule,
  NetworkCosts,
  NetworkRule,
  Question,
  SiteOption,
} from "../domain/question.ts";
import type { QuestionFile } from "./question-file.ts";

/** What a question file leaves to the asker. */
export interface QuestionDefaults {
  readonly networkCosts: NetworkCosts;
  /** Bands taught today, `[site]`. */
  readonly teaching: readonly BandSet[];
  /** What is expected in the years from `from` to `to`, counted from the case's own, in each scenario. */
  readonly demandIn: (from: number, to: number, scenarios: readonly Scenario[]) => readonly DatedDemand[];
  /** Today's districts, by which grouping rules are named; single sites when sites are grouped. */
  readonly districts: readonly { readonly id: string; readonly name: string }[];
}

export type ReadQuestion = { readonly question: Question } | { readonly unknown: readonly UnknownName[] };

/** A name in a question that the case does not have, or grades that are not whole bands. */
export interface UnknownName {
  readonly kind: "site" | "district" | "unit" | "grades";
  readonly name: string;
}

/** A question file with its names as the numbers of a municipality. */
export function readQuestion(file: QuestionFile, municipality: Municipality, defaults: QuestionDefaults): ReadQuestion {
  const unknown: UnknownName[] = [];
  const names = new Names(municipality, defaults.districts, unknown);
  const question = toQuestion(file, names, municipality, defaults);
  return unknown.length > 0 ? { unknown } : { question };
}

class Names {
  readonly #unknown: UnknownName[];
  readonly #sites: ReadonlyMap<string, number>;
  readonly #units: ReadonlyMap<string, number>;
  readonly #districts: ReadonlyMap<string, number>;

  constructor({ sites, units }: Municipality, districts: QuestionDefaults["districts"], unknown: UnknownName[]) {
    this.#unknown = unknown;
    this.#sites = new Map(
      sites.flatMap(({ id, name }, number) => [id, name].map((word) => [word.toLowerCase(), number])),
    );
    this.#units = new Map(units.id.map((id, number) => [id, number]));
    this.#districts = new Map(
      districts.flatMap(({ id, name }, number) => [id, name].map((word) => [word.toLowerCase(), number])),
    );
  }

  #find(kind: UnknownName["kind"], known: ReadonlyMap<string, number>, name: string): number {
    // Names typed in a terminal may come with their letters taken apart.
    const typed = name.normalize("NFC");
    const found = known.get(kind === "unit" ? typed : typed.trim().toLowerCase());
    if (found !== undefined) return found;
    this.#unknown.push({ kind, name });
    return 0;
  }

  readonly site = (name: string): number => this.#find("site", this.#sites, name);
  readonly unit = (name: string): number => this.#find("unit", this.#units, name);
  readonly district = (name: string): number => this.#find("district", this.#districts, name);

  readonly grades = (range: string): BandSet => {
    const set = range.trim() === "" ? NO_BANDS : parseGradeRange(range);
    if (set === undefined) this.#unknown.push({ kind: "grades", name: range });
    return set ?? NO_BANDS;
  };
}

const bandNamed = (key: string): Band => BANDS.find((band) => band.key === key)?.band ?? 0;

function toQuestion(
  file: QuestionFile,
  names: Names,
  municipality: Municipality,
  defaults: QuestionDefaults,
): Question {
  switch (file.kind) {
    case "consolidate": {
      const { districts, policy, contiguity } = file;
      return {
        kind: "consolidate",
        districts,
        policy,
        contiguity,
        rules: file.rules.map((rule) => groupingRule(rule, names)),
      };
    }
    case "reassign":
      return {
        kind: "reassign",
        stages: file.stages,
        rules: file.rules.map((rule) => assignmentRule(rule, names, defaults)),
        limits: cleanLimits(file.limits),
      };
    case "network":
      return {
        kind: "network",
        sites: file.sites
          ? file.sites.map(({ site, teaches }) => ({ site: names.site(site), teaches: teaches.map(names.grades) }))
          : closable(defaults.teaching),
        rules: file.rules.map((rule) => networkRule(rule)),
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
        balance: balance === "pupils" ? "pupils" : bandNamed(balance),
        ...(file.seats && { seats: file.seats.map(names.site) }),
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

type RuleFile<Kind extends QuestionFile["kind"]> =
  Extract<QuestionFile, { kind: Kind }> extends { rules: (infer Rule)[] } ? Rule : never;

const groupingRule = (rule: RuleFile<"consolidate">, names: Names): GroupingRule =>
  "districts" in rule ? { kind: rule.kind, districts: rule.districts.map(names.district) } : rule;

function assignmentRule(rule: RuleFile<"reassign">, names: Names, { demandIn }: QuestionDefaults): AssignmentRule {
  if (rule.kind === "lock")
    return { kind: "lock", unit: names.unit(rule.unit), band: bandNamed(rule.band), site: names.site(rule.site) };
  if (rule.kind === "longest-way") return { kind: "longest-way", band: bandNamed(rule.band), metres: rule.metres };
  if (rule.kind === "capacity-in-years")
    return { kind: "capacity-in-years", demands: demandIn(rule.from, rule.to, [...new Set(rule.scenarios)]) };
  if (rule.kind === "feeder") return { kind: "feeder", from: names.site(rule.from), to: names.site(rule.to) };
  return rule;
}

const networkRule = (rule: RuleFile<"network">): NetworkRule =>
  rule.kind === "longest-way" ? { ...rule, band: bandNamed(rule.band) } : rule;

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
  const { site, band, pupil, pupilKilometre } = costs;
  if (typeof pupil === "number") return { site, band, pupil: [pupil], pupilKilometre };
  const bySite = sites.map(() => 0);
  for (const [name, price] of Object.entries(pupil)) bySite[names.site(name)] = price;
  return { site, band, pupil: bySite, pupilKilometre };
}
