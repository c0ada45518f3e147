import { catalogue } from "../domain/language.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 40(2): what the council decides itself in a meeting, and whom it hears first. */
export const BOARDS_HEARD: Rule = catalogue("rules.boards-heard", {
  key: "boards-heard",
  paragraph: "folkeskoleloven § 40, stk. 2, nr. 2 og 3",
  text: {
    da: "Byrådet beslutter selv i et møde, hvor mange skoler der er, hvilke klassetrin hver skole har, og hvordan kommunen er delt i skoledistrikter. Først skal skolebestyrelserne ved alle berørte skoler have udtalt sig. Det gælder også, når en afdeling lukker, når klassetrin flytter, og når distriktsgrænser ændres som følge af en ny struktur.",
    en: "The council itself decides in a meeting how many schools there are, which grades each school has and how the municipality is divided into school districts. The boards of all schools concerned must have given their opinion first. That holds too when a site closes, when grades move, and when district borders change because of a new structure.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://www.elov.dk/folkeskoleloven/paragraf/40/",
  note: {
    da: "Loven sætter ingen frist for udtalelsen, når ingen skole nedlægges. Læst i lovbekendtgørelse nr. 1396 af 5. oktober 2022.",
    en: "The law sets no time limit for the opinion where no school is closed. Read in the consolidated act no. 1396 of 5 October 2022.",
  },
});
