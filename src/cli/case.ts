import { catalogue, filled, saidIn } from "../domain/language.ts";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Issue, placesOf } from "../domain/issue.ts";
import { nearNames } from "../domain/near-names.ts";
import type { Plan } from "../domain/plan.ts";
import type { Proposal } from "../edit/proposal-file.ts";
import type { Basis } from "../evaluate/basis.ts";
import { completenessOf } from "../evaluate/completeness.ts";
import { fileHash } from "../import/data-hash.ts";
import { readFormats } from "../import/formats/read-formats.ts";
import { planIdOf } from "../import/plans.ts";
import { composed } from "../import/text.ts";
import { openCase, type OpenedFiles } from "../open-case.ts";
import { statusText } from "../report/plan-status.ts";
import { meant } from "./arguments.ts";
import { EXIT, CommandError } from "./exit.ts";
import { readBytes, readPreparedFolder, nodeSha256 } from "./files.ts";
import { freeId } from "./free-id.ts";
import {
  type NamedProposal,
  type OpenedProposal,
  openApart,
  openProposal,
  openSideBySide,
  proposalIn,
  refusedProposal,
} from "./proposals.ts";
import { overInput } from "./outputs.ts";
import { type OutsidePlan, renamedPlan } from "./outside-plans.ts";
import type { SavedPlan } from "./saved-plans.ts";
import type { Say } from "./say.ts";
import { mayBeCode, type NamedCode, proposalOfCode } from "./short-codes.ts";
import { CASE_TEXT } from "./case-text.ts";

export interface CaseRequest {
  readonly folder: string;
  /** How the folder's files become a case; one in the folder needs no name. */
  readonly recipe?: string;
  /** A plan file, the id of a plan in the case, or, where proposals may be, a short code. */
  readonly plan?: string;
  /** Several plans, where a command takes more than one. */
  readonly plans?: readonly string[];
  readonly baseline?: string;
  /**
   * Whether a plan may be a proposal from the page, which is measured on the case as it takes it to be; else it is refused. "apart": several
   * may each take it to be otherwise, and are handed on as drafts.
   */
  readonly proposals?: "measured" | "apart";
  /** A plan of the case that the answer is to replace, and which therefore is none of the case. */
  readonly replaces?: SavedPlan;
}

/** The plans that a command names: today's where it names none. */
export interface NamedPlans {
  readonly plan: Plan;
  /** The several that it names, in their order. */
  readonly named: readonly Plan[];
  /** Of several that were asked for apart: each as a proposal, in their order. */
  readonly drafts?: readonly Proposal[];
  /** Where the plan is a proposal from the page. */
  readonly proposal?: OpenedProposal;
  /** Those of them that come from outside the case's folder, today's included, with the hash of each one's file. */
  readonly outside: readonly OutsidePlan[];
}

