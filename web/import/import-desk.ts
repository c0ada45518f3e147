import {
  applyRecipe,
  COMPLETENESS_ISSUES,
  delimitedText,
  type DrawnFiles,
  drawnOf,
  faultyRows,
  fillText,
  importCase,
  isPart,
  type Issue,
  ISSUE_TEXTS,
  type IssueText,
  type Language,
  matchesIn,
  nextStep,
  openImported,
  openIssueBook,
  type Origins,
  partLook,
  proposeRecipe,
  readSource,
  RECIPE_FILE,
  recipePart,
  readRecipe,
  REGISTER_ISSUES,
  roleInfo,
  type GivenFile,
  type SourcePart,
  TRAVEL_ISSUES,
} from "../../src/index.ts";
import type { RecipeFile, RecipePart } from "../../src/protocol/recipe-file.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import type { CheckedFiles, FaultyTable, Known, ReadFiles } from "./messages.ts";
import { problemGroups } from "./problem-groups.ts";

const TEXTS: Readonly<Record<string, IssueText>> = {
  ...ISSUE_TEXTS,
  ...TRAVEL_ISSUES,
  ...COMPLETENESS_ISSUES,
  ...REGISTER_ISSUES,
};

/** Holds the files that somebody brings, and makes a case of them as often as a choice changes. */
export class ImportDesk {
  #files: ReadonlyMap<string, Uint8Array> = new Map();
  readonly #sources = new Map<
    string,
    { readonly bytes: Uint8Array; readonly source: GivenFile; readonly issues: readonly Issue[] }
  >();
  /** What was found in the made files at the last check, for the tables of faulty rows. */
  #found: { readonly issues: readonly Issue[]; readonly origins: Origins } | undefined;

  async read(files: readonly CaseFileBytes[], { recipe: before, year, language }: Known): Promise<ReadFiles> {
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]));
    for (const path of this.#sources.keys()) if (!this.#files.has(path)) this.#sources.delete(path);
    for (const { path, bytes } of files) {
      if (path === RECIPE_FILE || this.#sources.get(path)?.bytes === bytes) continue;
      const book = openIssueBook("all");
      const source = await readSource(path, bytes, book.report);
      this.#sources.set(path, { bytes, source, issues: book.all() });
    }
    const proposal = proposeRecipe({ sources: this.#all(), year, language });
    const own = this.#files.get(RECIPE_FILE);
    const book = openIssueBook("all");
    const known = before ?? (own && readRecipe(RECIPE_FILE, own, book.report));
    return {
      parts: this.#parts().map(partLook),
      recipe: known ? withChoices(proposal, known) : proposal,
      problems: problemGroups([...this.#readIssues(), ...book.all()], TEXTS),
    };
  }

  /** `tell` hears what can be drawn before what is wrong is known. */
  check(asked: RecipeFile, tell: (drawn: DrawnFiles) => void): CheckedFiles {
    const parts = this.#parts();
    const recipe = { ...asked, files: asked.files.map((each) => withColumns(each, parts)) };
    const book = openIssueBook("all");
    const { files, origins } = applyRecipe(
      this.#files,
      new Map(this.#all().map((each) => [each.file, each])),
      recipe,
      book.report,
    );
    tell(drawnOf(files));
    const before = nextStep(parts, recipe, undefined, this.#files.keys());
    const imported = importCase(files, { named: "all" });
    // Ways take the longest, and say nothing of files that are faulty already.
    const isWhole = before.kind !== "missing" && before.kind !== "columns";
    const opened = imported.value && isWhole ? openImported(imported.value) : undefined;
    const issues = [...imported.issues, ...(opened?.issues ?? [])];
    this.#found = { issues, origins };
    const all = [...this.#readIssuesOf(recipe), ...book.all(), ...issues.map(origins.asFound)];
    const isSound = opened?.value !== undefined && all.every(({ severity }) => severity !== "error");
    return {
      recipe,
      problems: problemGroups(isWhole ? all : withoutAbsent(all), TEXTS),
      step: nextStep(parts, recipe, isSound ? "sound" : "faulty", this.#files.keys()),
      made: isSound ? [...files].map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) })) : [],
      isSound,
    };
  }

  faulty(language: Language): readonly FaultyTable[] {
    if (!this.#found) return [];
    const { issues, origins } = this.#found;
    const say = (
      issue: Issue,
      { values = issue.values }: Pick<Issue, "values"> | { readonly values?: Issue["values"] },
    ): string => fillText(TEXTS[issue.code].message, language, values);
    return [...faultyRows(issues, origins, say, language)].map(([name, rows]) => ({
      name,
      text: delimitedText(rows, language),
    }));
  }

  #all(): readonly GivenFile[] {
    return [...this.#files.keys()].flatMap((path) => this.#sources.get(path)?.source ?? []);
  }

  #parts(): readonly SourcePart[] {
    return this.#all().flatMap((source) => (source.kind === "parts" ? source.parts : []));
  }

  #readIssues(): readonly Issue[] {
    return [...this.#sources.values()].flatMap(({ issues }) => issues);
  }

  /** What was found when files were read that are used. */
  #readIssuesOf({ files }: RecipeFile): readonly Issue[] {
    const used = new Set(files.flatMap(({ file, is }) => (is === "left-out" ? [] : file)));
    return [...this.#sources].flatMap(([path, { issues }]) => (used.has(path) ? issues : []));
  }
}

/** What was chosen for a file before holds for it, and what the case is called; files that are new are as they are taken to be. */
function withChoices(proposal: RecipeFile, known: RecipeFile): RecipeFile {
  const files = proposal.files.map((each) => known.files.find((other) => isPart(each, other)) ?? each);
  const about = known.case ?? proposal.case;
  return { ...known, ...(about && { case: about }), files };
}

/** The columns of a file that was given another meaning are found anew. */
function withColumns(recipe: RecipePart, parts: readonly SourcePart[]): RecipePart {
  const part = parts.find((each) => isPart(each, recipe));
  if (!part || recipe.columns !== undefined || !roleInfo(recipe.is)?.columns) return recipe;
  return { ...recipe, ...recipePart(part, recipe.is, matchesIn(part, recipe.is)) };
}

/** That a file of the case is absent is said by the next step, in other words. */
const withoutAbsent = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(({ code }) => code !== "file.missing");
