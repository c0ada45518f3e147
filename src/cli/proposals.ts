import { moneyOf } from "../domain/currency.ts";
import { basename } from "node:path";
import { readCouncilFile } from "../council/check.ts";
import { NO_BANDS } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { type Draft, type NewSite, startDraft } from "../edit/draft.ts";
import { type Proposal, type ProposalContext, readProposal } from "../edit/proposal-file.ts";
import { isSameSite } from "../edit/same.ts";
import type { Basis } from "../evaluate/basis.ts";
import { withSites } from "../evaluate/scenario.ts";
import { decodeText } from "../import/text.ts";
import type { OpenCase } from "../open-case.ts";
import { measuredWith } from "../domain/assumption.ts";
import { assumptionText } from "../report/assumption-text.ts";
import { claimText } from "../report/claim-text.ts";
import { CommandError, EXIT } from "./exit.ts";
import { freeId } from "./free-id.ts";
import type { Say } from "./say.ts";
import { PROPOSALS_TEXT } from "./proposals-text.ts";

/** The text of a proposal's file, also where it lies in one that was handed to a council; `undefined` for any other. */
export function proposalIn(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) return undefined;
  const [, format] = /"format"\s*:\s*"skoledistrikt-(proposal|council)"/.exec(decoded.text.slice(0, 1000)) ?? [];
  if (format !== "council") return format === undefined ? undefined : decoded.text;
  const council = readCouncilFile(decoded.text);
  return council ? JSON.stringify(council.proposal) : undefined;
}

/** A proposal's file, by the name that it was given by. */
export interface NamedProposal {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the whole file. */
  readonly hash: string;
}

/** A proposal that was read, and what it was read on. */
export interface OpenedProposal {
  readonly value: Proposal;
  readonly context: ProposalContext;
}

/** A proposal where only plans of the case can be: it says so, and how to make a plan file of it. */
export const refusedProposal = (name: string, say: Say): CommandError =>
  new CommandError(EXIT.input, say.text(PROPOSALS_TEXT.proposalUnwanted, { name }));

/** The case as a proposal takes it to be, with the proposal's plan; says first what that is. */
export function openProposal<Opened extends OpenCase & { readonly plan: Plan }>(
  opened: Opened,
  proposal: NamedProposal,
  say: Say,
): Opened & { readonly proposal: OpenedProposal } {
  const read = readNamed(opened, proposal, say);
  const { draft } = read.value;
  const currency = moneyOf(opened.basis.municipality.info);
  for (const each of draft.assumptions.values())
    if (each.kind === "claim") say.answer(`${claimText(each, currency, say.language)}.`);
  const assumed = [...measuredWith(draft.assumptions).values()];
  if (assumed.length > 0) {
    const list = assumed.map((each) => assumptionText(opened.plan.grades, each, currency, say.language)).join("; ");
    const words = PROPOSALS_TEXT.withOwnAssumptions;
    say.answer(say.text(words, { list }));
  }
  return { ...opened, basis: withSites(opened.basis, draft), plan: draft.plan, proposal: read };
}

/** A plan as a proposal that nothing was drawn on, or a proposal as it is. */
export function openApart(opened: OpenCase, each: Plan | NamedProposal, say: Say): Proposal {
  if ("text" in each) return readNamed(opened, each, say).value;
  return { id: each.id, start: each, edits: [], draft: startDraft(opened.basis.municipality, each) };
}

function readNamed({ basis, plans, dataHash }: OpenCase, { name, text }: NamedProposal, say: Say): OpenedProposal {
  const context = { municipality: basis.municipality, plans, dataHash };
  const { value, issues } = readProposal(text, context, name);
  say.issues(issues);
  if (!value) throw new CommandError(EXIT.input, say.text(PROPOSALS_TEXT.unreadable, { name }));
  return { value, context };
}

