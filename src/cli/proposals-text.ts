import { catalogue } from "../domain/language.ts";

export const PROPOSALS_TEXT = catalogue("cli.proposals", {
  proposalUnwanted: {
    da: "{name} er et forslag fra siden. Her kan kun bruges planer, som regnes på sagens egne filer. Åbn forslaget på siden, og hent det som planfil under »Hent og print«.",
    en: '{name} is a proposal from the page. Only plans that are measured on the case\'s own files can be used here. Open the proposal on the page, and fetch it as a plan file under "Save and print".',
  },
  withOwnAssumptions: {
    da: "Regnet med forslagets egne forudsætninger: {list}.",
    en: "Measured with the proposal's own assumptions: {list}.",
  },
  unreadable: {
    da: "Forslaget i {name} kan ikke læses. Intet er regnet eller skrevet.",
    en: "The proposal in {name} cannot be read. Nothing was computed or written.",
  },
  withNewSchools: {
    da: "Regnet med nye skoler, som kun er i forslagene: {list}.",
    en: "Measured with new schools, in the proposals alone: {list}.",
  },
  noCommonGround: {
    da: "Forslaget i {name} regner med noget andet end sagens filer ({list}), så planer kan ikke holdes op mod det på samme grundlag. Brug evaluate for hver plan, eller sammenlign dem på siden.",
    en: "The proposal in {name} takes something else for granted than the case's files ({list}), so that plans have no ground in common with it. Use evaluate for each plan, or compare them on the page.",
  },
});