/** Reads and opens a case, with plan files from outside it taken in; says every problem, and stops on errors. */
export async function loadCase(request: CaseRequest, say: Say): Promise<OpenedFiles & NamedPlans> {
  await requireFolder(request.folder, say);
  const prepared = await readPreparedFolder(request.folder, request.recipe);
  const files = new Map(prepared.files);
  const taker = new PlanTaker(files, request.folder, say);
  const given = request.proposals === "measured" ? await taker.proposal(request.plan) : undefined;
  const planId = given ? undefined : await taker.takeIn(request.plan);
  const taken: (string | NamedProposal | NamedCode | undefined)[] = [];
  for (const name of request.plans ?? []) {
    const own = request.proposals ? await taker.proposal(name) : undefined;
    taken.push(own ?? (await taker.takeIn(name)));
  }
  const planIds = taken.filter((each) => typeof each !== "object");
  const baselineId = await taker.takeIn(request.baseline);
  if (request.replaces) leaveOut(files, request.replaces, [planId, ...planIds, baselineId], say);
  const isToday = baselineId === TODAY && !taker.has(TODAY);
  const { value, issues } = openCase(
    { ...prepared, files: await readFormats(files) },
    {
      sha256: nodeSha256,
      outside: taker.outside,
      ...(baselineId !== undefined && !isToday && { baseline: baselineId }),
    },
  );
  say.issues(issues.map((issue) => ({ ...issue, ...taker.placeOf(issue.file) })));
  if (!value) throw stopOnErrors(issues, say);
  const outside = taker.hashes();
  const own = { ...value, plans: value.plans.filter(({ id }) => !outside.some((each) => each.id === id)) };
  const asFile = async <Other>(each: Other | NamedCode): Promise<Other | NamedProposal> => {
    if (!isCode(each)) return each;
    const read = await proposalOfCode(own, each, say);
    if (read === "misread") throw taker.unknown(each.code, "no code either");
    return read;
  };
  const proposal = await asFile(given);
  const several: (string | NamedProposal | undefined)[] = [];
  for (const each of taken) several.push(await asFile(each));
  const planOfId = (wanted: string | undefined): Plan => {
    if (wanted === undefined) return value.basis.baseline;
    if (wanted === TODAY && !taker.has(TODAY)) return value.plans[0];
    const found = value.plans.find(({ id }) => id === wanted);
    if (found) return found;
    throw taker.unknown(wanted);
  };
  const named = several.map((each) => (typeof each === "object" ? each : planOfId(each)));
  if (request.proposals === "apart") {
    const drafts = named.map((each) => openApart(own, each, say));
    return { ...own, plan: own.basis.baseline, named: drafts.map(({ draft }) => draft.plan), drafts, outside };
  }
  const sideBySide = openSideBySide(value, named, say);
  const proposed = several.flatMap((each, i) =>
    typeof each === "object" ? { id: sideBySide.named[i].id, hash: each.hash } : [],
  );
  const found = { ...value, plan: planOfId(planId), ...sideBySide, outside: [...outside, ...proposed] };
  if (!proposal) return found;
  const asProposed = openProposal(found, proposal, say);
  return { ...asProposed, outside: [...found.outside, { id: asProposed.plan.id, hash: proposal.hash }] };
}

/** What a command ends with where a case's files have errors, which have been said. */
export function stopOnErrors(issues: readonly Issue[], say: Say): CommandError {
  const errors = issues.reduce((sum, issue) => sum + (issue.severity === "error" ? placesOf(issue) : 0), 0);
  return new CommandError(EXIT.input, say.text(CASE_TEXT.errorCount, { errors }));
}

const isCode = (each: unknown): each is NamedCode => typeof each === "object" && each !== null && "code" in each;

/** What is to be replaced is not read, unless the command names it. */
function leaveOut(
  files: Map<string, Uint8Array>,
  { path, id }: SavedPlan,
  named: readonly (string | undefined)[],
  say: Say,
): void {
  if (named.includes(id)) throw new CommandError(EXIT.input, say.text(overInput(`--save-plan ${path}`, path)));
  for (const name of files.keys()) if (composed(name) === composed(path)) files.delete(name);
}

export async function requireFolder(folder: string, say: Say): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found?.isDirectory()) return;
  const text = found ? CASE_TEXT.notFolder : CASE_TEXT.noFolder;
  throw new CommandError(EXIT.input, say.text(text, { folder }));
}

/** Says first of all, where a plan is unfinished, how many pupils it leaves without a school. */
export function saysStatus(basis: Basis, plan: Plan, say: Say): void {
  for (const line of statusText(basis, completenessOf(basis, plan), say.language)) say.answer(line);
}

/** What today's plan is called where no file has that name, whatever file it comes from. */
const TODAY = "today";

/** Finds the plans that a command names among those of the case, and takes in files from elsewhere under ids of their own. */
class PlanTaker {
  readonly #files: Map<string, Uint8Array>;
  readonly #folder: string;
  readonly #say: Say;
  /** Plans from elsewhere, by the path they would have in the case's folder: where each really is, and its bytes there. */
  readonly #outside = new Map<string, { readonly origin: string; readonly bytes: Uint8Array }>();

  constructor(files: Map<string, Uint8Array>, folder: string, say: Say) {
    this.#files = files;
    this.#folder = folder;
    this.#say = say;
  }

  has(id: string): boolean {
    return this.#paths().some((path) => planIdOf(composed(path)) === composed(id));
  }

