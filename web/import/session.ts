import type { DrawnFiles, Language, NextStep, PartLook } from "../../src/index.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import type { BroughtFile } from "./brought.ts";
import { forgetImport, keepImport, keepMade, keptImport, type KeptImport, keptMade } from "./kept-import.ts";
import { mendedOf } from "./mend-name.ts";
import type {
  CheckedFiles,
  DeskStep,
  FaultsFile,
  FaultsForm,
  FromImport,
  ImportProblem,
  ReadFiles,
  ToImport,
} from "./messages.ts";

/** How far the files that somebody brings have come. */
export interface ImportState {
  /** "unread": kept from before, and given up when they were read again. */
  readonly is: "empty" | "reading" | "checking" | "checked" | "unread" | "failed";
  /** Of what is being read or checked. */
  readonly doing?: DeskStep | undefined;
  /** Whether the last thing was given up; everything is then as it was before it. */
  readonly wasStopped: boolean;
  readonly files: readonly BroughtFile[];
  readonly parts: readonly PartLook[];
  readonly recipe?: RecipeFile;
  readonly drawn?: DrawnFiles;
  readonly problems: readonly ImportProblem[];
  readonly step: NextStep;
  readonly made: readonly BroughtFile[];
  /** Whether the browser keeps what is brought and chosen here. */
  readonly isKept: boolean;
}

const EMPTY: ImportState = {
  is: "empty",
  wasStopped: false,
  files: [],
  parts: [],
  problems: [],
  step: { kind: "bring" },
  made: [],
  isKept: true,
};

/** As much of a worker as is used, so that a test can stand in for one. */
interface ImportWorker {
  readonly postMessage: (message: ToImport) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (kind: "message", hear: (event: MessageEvent<FromImport>) => void): void;
    (kind: "error", hear: () => void): void;
  };
}

const isBusy = ({ is }: ImportState): boolean => is === "reading" || is === "checking";

type Hire = () => ImportWorker;

/** What keeps the files and the choices; the page's own database, or a test's. */
interface Keeping {
  readonly read: () => Promise<KeptImport | undefined>;
  readonly keep: (kept: KeptImport) => Promise<boolean>;
  readonly readMade: () => Promise<readonly BroughtFile[] | undefined>;
  readonly keepMade: (made: readonly BroughtFile[] | undefined) => Promise<boolean>;
  readonly forget: () => Promise<void>;
}

const BROWSER: Keeping = {
  read: keptImport,
  keep: keepImport,
  readMade: keptMade,
  keepMade,
  forget: forgetImport,
};

/** Files on their way to a case: brought, read, checked after every choice, and kept so that nothing is lost at a reload. */
export class ImportSession {
  readonly #hire: Hire;
  readonly #keeping: Keeping;
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  #worker: ReturnType<Hire> | undefined;
  #ticket = 0;
  #language: Language = "da";
  /** What is gone back to where the work at hand is given up. */
  #before = EMPTY;
  #waitingForFaults: ((files: readonly FaultsFile[]) => void) | undefined;
  #waitingForZip: ((zip: Blob) => void) | undefined;

  constructor(hire: Hire, keeping: Keeping = BROWSER) {
    this.#hire = hire;
    this.#keeping = keeping;
  }

