import type { FileRole, RecipeFile, RecipePart } from "../../protocol/recipe-file.ts";
import { type Distinction, apartBy } from "./guess.ts";
import { PUPIL_ROLES, roleInfo, ROLES, unmet } from "./roles.ts";
import type { SourcePart } from "./source.ts";

/** What somebody who brings files is asked to do next: one thing, the first that the rest hangs on. */
export type NextStep =
  | { readonly kind: "bring" }
  /** A file that a case cannot do without. */
  | { readonly kind: "missing"; readonly role: MissingRole }
  /** A file whose columns do not say what they have to. */
  | { readonly kind: "columns"; readonly part: PartName; readonly role: FileRole; readonly needs: readonly Lacking[] }
  /** A file of more than the case: which of its rows count. */
  | ({ readonly kind: "which" } & { readonly part: PartName; readonly role: FileRole } & Distinction)
  /** What is wrong in the files. */
  | { readonly kind: "errors" }
  | { readonly kind: "open" };

/** Of alternatives that would each do, what columns there have to be. */
type Lacking = readonly string[];

export interface PartName {
  readonly file: string;
  readonly part?: string | undefined;
}

/** What a case cannot do without. */
const REQUIRED = ["sites", "pupils", "roads"] as const satisfies readonly FileRole[];
export type MissingRole = (typeof REQUIRED)[number];

export const isPart = (part: PartName, recipe: Pick<RecipePart, "file" | "part">): boolean =>
  part.file === recipe.file && (recipe.part === undefined || part.part === recipe.part);

const isNearRoads = ({ is, where }: RecipePart): boolean => is !== "left-out" && where === "near-roads";

const nameOf = ({ file, part }: PartName): PartName => ({ file, ...(part !== undefined && { part }) });

/** Which of the files that a case cannot do without are not there. */
function missingIn({ files }: Pick<RecipeFile, "files">, named: Iterable<string>): readonly MissingRole[] {
  // A case's own files are known by their names, whatever a recipe says of others.
  const own = new Set(named);
  const has = (role: FileRole): boolean =>
    files.some(({ is }) => is === role) || own.has(ROLES.find((each) => each.role === role)?.path ?? "");
  return REQUIRED.filter((role) => (role === "pupils" ? !PUPIL_ROLES.some(has) : !has(role)));
}

/** What lacks in the columns of a part as the recipe has it. */
export function lackingIn(part: SourcePart, recipe: RecipePart): readonly Lacking[] {
  const info = roleInfo(recipe.is);
  const known = new Set(Object.keys(recipe.columns ?? {}));
  return info ? unmet(info, (role) => known.has(role), part.shape) : [];
}

/**
 * What to do next. `checked`: whether the files as the recipe has them were found to be in order, once that was looked at.
 */
export function nextStep(
  parts: readonly SourcePart[],
  recipe: RecipeFile,
  checked: "sound" | "faulty" | undefined,
  named: Iterable<string> = [],
): NextStep {
  if (parts.length === 0 && recipe.files.length === 0) return { kind: "bring" };
  const used = recipe.files.flatMap((each) => {
    const part = parts.find((one) => isPart(one, each));
    return part ? [{ each, part }] : [];
  });
  for (const { each, part } of used) {
    const needs = lackingIn(part, each);
    if (needs.length > 0) return { kind: "columns", part: nameOf(part), role: each.is, needs };
  }
  const [role] = missingIn(recipe, named);
  if (role !== undefined) return { kind: "missing", role };
  for (const { each, part } of used) {
    // Where children are counted by roads, those of other municipalities would come along with their roads.
    const isAsked = each.is === "sites" || (each.is === "roads" && recipe.files.some((one) => isNearRoads(one)));
    const open = apartBy(part).find(
      (one) => (one.roles?.includes(each.is) ?? isAsked) && each.only?.[one.column] === undefined,
    );
    if (open) {
      const { column, are, values } = open;
      return { kind: "which", part: nameOf(part), role: each.is, column, are, values };
    }
  }
  return checked === "faulty" ? { kind: "errors" } : { kind: "open" };
}
