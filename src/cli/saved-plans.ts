import { readdir, readFile, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { catalogue, type Said, saidIn } from "../domain/language.ts";
import { dataHash } from "../import/data-hash.ts";
import { planIdOf } from "../import/plans.ts";
import { composed } from "../import/text.ts";
import { type PlanFile, planFileSchema } from "../protocol/plan-file.ts";
import { realPlace, STANDARD_OUTPUT } from "./files.ts";
import type { Say } from "./say.ts";

const SAID = catalogue("cli.saved-plans", {
  replaced: {
    da: "{path}: planen »{title}«, som {by} har gemt tidligere, er erstattet.",
    en: '{path}: the plan "{title}", which {by} saved before, was replaced.',
  },
});

/** A plan among those of a case that a command saved there itself. */
export interface SavedPlan {
  /** Inside the case's folder. */
  readonly path: string;
  readonly id: string;
  readonly title: Said;
}

/** A plan file that says which command saved it, and what it held then. */
export const stamped = (file: PlanFile, by: string): PlanFile => ({ ...file, saved: { by, hash: hashOf(file) } });

/** Of all that the file says, however it is spaced, but the stamp itself. */
function hashOf(file: PlanFile): string {
  const words = JSON.stringify(planFileSchema.parse({ ...file, saved: undefined }));
  return dataHash(new Map([["plan", new TextEncoder().encode(words)]]));
}

/**
 * The plan that a command would replace: one that it saved itself, that nobody has changed since, and on which nothing in the case
 * rests. Any other plan in the folder is somebody's.
 */
export async function savedBefore(path: string, folder: string, by: string): Promise<SavedPlan | undefined> {
  if (path === STANDARD_OUTPUT) return undefined;
  const place = await realPlace(path);
  const inside = relative(await realpath(folder).catch(() => folder), place)
    .split(sep)
    .join("/");
  const id = planIdOf(inside);
  const file = id === undefined ? undefined : await readPlanFile(place);
  if (id === undefined || file?.saved?.by !== by || file.saved.hash !== hashOf(file)) return undefined;
  return (await isBuiltOn(composed(id), folder)) ? undefined : { path: inside, id: composed(id), title: file.title };
}

async function readPlanFile(path: string): Promise<PlanFile | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return planFileSchema.safeParse(parsed(text)).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the case takes the plan for today's, or another plan says that everybody goes where it says. */
async function isBuiltOn(id: string, folder: string): Promise<boolean> {
  const info = parsed(await readFile(join(folder, "case.json"), "utf8").catch(() => ""));
  if (typeof info === "object" && info !== null && "baseline" in info && info.baseline === id) return true;
  const names = await readdir(join(folder, "plans")).catch(() => []);
  const plans = await Promise.all(names.map((name) => readPlanFile(join(folder, "plans", name))));
  return plans.some((plan) => plan?.assignment?.kind === "same-as" && composed(plan.assignment.plan) === id);
}

export const saysReplaced = ({ path, title }: SavedPlan, by: string, say: Say): void =>
  say.problem(say.text(SAID.replaced, { path, title: saidIn(title, say.language), by }));
