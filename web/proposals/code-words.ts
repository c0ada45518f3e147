import { type CodedProposal, inList, type Language, NO_BANDS, type Plan, saidIn, type Text } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";

/** What happens to a school, in the words that the page has for the same step drawn here. */
const FATES = {
  closed: { da: (site: string) => `${site} lukkes`, en: (site: string) => `${site} closes` },
  opened: { da: (site: string) => `${site} åbnes`, en: (site: string) => `${site} opens` },
  moved: {
    da: (site: string, district: string) => `${site} hører nu til distriktet ${district}`,
    en: (site: string, district: string) => `${site} now belongs to district ${district}`,
  },
  outside: {
    da: (site: string) => `${site} hører ikke til noget distrikt`,
    en: (site: string) => `${site} belongs to no district`,
  },
} as const;

/** What the one step of a code did, school by school. */
export function movesInWords({ sites }: CaseView, start: Plan, moves: CodedProposal["moves"]): Text {
  const told = (language: Language): string => {
    const fates = moves.map(({ site, closes, district }) => {
      const { name } = sites[site];
      if (closes) return FATES[start.teaching[site] === NO_BANDS ? "opened" : "closed"][language](name);
      if (district === undefined) return FATES.outside[language](name);
      return FATES.moved[language](name, saidIn(start.districts[district].name, language));
    });
    return inList(fates, language);
  };
  return { da: told("da"), en: told("en") };
}
