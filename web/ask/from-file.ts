import { isMeasureKey, type QuestionFile, unreachable, type Grades } from "../../src/index.ts";
import { type AskForm, type AskLine, withLines } from "./form.ts";
import { goalOf } from "./goals.ts";
import { FRONT_POINTS, wantedOf } from "./question.ts";
import { rowKeyOf, sentencesOf } from "./sentences.ts";
import { type PairEdits, textOfPairs } from "../worker/pair-edits.ts";

/** What a question may name of a plan, by number: ids, and what they are called. */
interface Known {
  readonly grades: Grades;
  readonly siteIds: readonly string[];
  readonly districtIds: readonly string[];
  /** Open schools, which a network's file that leaves them out keeps as they are. */
  readonly open: readonly number[];
  readonly names: { readonly sites: readonly string[]; readonly districts: readonly string[] };
  /** The pairs of districts that somebody says touch or do not: a question is asked with these, whatever a file says. */
  readonly touching: PairEdits;
}

/** A question of a file as the form has it, and what of it the form cannot hold. */
export interface FormOfFile {
  readonly form: AskForm;
  readonly leftOut: {
    /** Areas that the file locks: on the page they are locked on the map. */
    readonly locks: number;
    /** Requirements and concerns that the form has no sentence for, or that name what the plan does not have. */
    readonly other: number;
  };
}

/** What is locked on the map rather than said in a sentence. */
const HELD: readonly string[] = ["lock", "held-site", "held-district"];
/** Most concerns that can stand in one line of the form. */
const IN_A_LINE = 2;

/** The form filled in as a question file says; what the file says nothing of stays as it was. */
export function formOfFile(file: QuestionFile, known: Known, before: AskForm): FormOfFile {
  const question = byIds(file, known);
  const lines: AskLine[] = [];
  for (const { row, filled } of sentencesOf(question, known)) {
    const key = rowKeyOf(row);
    const isWhole = Object.values(filled).every((value) => Number.isFinite(value) && value >= 0);
    if (key !== undefined && isWhole) lines.push({ id: `${key} ${lines.length + 1}`, row: key, filled });
  }
  const fields = fieldsOf(question);
  const seconds = fields.kind === "front" ? inAll(question.limits) : question.limits.seconds;
  const form = withLines({ ...before, ...fields, ...(seconds !== undefined && { seconds }) }, lines);
  const rules = question.kind === "redraw" ? [...(question.seats ?? []), ...(question.rules ?? [])] : question.rules;
  const locks = (question.rules ?? []).filter(({ kind }) => HELD.includes(kind)).length;
  const said = lines.filter(({ row }) => row !== "stays-open" && row !== "may-end").length;
  const touching = question.kind === "consolidate" ? pairsBeyond(question.touching ?? [], known) : 0;
  return { form, leftOut: { locks, other: rules.length - locks - said + goalsBeyond(question) + touching } };
}

/** Pairs of a file that nobody says on the page. */
function pairsBeyond(pairs: PairEdits, { touching }: Known): number {
  const said = new Set(touching.map((pair) => textOfPairs([pair])));
  return pairs.filter(({ districts: [one, other], touch }) =>
    [[one, other] as const, [other, one] as const].every((districts) => !said.has(textOfPairs([{ districts, touch }]))),
  ).length;
}

/** A file says how long one plan of a front is looked for. */
const inAll = ({ seconds }: QuestionFile["limits"]): number | undefined =>
  seconds === undefined ? undefined : Math.round(seconds * FRONT_POINTS);

