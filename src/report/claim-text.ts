import { COST_PARAMETERS } from "../cost/parameters/table.ts";
import type { Currency } from "../domain/currency.ts";
import type { ClaimedFigure } from "../domain/assumption.ts";
import { catalogue, inMoney, type Language, type Text } from "../domain/language.ts";
import { fillText, formatFigure } from "./format.ts";

const CLAIM: Text = catalogue("report.claim", {
  da: "»{figure}« sat til {value} {unit} (en påstand; tallene er ikke regnet med den)",
  en: "“{figure}” taken as {value} {unit} (a claim; the figures are not measured with it)",
});

/** What is claimed, after where it comes from, where anybody said so. */
export function claimText(claim: ClaimedFigure, currency: Currency, language: Language): string {
  const { name, unit } = COST_PARAMETERS[claim.item];
  const value = formatFigure(claim.value, language);
  const facts = fillText(CLAIM, language, { figure: name[language], value, unit: inMoney(unit, currency)[language] });
  return isSourced(claim) ? `${claim.name}, ${facts}` : facts;
}

/** Whether somebody said where the figure comes from; else it is called by what it is a figure of. */
export const isSourced = ({ name, item }: ClaimedFigure): boolean =>
  !Object.values(COST_PARAMETERS[item].name).includes(name);
