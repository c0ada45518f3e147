import { paperSheet, type Language, type Move, NO_BANDS, type Plan, saidIn, tickedCode } from "../../src/index.ts";
import { byKey, pictureOf } from "../map/picture.ts";
import type { CaseView } from "../worker/messages.ts";
import { inWords } from "./file.ts";
import { proposalContext } from "./proposal.ts";

/** A plan's districts as its sheet has them: in the order of the letters that the map has for them, with their open schools. */
export const sheetDistricts = (view: CaseView, start: Plan) =>
  byKey({
    districts: pictureOf(view, { plan: start }).districts.map(({ key, name, sites }, district) => ({
      key,
      name,
      district,
      sites: sites.filter((site) => start.teaching[site] !== NO_BANDS),
    })),
  });

/** A sheet to print that starts from one of the case's plans. */
export const sheetOf = (view: CaseView, start: Plan, language: Language, map: string | undefined): string =>
  paperSheet(
    {
      place: view.name,
      plan: saidIn(start.title, language),
      districts: sheetDistricts(view, start).map(({ key, name, sites }) => ({
        letter: key,
        name,
        schools: sites.map((site) => view.sites[site].name),
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
