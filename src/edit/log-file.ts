import { hasBand, NO_BANDS, allBands } from "../domain/grades.ts";
import type { Text } from "../domain/language.ts";
import type { Adjacency } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";
import type { JsonPath, JsonText } from "../import/json-text.ts";
import type { EditFile } from "../protocol/proposal-file.ts";
import type { StrokesFile } from "../protocol/strokes-file.ts";
import { filledText } from "../report/format.ts";
import { checkChanges } from "./check.ts";
import type { Draft } from "./draft.ts";
import { EditReader, unitNumbers, writeEdit } from "./edit-file.ts";
import { EDIT_ISSUES, type Refusal } from "./issue-texts.ts";
import { holdsIn, siteHolds } from "./locked.ts";
import { applyChanges, type Edit } from "./log.ts";
import { MetIds } from "./met-ids.ts";
import type { ProposalReport } from "./proposal-issues.ts";
import { goesOn, readStrokes, type Stroke, strokeIn, writeStrokes } from "./strokes-file.ts";

/** Fewer strokes after each other are written one by one, where they are easier to read. */
const FEWEST = 10;

/** Longer runs of strokes are written together, all else edit by edit; with the draft's schools and words after them. */
export function writeEdits(start: Draft, edits: readonly Edit[], adjacency: Adjacency, packedFrom: number) {
  let draft = start;
  const written: EditFile[] = [];
  const strokes: StrokesFile[] = [];
  let waiting: Stroke[] = [];
  /** Who goes where before those that wait, and after them. */
  let before = start.plan.assignment.slice();
  const now = before.slice();
  const writeOne = (edit: Edit): void => {
    written.push(writeEdit(draft, edit));
    draft = applyChanges(draft, edit.changes);
  };
  const writeWaiting = (): void => {
    const { municipality, newSites } = draft;
    const ids = [...municipality.sites, ...newSites].map(({ id }) => id);
    const units = { id: municipality.units.id, adjacency };
    const siteId = (site: number): string => ids.at(site) ?? String(site);
    // Who leaves which school stands in the strokes themselves, so that the draft need not follow them.
    if (waiting.length < FEWEST) waiting.forEach(writeOne);
    else
      strokes.push(
        writeStrokes(
          { grades: municipality.grades, units, siteId, assignment: before },
          waiting,
          written.length,
          packedFrom,
        ),
      );
    waiting = [];
  };
  for (const edit of edits) {
    const stroke = strokeIn(edit, now);
    const last = waiting.at(-1);
    if (waiting.length > 0 && (!stroke || (last && !goesOn(last, stroke)))) writeWaiting();
    if (stroke && waiting.length === 0) before = now.slice();
    for (const change of edit.changes)
      if (change.kind === "assign") change.pairs.forEach((pair, i) => (now[pair] = change.to[i]));
    if (stroke) waiting.push(stroke);
    else writeOne(edit);
  }
  writeWaiting();
  return { draft, edits: written, strokes };
}

/** Reads a log, edit by edit or many strokes at once; what cannot be made is reported, and on other data left out. */
export class LogReader {
  readonly edits: Edit[] = [];
  readonly #json: JsonText;
  readonly #report: ProposalReport;
  readonly #isOther: boolean;
  readonly #reader: EditReader;
  readonly #units: ReadonlyMap<string, number>;
  readonly #ids = new MetIds();
  #draft: Draft;

  constructor(start: Draft, json: JsonText, report: ProposalReport, made: "here" | "on other data") {
    this.#draft = start;
    this.#json = json;
    this.#report = report;
    this.#isOther = made === "on other data";
    this.#reader = new EditReader(start.municipality, json, report);
    this.#units = unitNumbers(start.municipality.units.id);
  }

  get draft(): Draft {
    return this.#draft;
  }

