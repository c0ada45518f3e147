import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { learn } from "../domain/learn.ts";
import { caseFileSchema } from "../protocol/case-file.ts";
import { comparisonFileSchema } from "../protocol/comparison-file.ts";
import { councilFileSchema } from "../protocol/council-file.ts";
import { forecastFileSchema } from "../protocol/forecast-file.ts";
import { instanceFileSchema } from "../protocol/instance-file.ts";
import { paperFileSchema } from "../protocol/paper-file.ts";
import { paperFormSchema } from "../protocol/paper-form.ts";
import { planFileSchema } from "../protocol/plan-file.ts";
import { proposalFileSchema } from "../protocol/proposal-file.ts";
import { questionFileSchema } from "../protocol/question-file.ts";
import { recipeFileSchema } from "../protocol/recipe-file.ts";
import { replayFileSchema } from "../protocol/replay-file.ts";
import { roomFileSchema } from "../protocol/room-file.ts";
import { consolidationFileSchema, evaluationFileSchema } from "../protocol/result-file.ts";
import { solutionFileSchema } from "../protocol/solution-file.ts";
import { sweepFileSchema } from "../protocol/sweep-file.ts";
import { sweepResultLineSchema } from "../protocol/sweep-result-file.ts";
import { oneLanguageAtATime, REFERENCE_PARTS, referenceHtml } from "../report/reference-html.ts";
import { referencePages } from "../report/reference.ts";

/**
 * Part of the build, beside the program: the file schemas as JSON Schema (2020-12) in dist/schema, and the reference of all
 * measures, parameters, laws and rules in dist/reference.
 */
const schemas = {
  case: caseFileSchema,
  plan: planFileSchema,
  proposal: proposalFileSchema,
  question: questionFileSchema,
  evaluation: evaluationFileSchema,
  forecast: forecastFileSchema,
  replay: replayFileSchema,
  consolidation: consolidationFileSchema,
  comparison: comparisonFileSchema,
  council: councilFileSchema,
  instance: instanceFileSchema,
  paper: paperFileSchema,
  "paper-form": paperFormSchema,
  recipe: recipeFileSchema,
  room: roomFileSchema,
  solution: solutionFileSchema,
  sweep: sweepFileSchema,
  "sweep-result": sweepResultLineSchema,
};

/** What people write, where left out means a default. */
const INPUTS = new Set([
  "case",
  "plan",
  "proposal",
  "council",
  "paper",
  "paper-form",
  "recipe",
  "room",
  "question",
  "sweep",
]);

const folder = new URL("../../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: INPUTS.has(name) ? "input" : "output" });
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(json, null, 2)}\n`);
}

await learn();
const reference = new URL("../../reference/", import.meta.url);
rmSync(reference, { recursive: true, force: true });
for (const [path, html] of referenceHtml(referencePages())) {
  const file = new URL(path, reference);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, html);
}
const ROOT = new URL("../../../", import.meta.url);
for (const part of [REFERENCE_PARTS.style, REFERENCE_PARTS.script])
  copyFileSync(new URL(`web/reference/${part}`, ROOT), new URL(part, reference));
appendFileSync(new URL(REFERENCE_PARTS.style, reference), oneLanguageAtATime());
mkdirSync(new URL("fonts/", reference));
for (const font of REFERENCE_PARTS.fonts) {
  const name = font.slice(font.lastIndexOf("/") + 1);
  copyFileSync(
    new URL(`node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/${name}`, ROOT),
    new URL(font, reference),
  );
}