function fieldsOf(question: QuestionFile): Partial<AskForm> & Pick<AskForm, "kind"> {
  switch (question.kind) {
    case "reassign":
      return reassigned(question);
    case "consolidate": {
      const { kind, districts, policy, contiguity, sort, wanted } = question;
      const measure = sort !== undefined && isMeasureKey(sort) && { measure: sort };
      const rule = contiguity === "required" ? "ferry" : contiguity;
      return {
        kind,
        districts,
        policy,
        contiguity: rule,
        ...measure,
        prices: wanted === "prices" ? "asked" : "not-asked",
      };
    }
    case "network": {
      const { kind, costs, list } = question;
      const prices = {
        ...(costs?.site !== undefined && { siteCost: costs.site }),
        ...(costs?.pupilKilometre !== undefined && { kilometreCost: costs.pupilKilometre }),
      };
      return { kind, networks: list.networks, apart: list.apart, ...prices };
    }
    case "redraw": {
      const { kind, districts, tolerance, balance, objective, sites } = question;
      return { kind, districts, tolerance: Math.round(100 * tolerance), balance, redrawn: objective, sites };
    }
    default:
      return unreachable(question);
  }
}

type Reassigning = Extract<QuestionFile, { kind: "reassign" }>;

/** As what was wanted of it; a front has two concerns, so a file with others is one of the best plan. */
function reassigned(question: Reassigning): Partial<AskForm> & Pick<AskForm, "kind"> {
  const wanted = wantedOf(question);
  const goals = question.stages.map((stage) => goalOf(stage.slice(0, IN_A_LINE)));
  if (wanted === "repair") return { kind: "repair" };
  if (wanted === "prices") return { kind: "prices", goals };
  const [one, other] = goals;
  if (wanted === "plan" || goals.length !== 2 || one.also || other.also) return { kind: "reassign", goals };
  return { kind: "front", against: [one.goal, other.goal] };
}

/** Concerns that are weighed together beyond what a line holds, and what else a page's question does not have. */
function goalsBeyond(question: QuestionFile): number {
  if (question.kind === "consolidate") {
    const isUnknown = question.sort !== undefined && !isMeasureKey(question.sort);
    return (question.from === "sites" ? 1 : 0) + (isUnknown ? 1 : 0);
  }
  if (question.kind !== "reassign") return 0;
  return question.stages.reduce((sum, stage) => sum + Math.max(0, stage.length - IN_A_LINE), 0);
}

/** A file may call schools and districts by name as well: small letters, as everywhere. */
function byIds(question: QuestionFile, { siteIds, districtIds, names, open }: Known): QuestionFile {
  const site = idIn(siteIds, names.sites);
  const district = idIn(districtIds, names.districts);
  switch (question.kind) {
    case "consolidate":
      return {
        ...question,
        rules: question.rules.flatMap((rule): typeof question.rules =>
          "districts" in rule
            ? pairsOf(rule.districts.map(district)).map((districts) => ({ ...rule, districts }))
            : [rule],
        ),
      };
    case "reassign":
      return {
        ...question,
        rules: question.rules.map((rule) =>
          rule.kind === "feeder" ? { ...rule, from: site(rule.from), to: site(rule.to) } : rule,
        ),
      };
    case "network": {
      if (!question.sites) return question;
      const sites = question.sites.map((each) => ({ ...each, site: site(each.site) }));
      const left = open.map((at) => siteIds[at]).filter((id) => !sites.some((each) => each.site === id));
      return { ...question, sites: [...sites, ...left.map((id) => ({ site: id, teaches: [STAYS] }))] };
    }
    case "redraw":
      return {
        ...question,
        ...(question.seats && { seats: question.seats.map(site) }),
        ...(question.rules && {
          rules: question.rules.map((rule) =>
            "pupils" in rule && rule.site !== undefined ? { ...rule, site: site(rule.site) } : rule,
          ),
        }),
      };
    default:
      return unreachable(question);
  }
}

/** Any grades at all: what counts is that closing is not among the choices. */
const STAYS = "*";

/** Every two of some districts: a sentence of the form is about two. */
const pairsOf = (districts: readonly string[]): string[][] =>
  districts.flatMap((one, at) => districts.slice(at + 1).map((other) => [one, other]));

const simplified = (name: string): string => name.trim().normalize("NFC").toLowerCase();

function idIn(ids: readonly string[], names: readonly string[]): (name: string) => string {
  const known = new Map<string, string>();
  names.forEach((name, at) => known.set(simplified(name), ids[at]));
  for (const id of ids) known.set(simplified(id), id);
  return (name) => known.get(simplified(name)) ?? name;
}
