import { costsText } from "../../report/costs-text.ts";
import { loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

/** `costs CASE`: every parameter of the cost model as the case has it, and the model on known cases. */
export async function costs(folder: string, say: Say): Promise<ExitCode> {
  const { basis, plans } = await loadCase({ folder }, say);
  say.answer(costsText(basis, plans, say.language));
  return EXIT.ok;
}
