import { type BusTerms, busTerms, schoolBuses } from "../../evaluate/school-buses.ts";
import { sharedBuses } from "../../evaluate/shared-buses.ts";
import { audienceOf } from "../../report/internal.ts";
import { busesFile } from "../../report/buses-file.ts";
import { busesText } from "../../report/buses-text.ts";
import { type CaseRequest, loadCase, saysStatus } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { runInfo } from "../run-info.ts";
import type { Say } from "../say.ts";
import { stopAt } from "../time-limit.ts";

export interface BusesRequest extends CaseRequest {
  readonly terms: Partial<BusTerms>;
  readonly seconds?: number;
  readonly geojson?: string;
}

/** `buses CASE --plan PLAN`: school bus routes for all with a right to transport, beside travel cards. */
export async function buses(request: BusesRequest, say: Say): Promise<ExitCode> {
  const opened = await loadCase({ ...request, proposals: "measured" }, say);
  const { basis, plan } = opened;
  const terms = busTerms(basis.costs, request.terms);
  const onStep = stopAt(request.seconds, say);
  const found = schoolBuses(basis, plan, terms, onStep);
  const shared = sharedBuses(basis, found, terms, onStep);
  saysStatus(basis, plan, say);
  say.answer(busesText(basis, found, terms, say.language, shared));
  if (request.geojson !== undefined) {
    const file = busesFile(basis, plan, { found, shared }, terms, runInfo(opened), audienceOf(request.geojson));
    await say.write(request.geojson, `${JSON.stringify(file)}\n`);
  }
  return EXIT.ok;
}
