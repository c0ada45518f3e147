import { costsText } from "../../report/costs-text.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

/** `costs CASE`: every parameter of the cost model as the case has it, and the model on known cases. */
export async function costs(request: CaseRequest, say: Say): Promise<ExitCode> {
  const { basis, plans } = await loadCase(request, say);
  say.answer(costsText(basis, plans, say.language));
  return EXIT.ok;
}
