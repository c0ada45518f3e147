import type { Grades } from "../domain/grades.ts";
import type { Assumption } from "../domain/assumption.ts";
import type { Checked } from "../domain/issue.ts";
import { type Said, saidIn } from "../domain/language.ts";
import type { District, Site, Units } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";
import { cellsWithin } from "../geo/cells.ts";
import { fitSchema, type JsonPath, type JsonText, readJson } from "../import/json-text.ts";
import { checkPlan } from "../import/plans.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import { type ProposalFile, proposalFileSchema } from "../protocol/proposal-file.ts";
import type { StrokesFile } from "../protocol/strokes-file.ts";
import { planFile } from "../report/plan-file.ts";
import { planOfZones } from "../travel/plans.ts";
import { isSamePlan } from "./same.ts";
import { type Draft, startDraft } from "./draft.ts";
import type { Edit } from "./log.ts";
import { LogReader, writeEdits } from "./log-file.ts";
import { PACKED_FROM } from "./strokes-file.ts";
import { openProposalBook, type ProposalReport } from "./proposal-issues.ts";

/** A plan of somebody's own: where it starts, and every edit since. */
export interface Proposal {
  readonly id: string;
  /** What a file says that it is called; the draft is called what its edits say. */
  readonly title?: Said;
  /** What it began from is called, where that is known. */
  readonly from?: Said;
  readonly start: Plan;
  readonly edits: readonly Edit[];
  /** What the edits make of the start. */
  readonly draft: Draft;
}

/** What a proposal belongs to. */
export interface ProposalContext {
  readonly municipality: {
    readonly grades: Grades;
    readonly sites: readonly Pick<Site, "id" | "name" | "teaches" | "capacity">[];
    readonly districts: readonly District[];
    readonly units: Pick<Units, "count" | "id" | "shape" | "lon" | "lat" | "adjacency">;
  };
  readonly plans: readonly Plan[];
  readonly dataHash: string;
}

/** `packedFrom`: from how many strokes after each other on these are packed. */
export function writeProposal(
  { id, from, start, edits }: Pick<Proposal, "id" | "from" | "start" | "edits">,
  { municipality, plans, dataHash }: ProposalContext,
  packedFrom: number = PACKED_FROM,
): ProposalFile {
  const {
    draft,
    edits: written,
    strokes,
  } = writeEdits(startDraft(municipality, start), edits, municipality.units.adjacency, packedFrom);
  const known = plans.find((plan) => isSamePlan(plan, start));
  return {
    format: "skoledistrikt-proposal",
    version: versionOf(written, strokes),
    id,
    title: draft.plan.title,
    data: dataHash,
    ...(from !== undefined && { from }),
    start: known
      ? { kind: "same-as", plan: known.id, id: start.id, title: start.title }
      : { kind: "plan", plan: startFile(start, municipality, plans) },
    edits: written,
    ...(strokes.length > 0 && { strokes }),
  };
}

/** The first version that can hold it, so that whoever reads an older one can read what needs no newer. */
function versionOf(edits: ProposalFile["edits"], strokes: readonly StrokesFile[]): ProposalFile["version"] {
  const assumed = edits.flatMap(({ changes }) => changes.filter((change) => change.kind === "assumption"));
  if (assumed.some(({ from, to }) => from?.kind === "claim" || to?.kind === "claim")) return 5;
  if (strokes.some(({ form }) => form === "packed")) return 4;
  if (assumed.length > 0) return 3;
  return strokes.length > 0 ? 2 : 1;
}

/** Who goes where is named in full only where none of the case's plans has it so. */
function startFile(
  start: Plan,
  municipality: ProposalContext["municipality"],
  plans: ProposalContext["plans"],
): PlanFile {
  const file = planFile(municipality, start, originOf(start));
  const known = plans.find(({ assignment }) => assignment.every((site, pair) => site === start.assignment[pair]));
  return known ? { ...file, assignment: { kind: "same-as", plan: known.id } } : file;
}

/** For a file, which is of no one language. */
const originOf = ({ title }: Plan): string =>
  `Tegnet ud fra »${saidIn(title, "da")}« / Drawn from "${saidIn(title, "en")}"`;

/**
 * Reads a proposal's file for the case that is open. Made on other data, it is read all the same where every id is known, and says so;
 * edits that do not fit those data are left out and named.
 */
