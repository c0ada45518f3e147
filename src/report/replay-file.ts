import type { CheckedPromise } from "../compare/promises.ts";
import type { Replay, ReplayStage } from "../compare/replay.ts";
import { DRAWS } from "../cost/uncertainty.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { ReplayFile } from "../protocol/replay-file.ts";
import { provenance, type RunInfo, runRow } from "./evaluation-file.ts";
import { countRow, togetherRow } from "./forecast-file.ts";
import { type Audience, internalMark } from "./internal.ts";
import { replayNotes } from "./replay-sentences.ts";
import { type Telling, tellingTo } from "./telling.ts";
import { type CellText, cellText, countIn } from "./shown-measures.ts";

/** The file that `replay --json` writes. */
export const replayFile = (
  basis: Basis,
  { stages, others, hits }: Replay,
  run: RunInfo,
  audience: Audience = "anyone",
): ReplayFile => ({
  format: "skoledistrikt-replay",
  version: 1,
  ...internalMark(audience),
  provenance: { ...provenance(basis, run), seed: DRAWS.seed },
  hits,
  notes: [...replayNotes({ hits })],
  stages: stages.map((stage) => stageRow(basis, stage, audience)),
  otherPromises: others.map((each) => promiseRow(each, tellingTo(basis, audience))),
  ...runRow(run),
});

function stageRow(
  basis: Basis,
  { change, promises, counts, ...stage }: ReplayStage,
  audience: Audience,
): ReplayFile["stages"][number] {
  const telling = tellingTo(basis, audience);
  const told = (pupils: number): CellText => (audience === "planner" ? pupils : cellText(countIn(basis, pupils)));
  return {
    ...stage,
    ...(change && {
      change: {
        changedSite: told(change.changedSite),
        rightsGained: told(change.rightsGained),
        rightsLost: told(change.rightsLost),
      },
    }),
    promises: promises.map((each) => promiseRow(each, telling)),
    ...(counts && {
      counts: {
        inside: counts.inside,
        ...(counts.together && { together: togetherRow(counts.together, telling) }),
        cases: counts.cases.map((each) => countRow(basis, each, telling)),
      },
    }),
  };
}

function promiseRow(
  { promise, planned, comes, isInside, outcome }: CheckedPromise,
  telling: Telling,
): ReplayFile["otherPromises"][number] {
  const { name, kroner, priceYear, counts, source, reading, outcome: said } = promise;
  return {
    name,
    kroner,
    priceYear,
    counts: [...counts],
    source,
    reading,
    planned: telling.range(planned),
    comes: telling.range(comes),
    inside: isInside,
    ...(outcome &&
      said && { outcome: { kroner: outcome.kroner, year: said.year, source: said.source, inside: outcome.isInside } }),
  };
}