  /** The plans from elsewhere under the ids that they have here. */
  get outside(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#outside].map(([path, { bytes }]) => [path, renamedPlan(bytes, planIdOf(path) ?? "")]));
  }

  hashes(): readonly OutsidePlan[] {
    return [...this.#outside].map(([path, { bytes }]) => ({ id: planIdOf(path) ?? "", hash: fileHash(bytes) }));
  }

  #paths(): readonly string[] {
    return [...this.#files.keys(), ...this.#outside.keys()];
  }

  /** The id of a plan by its id or its file; a file from elsewhere is put among the case's plans, so that import checks it too. */
  async takeIn(name: string | undefined): Promise<string | undefined> {
    if (name === undefined) return undefined;
    if (this.has(name)) return composed(name);
    const there = await stat(name).catch(() => undefined);
    if (!there) {
      if (name === TODAY) return TODAY;
      throw this.unknown(name);
    }
    if (there.isDirectory()) throw new CommandError(EXIT.input, this.#say.text(CASE_TEXT.folderNotPlan, { name }));
    const bytes = await readBytes(name);
    if (proposalIn(bytes) !== undefined) throw refusedProposal(name, this.#say);
    return this.#add(name, bytes);
  }

  /** A proposal from the page, where a file of that name is one, or where it may be a short code for one. */
  async proposal(name: string | undefined): Promise<NamedProposal | NamedCode | undefined> {
    if (name === undefined || this.has(name) || name === TODAY) return undefined;
    const there = await stat(name).catch(() => undefined);
    if (!there) return mayBeCode(name) ? { code: name } : undefined;
    if (!there.isFile()) return undefined;
    const bytes = await readBytes(name);
    const text = proposalIn(bytes);
    return text === undefined ? undefined : { name, text, hash: fileHash(bytes) };
  }

  #add(name: string, bytes: Uint8Array): string {
    const wanted = composed(basename(name)).replace(/\.json$/, "") || "plan";
    const same = this.#paths().find((path) => {
      const own = this.#outside.get(path)?.bytes ?? this.#files.get(path);
      return planIdOf(composed(path)) === wanted && own !== undefined && isSame(own, bytes);
    });
    if (same) return wanted;
    const id = this.#freeId(wanted);
    if (id !== wanted) this.#say.problem(this.#say.text(CASE_TEXT.sameNameOtherPlan, { name, wanted, id }));
    this.#outside.set(`plans/${id}.json`, { origin: name, bytes });
    return id;
  }

  /** A name that no plan of the case has; "today" stays the case's own. */
  #freeId(wanted: string): string {
    return freeId(wanted, (id) => id === TODAY || this.has(id));
  }

  /** Problems of a plan from elsewhere name the file as the user did. */
  placeOf(file: string | undefined): { readonly file?: string } {
    const outside = file === undefined ? undefined : this.#outside.get(file);
    return outside ? { file: outside.origin } : {};
  }

  unknown(name: string, also?: "no code either"): CommandError {
    const known = this.#paths().flatMap((path) => planIdOf(path) ?? []);
    const near = nearNames(basename(name).replace(/\.json$/, ""), known);
    const list = known.length > 0 ? filled(CASE_TEXT.plansOfCase, { list: known.join(", ") }) : "";
    const more = saidIn(near.length > 0 ? meant(near) : list, this.#say.language);
    const text = this.#say.text(also ? NO_CODE_EITHER : UNKNOWN, { name, folder: this.#folder });
    return new CommandError(EXIT.input, `${text}${more}`);
  }
}

const UNKNOWN = catalogue("cli.case.unknown", {
  da: "Planen »{name}« er hverken en fil eller en plan i {folder}/plans.",
  en: 'The plan "{name}" is neither a file nor a plan in {folder}/plans.',
});

const NO_CODE_EITHER = catalogue("cli.case.noCodeEither", {
  da: "»{name}« er hverken en fil, en plan i {folder}/plans eller en kort kode, der er skrevet rigtigt af.",
  en: '"{name}" is neither a file, a plan in {folder}/plans nor a short code that was copied correctly.',
});

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);
