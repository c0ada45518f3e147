import {
  applyRecipe,
  type Checked,
  companionsOf,
  crsOfName,
  delimitedText,
  errorTables,
  type DrawnFiles,
  drawnOf,
  type FigureTable,
  fillText,
  importCase,
  type ImportedCase,
  isCompanion,
  isPart,
  type Issue,
  type IssuePlace,
  type IssueText,
  type ImportWatch,
  type Language,
  matchesIn,
  mendTable,
  namedByChoice,
  nextStep,
  openImported,
  openIssueBook,
  type Origins,
  partLook,
  proposeRecipe,
  readFormats,
  readSource,
  RECIPE_FILE,
  recipePart,
  readRecipe,
  roleInfo,
  type RowFault,
  rowFaults,
  type GivenFile,
  type SourcePart,
  type Surroundings,
  workbookXlsx,
  OPENING_ISSUES,
} from "../../src/index.ts";
import type { RecipeFile, RecipePart } from "../../src/protocol/recipe-file.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { mendName } from "./mend-name.ts";
import type { CheckedFiles, DeskStep, FaultsForm, FaultsFile, Known, ReadFiles } from "./messages.ts";
import { inOwnNames, problemGroups } from "./problem-groups.ts";

const TEXTS: Readonly<Record<string, IssueText>> = OPENING_ISSUES;

interface ReadFile {
  readonly bytes: Uint8Array;
  readonly crs: string | undefined;
  readonly source: GivenFile;
  readonly issues: readonly Issue[];
}

/** Whoever waits for the desk. */
export interface DeskWatch {
  /** What can be drawn before what is wrong is known. */
  readonly drawn?: (drawn: DrawnFiles) => void;
  readonly step?: (step: DeskStep) => void;
}

/** What was checked, and the files of the case where nothing is wrong with them. */
type CheckedBytes = Omit<CheckedFiles, "made"> & { readonly made: readonly CaseFileBytes[] };

/** Holds the files that somebody brings, and makes a case of them as often as a choice changes. */
export class ImportDesk {
  readonly #surroundings: Surroundings;
  #files: ReadonlyMap<string, Uint8Array> = new Map();
  readonly #read = new Map<string, ReadFile>();
  /** What was found in the made files at the last check, for the tables of faulty rows. */
  #found: { readonly made: readonly Issue[]; readonly read: readonly Issue[]; readonly origins: Origins } | undefined;

  constructor(surroundings: Surroundings = {}) {
    this.#surroundings = surroundings;
  }

