import { catalogue, type Language, saidIn, type Text } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";

const TEXT = catalogue("report.baseline", {
  notice: {
    da: "Ingen plan siger, hvem der går hvor i dag: det er gættet, at alle går på den nærmeste skole med deres klassetrin.",
    en: "No plan says who goes where today: the guess is that everybody goes to the nearest school that teaches their grades.",
  },
  guessed: { da: "Et gæt på i dag", en: "A guess of today" },
  today: { da: "I dag", en: "Today" },
  before: { da: "Før", en: "Before" },
  todayGuessed: { da: "I dag (gættet)", en: "Today (guessed)" },
} satisfies Record<string, Text>);

/** A plan as texts call it; a guess is never called today without the word. */
export const planTitle = ({ title, origin }: Plan, language: Language): string =>
  origin === "guessed" ? TEXT.guessed[language] : saidIn(title, language);

/** Over the figures that changes are counted against: another plan than the one in force is not today. */
export function todayWord({ baseline, municipality }: Basis, language: Language): string {
  if (baseline.origin === "guessed") return TEXT.todayGuessed[language];
  return TEXT[baseline.id === municipality.info.baseline ? "today" : "before"][language];
}

/** What stands before any figure where nobody has said who goes where today. */
export const guessNotice = ({ baseline }: Pick<Basis, "baseline">): Text | undefined =>
  baseline.origin === "guessed" ? TEXT.notice : undefined;