  edit(file: EditFile, path: JsonPath): void {
    for (const id of this.#ids.again([file])) this.#saidTwice(id, path);
    const edit = this.#reader.read(this.#draft, file, path);
    if (edit) this.#make(edit, path);
  }

  strokes(file: StrokesFile, path: JsonPath): void {
    const { municipality, newSites, plan } = this.#draft;
    const sites = new Map([...municipality.sites, ...newSites].map(({ id }, number) => [id, number]));
    const names = {
      grades: plan.grades,
      unit: (id: string) => this.#units.get(id),
      site: (id: string) => sites.get(id),
    };
    const assignment = plan.assignment.slice();
    const read = readStrokes(file, names, assignment);
    // Where it stands is looked up in the whole text, and of most files nothing has to be said.
    if (read === "strokes") this.#report("proposal.strokes", this.#json.at(path), {});
    else if ("site" in read) this.#report("proposal.site-unknown", this.#json.at(path), { site: read.site });
    else if ("unit" in read) this.#report("plan.unit-unknown", this.#json.at(path), { unit: read.unit });
    else {
      const again = ascends(file) ? this.#ids.againInRow(read) : this.#ids.again(read);
      for (const id of again) this.#saidTwice(id, path);
      this.#makeAll(read, assignment, path);
    }
  }

  /** `assignment`: who goes where after all of them. */
  #makeAll(strokes: readonly Edit[], assignment: Uint16Array, path: JsonPath): void {
    if (!mayAllBeMade(this.#draft, strokes)) {
      for (const stroke of strokes) this.#make(this.#asNow(stroke), path);
      return;
    }
    for (const stroke of strokes) this.edits.push(stroke);
    this.#draft = { ...this.#draft, plan: { ...this.#draft.plan, assignment } };
  }

  /** Strokes say only where to; where one before was left out, this one leaves from elsewhere. */
  #asNow(stroke: Edit): Edit {
    const { assignment } = this.#draft.plan;
    const changes = stroke.changes.map((change) =>
      change.kind === "assign"
        ? { ...change, from: Uint16Array.from(change.pairs, (pair) => assignment[pair]) }
        : change,
    );
    return { ...stroke, changes };
  }

  #saidTwice(id: string, path: JsonPath): void {
    this.#report("proposal.edit-twice", this.#json.at([...path, "id"]), { id });
  }

  #make(edit: Edit, path: JsonPath): void {
    const all = checkChanges(this.#draft, edit.changes);
    // It could be drawn once, and a log that was kept is read all the same.
    const isFar = all.some(({ code }) => code === FAR);
    if (isFar) this.#report("proposal.site-outside", this.#json.at(path), { edit: edit.note ?? edit.id });
    const why = all.find(({ code }) => code !== FAR);
    if (why) {
      const code = this.#isOther ? "proposal.edit-left-out" : "proposal.edit-misfit";
      this.#report(code, this.#json.at(path), { edit: edit.note ?? edit.id, why: inWords(why) });
      return;
    }
    this.edits.push(edit);
    this.#draft = applyChanges(this.#draft, edit.changes);
  }
}

const FAR = "edit.site-outside";

/** Whether each stroke's number is larger than the one before it. */
const ascends = ({ id }: StrokesFile): boolean => !/-|(?:^| )0+(?: |$)/.test(id.numbers);

/**
 * Whether {@link checkChanges} refuses none of the strokes, made in their order: strokes change no lock, no grade and no school, and
 * where none of them touches what is held, nothing that is held moves. O(what they hold); may say no where each could be made.
 */
function mayAllBeMade(draft: Draft, strokes: readonly Edit[]): boolean {
  const { teaching, grades } = draft.plan;
  const all = allBands(grades);
  const { pairs, sites, districts, bands } = draft.locks;
  const isAnyHeld = pairs.size + sites.size + districts.size + bands.size > 0;
  const hold = holdsIn(draft);
  const held = siteHolds(draft);
  const mayBeMade = (moved: Uint32Array, site: number): boolean => {
    if (held[site] !== undefined) return false;
    const taught = site === NO_SITE ? all : (teaching[site] ?? NO_BANDS);
    if (!isAscending(moved)) return false;
    if (taught !== all)
      for (let i = 0; i < moved.length; i++)
        if (!hasBand(taught, grades.bands[moved[i] % grades.bandCount].band)) return false;
    return !isAnyHeld || moved.every((pair) => hold(pair) === undefined);
  };
  return strokes.every(({ changes }) =>
    changes.every((change) => change.kind === "assign" && mayBeMade(change.pairs, change.to[0])),
  );
}

/** Whether they are in order, each once. */
function isAscending(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i] <= numbers[i - 1]) return false;
  return true;
}

function inWords({ code, values }: Refusal): Text {
  const { message } = EDIT_ISSUES[code];
  return filledText(message, values);
}
