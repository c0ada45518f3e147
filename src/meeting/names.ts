import { catalogue, type Text } from "../domain/language.ts";
import type { CouncilState, Stage } from "../protocol/room-acts.ts";

/** What the stages of a meeting are called, on the page and in its minutes; "none": there is no agenda. */
export const STAGE_NAMES: Readonly<Record<Stage | "none", Text>> = catalogue("meeting.names.stageNames", {
  look: { da: "Se på kortet", en: "Look at the map" },
  priorities: { da: "Hvad er vigtigt?", en: "What matters?" },
  draw: { da: "Tegn forslag", en: "Draw proposals" },
  compare: { da: "Sammenlign", en: "Compare" },
  decide: { da: "Beslut", en: "Decide" },
  none: { da: "Tegn frit", en: "Draw freely" },
});

/** What became of a proposal that was passed on, in a word. */
export const COUNCIL_NAMES: Readonly<Record<CouncilState, Text>> = catalogue("meeting.names.councilNames", {
  received: { da: "modtaget", en: "received" },
  hearing: { da: "i høring", en: "in hearing" },
  decided: { da: "vedtaget", en: "decided" },
  rejected: { da: "afvist", en: "rejected" },
  "carried-out": { da: "gennemført", en: "carried out" },
});
