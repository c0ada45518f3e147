import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { caseFileSchema } from "../protocol/case-file.ts";
import { forecastFileSchema } from "../protocol/forecast-file.ts";
import { planFileSchema } from "../protocol/plan-file.ts";
import { questionFileSchema } from "../protocol/question-file.ts";
import { consolidationFileSchema, evaluationFileSchema, solutionFileSchema } from "../protocol/result-file.ts";

/** Part of the build: the file schemas as JSON Schema (2020-12), beside the program in dist/schema. */
const schemas = {
  case: caseFileSchema,
  plan: planFileSchema,
  question: questionFileSchema,
  evaluation: evaluationFileSchema,
  forecast: forecastFileSchema,
  consolidation: consolidationFileSchema,
  solution: solutionFileSchema,
};

/** What people write, where left out means a default. */
const INPUTS = new Set(["case", "plan", "question"]);

const folder = new URL("../../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: INPUTS.has(name) ? "input" : "output" });
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(json, null, 2)}\n`);
}