/**
 * Plans side by side, proposals among them, on one ground: the case with the new schools of all, which teach nobody in the plans of the
 * others; says first which they are. Plans that each take something else for granted have no ground in common, and are refused.
 */
export function openSideBySide(
  opened: OpenCase,
  named: readonly (Plan | NamedProposal)[],
  say: Say,
): { readonly basis: Basis; readonly named: readonly Plan[] } {
  const { basis } = opened;
  const { sites } = basis.municipality;
  const isProposal = (each: Plan | NamedProposal): each is NamedProposal => "text" in each;
  const drafts = named.map((each) => (isProposal(each) ? readNamed(opened, each, say).value.draft : each));
  named.forEach((each, i) => {
    const draft = drafts[i];
    if (isProposal(each) && "plan" in draft) refuseOwnGround(each.name, draft, sites, say);
  });
  const placed: (NewSite & { readonly capacity: Draft["capacity"][number] })[] = [];
  /** The number of a new school beside those of all plans; two that are alike in all are one. */
  const numberOf = (site: NewSite, capacity: Draft["capacity"][number]): number => {
    const known = placed.findIndex(
      (each) => isSameSite(each, site) && each.capacity.every((places, band) => places === capacity[band]),
    );
    return sites.length + (known < 0 ? placed.push({ ...site, capacity }) - 1 : known);
  };
  const numbered = drafts.map((draft): { readonly plan: Plan; readonly numbers: readonly number[] } =>
    "plan" in draft
      ? {
          plan: draft.plan,
          numbers: draft.newSites.map((site, i) => numberOf(site, draft.capacity[sites.length + i])),
        }
      : { plan: draft, numbers: [] },
  );
  if (placed.length > 0) {
    const words = PROPOSALS_TEXT.withNewSchools;
    say.answer(say.text(words, { list: placed.map(({ name }) => name).join("; ") }));
  }
  const capacity = [...sites, ...placed].map((site) => site.capacity);
  const ids: string[] = [];
  /** A plan's own, unless another has it already; the same proposal twice has the same. */
  const idOf = (plan: Plan, each: Plan | NamedProposal): string => {
    if (!isProposal(each)) return plan.id;
    const same = named.findIndex((other) => isProposal(other) && other.text === each.text);
    if (same < ids.length) return ids[same];
    return ids.includes(plan.id) ? idOfFile(each.name, ids) : plan.id;
  };
  return {
    basis: withSites(basis, { capacity, newSites: placed }),
    named: numbered.map(({ plan, numbers }, i) => {
      const id = idOf(plan, named[i]);
      ids.push(id);
      return { ...renumbered(plan, sites.length, numbers, placed.length), id };
    }),
  };
}

/** As the file is called, with a number where that is taken. */
function idOfFile(name: string, taken: readonly string[]): string {
  return freeId(basename(name, ".json"), (id) => taken.includes(id));
}

/** The plan with its new schools under other numbers, among so many of all plans. */
function renumbered(plan: Plan, count: number, numbers: readonly number[], placed: number): Plan {
  const at = (site: number): number => (site < count || site === NO_SITE ? site : numbers[site - count]);
  const teaching = [...plan.teaching.slice(0, count), ...Array.from({ length: placed }, () => NO_BANDS)];
  numbers.forEach((number, i) => (teaching[number] = plan.teaching[count + i]));
  return {
    ...plan,
    teaching,
    districts: plan.districts.map((district) => ({ ...district, sites: district.sites.map(at) })),
    assignment: plan.assignment.map(at),
  };
}

function refuseOwnGround(name: string, { assumptions, capacity }: Draft, sites: readonly Site[], say: Say): void {
  const places = sites.filter((site, number) => capacity[number].some((each, band) => each !== site.capacity[band]));
  const own = [...[...assumptions.values()].map((each) => each.name), ...places.map((site) => site.name)];
  if (own.length === 0) return;
  throw new CommandError(EXIT.input, say.text(PROPOSALS_TEXT.noCommonGround, { name, list: own.join("; ") }));
}
