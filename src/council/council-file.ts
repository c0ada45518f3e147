import type { Draft } from "../edit/draft.ts";
import type { HandedOver } from "../meeting/handed-over.ts";
import type { CouncilFile } from "../protocol/council-file.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";
import { schoolYearText } from "../report/evaluation-file.ts";
import { councilSum, proposalHash } from "./canonical.ts";
import { councilFigures, type CouncilGround } from "./figures.ts";

/** A proposal that was passed on, with its figures and what was said of it. `room`: what the room is called. */
export function councilFile(
  ground: CouncilGround,
  { proposal, draft }: { readonly proposal: ProposalFile; readonly draft: Draft },
  room: string,
  handed: HandedOver,
): CouncilFile {
  const { name, schoolYear, priceYear, syntheticNotice } = ground.basis.municipality.info;
  const file: CouncilFile = {
    format: "skoledistrikt-council",
    version: 1,
    case: {
      name,
      schoolYear: schoolYearText(schoolYear),
      priceYear,
      data: proposal.data,
      ...(ground.basis.municipality.grades.law.kind === "plain" && { rules: "plain" as const }),
      ...(syntheticNotice && { synthetic: syntheticNotice }),
    },
    room,
    passedOn: handed.at,
    number: handed.number,
    hash: proposalHash(proposal),
    proposal,
    ...(handed.joins && { joins: [...handed.joins] }),
    reason: draft.reason,
    figures: councilFigures(ground, draft),
    said: [...handed.said],
    dissent: handed.dissent,
    votes: [...handed.votes],
    priorities: [...(handed.priorities ?? [])],
    states: [...handed.states],
    sum: "",
  };
  return { ...file, sum: councilSum(file) };
}
