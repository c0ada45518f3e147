import type { Plan } from "../domain/plan.ts";
import { readProposal } from "../edit/proposal-file.ts";
import { withSites } from "../evaluate/scenario.ts";
import { decodeText } from "../import/text.ts";
import type { OpenCase } from "../open-case.ts";
import { assumptionText } from "../report/assumption-text.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Say } from "./say.ts";

/** The text of a file that says of itself that it is a proposal; `undefined` for any other. */
export function proposalIn(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) return undefined;
  return /"format"\s*:\s*"skoledistrikt-proposal"/.test(decoded.text.slice(0, 1000)) ? decoded.text : undefined;
}

/** A proposal where only plans of the case can be: it says so, and how to make a plan file of it. */
export const refusedProposal = (name: string, say: Say): CommandError =>
  new CommandError(
    EXIT.input,
    say.text(
      {
        da: "{name} er et forslag fra siden. Her kan kun bruges planer, som regnes på sagens egne filer. Åbn forslaget på siden, og gem det som planfil.",
        en: "{name} is a proposal from the page. Only plans that are measured on the case's own files can be used here. Open the proposal on the page, and save it as a plan file.",
      },
      { name },
    ),
  );

/** The case as a proposal takes it to be, with the proposal's plan; says first what that is. */
export function openProposal<Opened extends OpenCase & { readonly plan: Plan }>(
  opened: Opened,
  { name, text }: { readonly name: string; readonly text: string },
  say: Say,
): Opened {
  const { basis, plans, dataHash } = opened;
  const { value, issues } = readProposal(text, { municipality: basis.municipality, plans, dataHash }, name);
  say.issues(issues);
  if (!value)
    throw new CommandError(
      EXIT.input,
      say.text(
        {
          da: "Forslaget i {name} kan ikke læses. Intet er regnet eller skrevet.",
          en: "The proposal in {name} cannot be read. Nothing was computed or written.",
        },
        { name },
      ),
    );
  const { draft } = value;
  if (draft.assumptions.size > 0) {
    const list = [...draft.assumptions.values()].map((each) => assumptionText(each, say.language)).join("; ");
    const words = {
      da: "Regnet med forslagets egne forudsætninger: {list}.",
      en: "Measured with the proposal's own assumptions: {list}.",
    };
    say.answer(say.text(words, { list }));
  }
  return { ...opened, basis: withSites(basis, draft), plan: draft.plan };
}
