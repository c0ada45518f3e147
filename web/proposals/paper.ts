import { paperSheet, type Language, type Move, NO_BANDS, type Plan, saidIn, tickedCode } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import { inWords } from "./file.ts";
import { proposalContext } from "./proposal.ts";

/** A sheet to print that starts from one of the case's plans. */
export const sheetOf = (view: CaseView, start: Plan, language: Language, map: string | undefined): string =>
  paperSheet(
    {
      place: view.name,
      plan: saidIn(start.title, language),
      districts: start.districts.map(({ name, sites }) => ({
        name,
        schools: sites.filter((site) => start.teaching[site] !== NO_BANDS).map((site) => view.sites[site].name),
      })),
    },
    language,
    map,
  );

/** The short code of what was ticked on a sheet, or what stands in the way of one. */
export function codeOfSheet(view: CaseView, start: Plan, ticked: readonly Move[]) {
  const { value, issues } = tickedCode(start, ticked, proposalContext(view));
  return { code: value, said: issues.filter(({ severity }) => severity === "error").map(inWords) };
}
