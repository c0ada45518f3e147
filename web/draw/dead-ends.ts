import { type Draft, lockedPairs } from "../../src/index.ts";
import { sumOf } from "../state/drawn-key.ts";
import type { DeadEnd } from "../state/app-state.ts";
import type { RepairStep } from "../worker/messages.ts";
import { lampKey } from "./lamp-answers.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { toMend } from "./drawn.ts";

type Places = "kept" | "free";

/**
 * What a whole plan has to fit into: the schools, and what is locked where it is. Rules that collide in it do so wherever anything else is
 * painted.
 */
function fitKey(draft: Draft, unitBand: Uint32Array): string {
  const locked = lockedPairs(draft);
  const { plan, sites } = toMend(draft, unitBand);
  const ground = [plan.teaching, sites?.capacity, sites?.newSites, [...(sites?.assumptions ?? [])]];
  return sumOf([...locked, ...locked.map((pair) => plan.assignment[pair])], JSON.stringify(ground));
}

/** What a dead end of a proposal is remembered by: nothing that it hangs on may be another. */
export function deadEndKeys(
  proposal: Proposal,
  unitBand: Uint32Array,
  places: Places,
): Readonly<Record<DeadEnd["status"], string>> {
  return {
    impossible: `${places} ${fitKey(proposal.draft, unitBand)}`,
    answer: `${places} ${lampKey(proposal)}`,
  };
}

/** What was heard, where it leaves nothing to ask for again: rules that collide, or a whole search that would change nothing. */
export function asDeadEnd({ plan }: Pick<Draft, "plan">, step: RepairStep): DeadEnd | undefined {
  if (step.status === "impossible") return step;
  if (step.status !== "answer" || step.proven === "quick") return undefined;
  return step.assignment.every((site, pair) => site === plan.assignment[pair]) ? step : undefined;
}