  async read(
    files: readonly CaseFileBytes[],
    { recipe: before, year, language }: Known,
    watch: DeskWatch = {},
  ): Promise<ReadFiles> {
    const held = this.#files;
    this.#files = new Map(
      files.map(({ path, bytes }) => {
        const known = held.get(path);
        // What is here already is not read again.
        return [path, known && isSame(known, bytes) ? known : bytes];
      }),
    );
    for (const path of this.#read.keys()) if (!this.#files.has(path)) this.#read.delete(path);
    const own = this.#files.get(RECIPE_FILE);
    const book = openIssueBook("all");
    const known = before ?? (own && readRecipe(RECIPE_FILE, own, book.report));
    await this.#readAll(known, watch);
    const proposal = proposeRecipe({ sources: this.#all(), year, language });
    return {
      parts: this.#parts().map(partLook),
      recipe: known ? withChoices(proposal, known) : proposal,
      problems: problemGroups([...this.#readIssues(), ...book.all()], TEXTS, (file) => file),
    };
  }

  async check(asked: RecipeFile, watch: DeskWatch = {}): Promise<CheckedBytes> {
    await this.#readAll(asked, watch);
    const parts = this.#parts();
    const recipe = namedByChoice({ ...asked, files: asked.files.map((each) => withColumns(each, parts)) });
    const book = openIssueBook("all");
    const sources = new Map(this.#all().map((each) => [each.file, each]));
    const { files, origins } = applyRecipe(this.#files, sources, recipe, book.report);
    const watchOf = (doing: "draw" | "check"): ImportWatch => ({
      progress: (step) => watch.step?.({ doing, ...step, file: origins.nameOf(step.file) }),
      // The page stops a desk by ending its worker.
      isStopped: () => false,
    });
    const drawn = await drawnOf(files, watchOf("draw"));
    watch.drawn?.({ ...drawn, notes: drawn.notes.map((note) => ({ ...note, file: origins.nameOf(note.file) })) });
    const before = nextStep(parts, recipe, undefined, this.#files.keys());
    // As long as nobody has said which rows are the case's, what is wrong with the others is nobody's trouble.
    const imported: Checked<ImportedCase> =
      before.kind === "which"
        ? { issues: [] }
        : importCase(await readFormats(files, this.#surroundings), { named: "all", watch: watchOf("check") });
    const isWhole = before.kind === "open";
    if (imported.value && isWhole) watch.step?.({ doing: "ways" });
    const opened = imported.value && isWhole ? openImported(imported.value) : undefined;
    const issues = [...imported.issues, ...(opened?.issues ?? [])];
    const read = this.#readIssuesOf(recipe);
    this.#found = { made: issues, read, origins };
    const all = [...read, ...book.all(), ...issues.map(origins.asFound)];
    const isSound = opened?.value !== undefined && all.every(({ severity }) => severity !== "error");
    return {
      parts: parts.map(partLook),
      recipe,
      problems: problemGroups(isWhole ? all : withoutAbsent(all), TEXTS, origins.nameOf),
      step: nextStep(parts, recipe, isSound ? "sound" : "faulty", this.#files.keys()),
      made: isSound ? [...files].map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) })) : [],
      isSound,
    };
  }

  /** The errors that stand in rows, as files to take back to a spreadsheet; none where they stand in none. */
  async faults(language: Language, form: FaultsForm): Promise<readonly FaultsFile[]> {
    if (!this.#found) return [];
    const { nameOf } = this.#found.origins;
    const tell = (issue: Issue, { values = issue.values }: IssuePlace): Pick<RowFault, "wrong" | "mend"> => ({
      wrong: inOwnNames(fillText(TEXTS[issue.code].message, language, values), nameOf),
      mend: inOwnNames(fillText(TEXTS[issue.code].action, language, values), nameOf),
    });
    const faults = rowFaults(this.#found, this.#parts(), tell);
    if (form === "mend") return this.#toMend(faults, language);
    const tables = errorTables(faults, language);
    if (form === "csv")
      return [...tables].map(([name, rows]) => ({ name, ending: "csv", content: delimitedText(rows, language) }));
    if (tables.size === 0) return [];
    const sheets = [...tables].map(([name, [header, ...rows]]) => sheetOf(name, header, rows));
    return [{ name: "", ending: "xlsx", content: await bookOf("", sheets) }];
  }

  /** Each file with errors whole, all its tables under their names. */
  async #toMend(faults: readonly RowFault[], language: Language): Promise<readonly FaultsFile[]> {
    const files = [...new Set(faults.flatMap(({ part }) => (part.shape === "table" ? part.file : [])))];
    return Promise.all(
      files.map(async (file): Promise<FaultsFile> => {
        const parts = this.#parts().filter((part) => part.file === file && part.shape === "table");
        const sheets = parts.map((part) => {
          const { header, rows, marked } = mendTable(part, faults, language);
          return { ...sheetOf(part.part ?? file, header, rows.map(asNumbers)), marked };
        });
        // The name of a sheet counts where there are several, of which others may have been empty.
        const others = parts.length === 1 && parts[0].part !== undefined ? [sheetOf("-", [""], [])] : [];
        const name = mendName(file, [...this.#files.keys()], language);
        return { name, ending: "xlsx", content: await bookOf(file, [...sheets, ...others]) };
      }),
    );
  }

  /** Reads what is new, and what a system of coordinates was said of since. */
  async #readAll(recipe: RecipeFile | undefined, watch: DeskWatch): Promise<void> {
    for (const [number, [path, bytes]] of [...this.#files].entries()) {
      if (path === RECIPE_FILE || isCompanion(path, this.#files)) continue;
      const crs = recipe?.files.find(({ file }) => file === path)?.crs;
      const known = this.#read.get(path);
      if (known?.bytes === bytes && known.crs === crs) continue;
      watch.step?.({ doing: "read", file: path, number: number + 1, count: this.#files.size });
      const book = openIssueBook("all");
      const stated = crs === undefined ? undefined : crsOfName(crs);
      const aid = {
        beside: companionsOf(path, this.#files),
        surroundings: this.#surroundings,
        ...(stated && { crs: stated }),
      };
      const source = await readSource(path, bytes, book.report, aid);
      this.#read.set(path, { bytes, crs, source, issues: book.all() });
    }
  }

  #all(): readonly GivenFile[] {
    return [...this.#files.keys()].flatMap((path) => this.#read.get(path)?.source ?? []);
  }

  #parts(): readonly SourcePart[] {
    return this.#all().flatMap((source) => (source.kind === "parts" ? source.parts : []));
  }

  #readIssues(): readonly Issue[] {
    return [...this.#read.values()].flatMap(({ issues }) => issues);
  }

  /** What was found when files were read that are used, or that could not be read at all. */
  #readIssuesOf({ files }: RecipeFile): readonly Issue[] {
    const used = new Set(files.flatMap(({ file, is }) => (is === "left-out" ? [] : file)));
    return [...this.#read].flatMap(([path, { issues, source }]) => {
      if (used.has(path)) return issues;
      // What cannot be read and is not used stops nothing, but is said.
      return source.kind === "unread" ? issues.map((issue) => ({ ...issue, severity: "warning" as const })) : [];
    });
  }
}

const sheetOf = (name: string, header: readonly string[], rows: FigureTable["rows"]): FigureTable => ({
  name,
  columns: header.map((title) => ({ title })),
  rows,
});

const bookOf = (title: string, tables: readonly FigureTable[]): Promise<Uint8Array<ArrayBuffer>> =>
  workbookXlsx({ title, head: "", foot: "", tables });

/** Whole numbers as numbers; all else stays as it is written, zeros at the front and decimal signs too. */
const asNumbers = (row: readonly string[]): readonly (string | number)[] =>
  row.map((cell) => (/^(0|-?[1-9]\d{0,8})$/.test(cell) ? Number(cell) : cell));

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

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
