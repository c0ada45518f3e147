import { catalogue } from "../domain/language.ts";
import type { PaperForm } from "../protocol/paper-form.ts";

/** The form where a case has no `paper.json`: the headings that papers of Holbæk's council have. */
export const DEFAULT_FORM: PaperForm = catalogue("council.default-form", {
  format: "skoledistrikt-paper-form",
  version: 1,
  sections: [
    {
      title: { da: "Sagsgang og sagstype", en: "Procedure and kind of case" },
      holds: [
        {
          blank: {
            da: "om sagen er til orientering, drøftelse eller beslutning, og hvilke udvalg der behandler den hvornår.",
            en: "whether the case is for information, discussion or decision, and which committees deal with it when.",
          },
        },
      ],
    },
    {
      title: { da: "Indstilling", en: "Recommendation" },
      holds: [
        { blank: { da: "hvad byrådet indstilles til at beslutte.", en: "what the council is recommended to decide." } },
      ],
    },
    {
      title: { da: "Beskrivelse af sagen", en: "Description of the case" },
      holds: [
        {
          blank: {
            da: "baggrund, og hvad der tidligere er besluttet.",
            en: "background, and what was decided before.",
          },
        },
        "summary",
        "map",
        "figures",
        "changes",
        "schools",
        "towns",
        "problems",
        "alternatives",
      ],
    },
    {
      title: { da: "Økonomiske konsekvenser", en: "Economic consequences" },
      holds: [
        "money",
        {
          blank: {
            da: "bevilling, finansiering og økonomiafdelingens bemærkninger.",
            en: "appropriation, financing and the finance department's remarks.",
          },
        },
      ],
    },
    {
      title: { da: "Miljø og klima", en: "Environment and climate" },
      holds: [
        "environment",
        { blank: { da: "vurdering af miljø og klima.", en: "assessment of environment and climate." } },
      ],
    },
    {
      title: { da: "Høring og lovgrundlag", en: "Hearing and law" },
      holds: [
        "law",
        "calendar",
        { blank: { da: "høringssvar og svar på dem.", en: "answers to the hearing, and replies to them." } },
        "dissent",
      ],
    },
    {
      title: { da: "Bilag", en: "Annexes" },
      holds: ["assumptions", "all-figures", "prices", "sources", "check"],
    },
  ],
});
