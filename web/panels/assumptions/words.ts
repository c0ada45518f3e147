import { type Assumption, formatBands, unreachable, writtenGrades } from "../../../src/index.ts";
import { counted, type Voice } from "../../i18n/say.ts";

/** What is assumed, its name first: "Taxa til Orø, 400.000 kr. om året". */
export const assumptionWords = (voice: Voice, assumption: Assumption): string =>
  `${assumption.name}, ${assumptionFacts(voice, assumption)}`;

/** The same without its name. */
export function assumptionFacts(voice: Voice, assumption: Assumption): string {
  const { say, number, read } = voice;
  switch (assumption.kind) {
    case "cost":
      return say(`assume.${assumption.per}`, { kroner: number(assumption.kroner) });
    case "danger":
      return say("assume.dangerFor", { grades: read(writtenGrades(formatBands(assumption.bands))) });
    case "housing": {
      const { dwellings, type, firstYear, lastYear } = assumption;
      return say("assume.moved", {
        dwellings: say(`assume.dwellings.${type}`, counted(voice, dwellings)),
        years: firstYear === lastYear ? String(firstYear) : `${firstYear}-${lastYear}`,
      });
    }
    default:
      return unreachable(assumption);
  }
}

export const assumptionList = (voice: Voice, assumptions: readonly Assumption[]): string =>
  voice.list(assumptions.map((each) => assumptionWords(voice, each)));