  readonly state = (): ImportState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what was brought before, unless something is here already. */
  async resume(language: Language): Promise<void> {
    if (this.#state.is !== "empty") return;
    const kept = await this.#keeping.read();
    if (!kept || kept.files.length === 0 || this.#state.is !== "empty") return;
    this.#set({ is: "unread", files: kept.files, ...(kept.recipe && { recipe: kept.recipe }) });
    this.again(language);
  }

  /**
   * Adds files; one of a name that is there already takes its place, as does one that was taken away from here to be mended, and what was
   * chosen for it holds.
   */
  bring(files: readonly BroughtFile[], language: Language): void {
    const known = this.#state.files.map(({ path }) => path);
    const mended = new Map(files.flatMap(({ path }) => renaming(mendedOf(path, known), path)));
    const names = new Set([...files.map(({ path }) => path), ...mended.keys()]);
    const others = this.#state.files.filter(({ path }) => !names.has(path));
    const { recipe } = this.#state;
    this.#read([...others, ...files], language, recipe && renamedIn(recipe, mended));
  }

  remove(path: string, language: Language): void {
    this.#read(
      this.#state.files.filter((file) => file.path !== path),
      language,
      this.#state.recipe,
    );
  }

  choose(recipe: RecipeFile): void {
    // A worker that was stopped has lost its files.
    if (this.#worker) this.#check(recipe);
    else this.#read(this.#state.files, this.#language, recipe);
    this.#set({ recipe });
    void this.#keep();
  }

  /** Reads what is here once more. */
  again(language: Language): void {
    this.#read(this.#state.files, language, this.#state.recipe);
  }

  /** Gives up what is being read or checked: files and choices are again what they were when it began. */
  stop(): void {
    this.#dismiss();
    this.#state = { ...this.#before, wasStopped: true };
    this.#tell();
    if (this.#before === EMPTY) void this.#keeping.forget();
    else void this.#keep();
  }

  async startOver(): Promise<void> {
    this.#dismiss();
    this.#before = EMPTY;
    this.#state = EMPTY;
    this.#tell();
    await this.#keeping.forget();
  }

  /** The errors that stand in rows, to be taken back to a spreadsheet. */
  async faults(language: Language, form: FaultsForm): Promise<readonly FaultsFile[]> {
    await this.#deskIsReady();
    return new Promise((resolve) => {
      this.#waitingForFaults = resolve;
      this.#post({ kind: "faults", ticket: this.#ticket, language, form });
    });
  }

  /** The case's folder as a zip. */
  async packed(): Promise<Blob> {
    await this.#deskIsReady();
    return new Promise((resolve) => {
      this.#waitingForZip = resolve;
      this.#post({ kind: "pack", ticket: this.#ticket });
    });
  }

  /** Keeps the made case, to be opened again when the page is; gives the way back to what was kept before. */
  async keepMade(made: readonly BroughtFile[]): Promise<() => Promise<void>> {
    const before = await this.#keeping.readMade();
    this.#hearKept(await this.#keeping.keepMade(made));
    return async () => void (await this.#keeping.keepMade(before));
  }

  /** A worker that was ended has to read everything again before it can be asked. */
  #deskIsReady(): Promise<void> {
    if (!this.#worker) this.again(this.#language);
    return new Promise((resolve) => {
      const look = (): void => {
        if (isBusy(this.#state)) return;
        leave();
        resolve();
      };
      const leave = this.subscribe(look);
      look();
    });
  }

  /** Work begins, from which Stop leads back to what is here now. */
  #begin(change: Partial<ImportState>): void {
    this.#ticket++;
    if (!isBusy(this.#state)) this.#before = this.#state;
    this.#set({ ...change, doing: undefined, wasStopped: false });
  }

  #read(files: readonly BroughtFile[], language: Language, before: RecipeFile | undefined): void {
    if (files.length === 0) {
      void this.startOver();
      return;
    }
    this.#language = language;
    this.#begin({ is: "reading", files });
    const known = { year: new Date().getFullYear(), language, ...(before && { recipe: before }) };
    this.#post({ kind: "read", ticket: this.#ticket, files, known });
  }

  #check(recipe: RecipeFile): void {
    this.#begin({ is: "checking" });
    this.#post({ kind: "check", ticket: this.#ticket, recipe });
  }

  #post(message: ToImport): void {
    this.#worker ??= this.#hired();
    this.#worker.postMessage(message);
  }

  #hired(): ReturnType<Hire> {
    const worker = this.#hire();
    worker.addEventListener("message", ({ data }: MessageEvent<FromImport>) => this.#hear(data));
    worker.addEventListener("error", () => this.#set({ is: "failed" }));
    return worker;
  }

  /** Answers to what was asked before the last choice are not heard. */
  #hear(message: FromImport): void {
    if (message.ticket !== this.#ticket) return;
    switch (message.kind) {
      case "read":
        return this.#hearRead(message.read);
      case "step":
        return this.#set({ doing: message.step });
      case "drawn":
        return this.#set({ drawn: message.drawn });
      case "checked":
        return this.#hearChecked(message.checked);
      case "faults":
        return this.#waitingForFaults?.(message.files);
      case "packed":
        return this.#waitingForZip?.(message.zip);
      case "failed":
        return this.#set({ is: "failed" });
    }
  }

  #hearRead({ parts, recipe, problems }: ReadFiles): void {
    this.#set({ parts, recipe, problems });
    void this.#keep();
    this.#check(recipe);
  }

  #hearChecked({ parts, recipe, problems, step, made }: CheckedFiles): void {
    this.#set({ is: "checked", parts, recipe, problems, step, made });
    void this.#keep();
  }

  async #keep(): Promise<void> {
    const { files, recipe } = this.#state;
    this.#hearKept(await this.#keeping.keep({ files, ...(recipe && { recipe }) }));
  }

  #hearKept(isKept: boolean): void {
    if (isKept !== this.#state.isKept) this.#set({ isKept });
  }

  #dismiss(): void {
    this.#ticket++;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const renaming = (from: string | undefined, to: string): readonly (readonly [string, string])[] =>
  from === undefined || from === to ? [] : [[from, to]];

/** What was chosen for a file holds for the one that comes in its place under another name. */
const renamedIn = (recipe: RecipeFile, names: ReadonlyMap<string, string>): RecipeFile => ({
  ...recipe,
  files: recipe.files
    .filter(({ file }) => ![...names.values()].includes(file))
    .map((each) => ({ ...each, file: names.get(each.file) ?? each.file })),
});

let session: ImportSession | undefined;

/** The page's only one. */
export const importSession = (): ImportSession =>
  (session ??= new ImportSession(
    () => new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module", name: "import" }),
  ));