export function readProposal(text: string, context: ProposalContext, file = "proposal.json"): Checked<Proposal> {
  const book = openProposalBook();
  const json = readJson(file, text, book.report);
  const written = json && fitSchema(json, proposalFileSchema, book.report);
  if (!written) return { issues: book.all() };
  const isOther = written.data !== context.dataHash;
  if (isOther) book.report("proposal.other-data", json.at(["data"]), {});
  const start = readStart(written.start, json, context, book.report);
  if (!start) return { issues: book.all() };
  const made = isOther ? "on other data" : "here";
  const log = new LogReader(startDraft(context.municipality, start), json, book.report, made);
  const blocks = written.strokes ?? [];
  written.edits.forEach((each, i) => {
    blocks.forEach((block, b) => block.after === i && log.strokes(block, ["strokes", b]));
    log.edit(each, ["edits", i]);
  });
  blocks.forEach((block, b) => block.after >= written.edits.length && log.strokes(block, ["strokes", b]));
  const { edits, draft } = log;
  const { id, from = knownTitle(start, context) } = written;
  const value = { id, title: written.title, ...(from !== undefined && { from }), start, edits, draft };
  return { ...(!book.failed() && { value }), issues: book.all() };
}

/** What one of the case's plans is called that says the same. */
const knownTitle = (start: Plan, { plans }: ProposalContext): Said | undefined =>
  plans.find((plan) => isSamePlan(plan, start))?.title;

function readStart(
  start: ProposalFile["start"],
  json: JsonText,
  { municipality, plans }: ProposalContext,
  report: ProposalReport,
): Plan | undefined {
  if (start.kind === "same-as") {
    const known = plans.find(({ id }) => id === start.plan);
    if (!known) report("proposal.start-unknown", json.at(["start", "plan"]), { plan: start.plan });
    return known && { ...known, id: start.id ?? known.id, title: start.title ?? known.title };
  }
  const { plan } = start;
  const same = plan.assignment?.kind === "same-as" ? plan.assignment.plan : undefined;
  const goes = plans.find(({ id }) => id === same);
  if (same !== undefined && !goes) {
    report("proposal.start-unknown", json.at(["start", "plan", "assignment", "plan"]), { plan: same });
    return undefined;
  }
  if (!goes && plan.assignment?.kind !== "zones") {
    report("proposal.start-zones", json.at(["start", "plan", "assignment"]), {});
    return undefined;
  }
  const within: JsonText = { ...json, at: (path: JsonPath) => json.at(["start", "plan", ...path]) };
  const { sites, units } = municipality;
  const known = new Set(units.id);
  const names = {
    sites: new Map(sites.map(({ id, teaches }) => [id, teaches])),
    unitsNamed: (id: string) => cellsWithin(id, units.shape).filter((cell) => known.has(cell)),
  };
  let isSound = true;
  checkPlan(municipality.grades, { json: within, plan }, names, (...issue) => {
    isSound = false;
    report(...issue);
  });
  if (!isSound) return undefined;
  if (goes) return { ...planOfZones(municipality, plan, []), assignment: goes.assignment };
  return plan.assignment?.kind === "zones" ? planOfZones(municipality, plan, plan.assignment.zones) : undefined;
}

const LEFT_OUT = [
  ["proposal.assumptions-left-out", ({ kind }: Assumption) => kind !== "claim"],
  ["proposal.claims-left-out", ({ kind }: Assumption) => kind === "claim"],
] as const;

/** A drawn plan as an ordinary plan file, which the command line opens; what such a file cannot hold is among the issues. */
export function writePlanFile(
  municipality: ProposalContext["municipality"],
  draft: Draft,
  id: string,
): Checked<PlanFile> {
  const { plan, newSites, capacity, reason, start, assumptions } = draft;
  const book = openProposalBook();
  const spot = { file: `${id}.json` };
  if (newSites.length > 0) {
    book.report("proposal.new-sites", spot, { sites: newSites.map(({ name }) => name).join(", ") });
    return { issues: book.all() };
  }
  const assumed = municipality.sites.filter((site, number) =>
    capacity[number].some((places, band) => places !== site.capacity[band]),
  );
  if (assumed.length > 0)
    book.report("proposal.places-left-out", spot, { sites: assumed.map(({ name }) => name).join(", ") });
  for (const [code, isMeant] of LEFT_OUT) {
    const names = [...assumptions.values()].flatMap((each) => (isMeant(each) ? [each.name] : []));
    if (names.length > 0) book.report(code, spot, { names: names.join(", ") });
  }
  const value = planFile(municipality, { ...plan, id }, reason === "" ? originOf(start) : reason);
  return { value, issues: book.all() };
}
