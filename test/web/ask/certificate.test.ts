import { expect, test } from "vitest";
import { askVoiceOf } from "../../../web/panels/ask/ask-voice.ts";
import { certificateText } from "../../../web/panels/ask/certificate-text.ts";
import { voiceIn } from "../voice.ts";

const splits = [{ unit: 0, band: 0, sites: [0, 1] }];

test.each([
  ["reassign", { status: "optimal" }, "Bevist: det kan ikke gøres bedre, når kravene skal holde."],
  // Whether areas or districts are in one piece was not asked.
  [
    "repair",
    { status: "optimal" },
    "Bevist: alle får en skole, kravene holder, og det kan ikke gøres ved at flytte færre elever.",
  ],
  [
    "repair",
    { status: "optimal", splits },
    "Bevist: når områder må deles, kan det ikke gøres bedre, så længe kravene skal holde.",
  ],
  ["repair", { status: "stopped", gap: 0.104 }, "Højst 10,4 % fra det bedst mulige. Mere er ikke bevist."],
  ["redraw", { status: "stopped" }, "Det bedste, der blev fundet. Det vides ikke, om det kan gøres bedre."],
] as const)("an answer to %s says just what was proven of it (%o)", (kind, certified, text) => {
  expect(certificateText(askVoiceOf(voiceIn("da"), "in-fives"), kind, certified)).toBe(text);
});
