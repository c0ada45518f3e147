import { NO_BANDS } from "../domain/grades.ts";
import { inList } from "../domain/in-list.ts";
import type { Checked } from "../domain/issue.ts";
import type { Text } from "../domain/language.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Change } from "./change.ts";
import { normalForm } from "./compose.ts";
import { type Draft, siteState, startDraft } from "./draft.ts";
import { countJoins, type JoinedPlan, type Joins, joinsNumber, joinsOf, joinsOfNumber } from "./joins.ts";
import { applyChanges } from "./log.ts";
import type { ProposalContext } from "./proposal-file.ts";
import { openProposalBook } from "./proposal-issues.ts";
import { isSameState, samePlaces } from "./same.ts";
import { decodeSigns, encodeSigns, readSigns, spoken } from "./signs.ts";
import { SHORT_CODE_TEXT } from "./short-code-text.ts";

/** Longest code, hyphens included: what a person reads aloud and another writes down. */
export const LONGEST_CODE = 60;

/** What happens to a school: it closes or not, and belongs to one of the start's districts by number, or to none. */
export interface Move {
  readonly site: number;
  readonly closes: boolean;
  readonly district: number | undefined;
}

/** What a code stands for: a plan of the case's files, or one of a list that is yet to be made, and what happens to its schools. */
export interface CodedProposal {
  readonly start: Plan | Joins;
  readonly moves: readonly Move[];
}

type CodeContext = Omit<ProposalContext, "municipality"> & {
  /** The plan of a list that the draft may start from: the one that {@link listedStart} names. */
  readonly joined?: JoinedPlan;
};

/** What the plan of a list that a draft starts from joins, for a code to name it by; undefined where the case has its start as a file, or no list can. */
export function listedStart({ start }: Pick<Draft, "start">, plans: readonly Plan[]): Joins | undefined {
  return plans.some((plan) => samePlaces(start, plan)) ? undefined : joinsOf(start, plans[0]);
}

/**
 * A short code for a draft that moves schools between the districts of one of the case's plans, or of a list's, and closes schools: which
 * data, which plan, which schools to where, and three signs that show when it was misread. No issue of severity "error" and there is a
 * code; it does not hold who goes where instead of the closed schools, nor titles and locks.
 */
export function shortCode(draft: Draft, { plans, dataHash, joined }: CodeContext): Checked<string> {
  const book = openProposalBook();
  const spot = { file: "" };
  const named = startIn(draft.start, plans, joined);
  if (!named) book.report("short-code.start", spot, {});
  const beyond = beyondMoves(draft);
  if (beyond.length > 0) book.report("short-code.more", spot, { what: listed(beyond) });
  if (book.failed() || !named) return { issues: book.all() };
  const { municipality, start } = draft;
  const moves = movesOf(draft);
  const expected = applyChanges(startDraft(municipality, start), codedChanges(municipality, start, moves));
  if (expected.plan.assignment.some((site, pair) => site !== draft.plan.assignment[pair]))
    book.report("short-code.pupils", spot, {});
  const asNamed = moves.map((move) => ({
    ...move,
    ...(move.district !== undefined && { district: named.places[move.district] }),
  }));
  const payload = encodeMoves(asNamed, municipality.sites.length, start.districts.length);
  const code = spoken(encodeSigns(dataHash, withStart(named.is, payload, plans, municipality.sites.length)));
  if (code.length > LONGEST_CODE)
    book.report("short-code.long", spot, { moves: moves.length, signs: code.length, most: LONGEST_CODE });
  return { ...(!book.failed() && { value: code }), issues: book.all() };
}

/** The code of what was ticked on a sheet that starts from one of the case's plans; schools that are left as they are need not be named. */
export const tickedCode = (start: Plan, ticked: readonly Move[], context: ProposalContext): Checked<string> =>
  shortCode(
    applyChanges(startDraft(context.municipality, start), codedChanges(context.municipality, start, ticked)),
    context,
  );

/** How a code names a start: a plan of the case's files by number, or what one of a list joins; with the place there of each of its districts. */
function startIn(start: Plan, plans: readonly Plan[], joined: JoinedPlan | undefined) {
  // A listed plan that the case has as a file goes by other ids there.
  for (const [number, plan] of plans.entries()) {
    const places = samePlaces(start, plan);
    if (places) return { is: number, places };
  }
  const places = joined && samePlaces(start, joined.plan);
  return places && { is: joined.joins, places };
}

/**
 * The plan it starts from put before what happens to its schools. One of the case's files: its number. One of a list: what it joins,
 * counted from 1, where no school is said to be moved; codes of that kind have been written for nothing else.
 */
function withStart(start: number | Joins, payload: bigint, plans: readonly Plan[], sites: number): bigint {
  const [files, none] = [BigInt(plans.length), BigInt(sites + 1)];
  if (typeof start === "number") return payload * files + BigInt(start);
  const joins = countJoins(plans[0].districts.length);
  return (1n + joinsNumber(start) + payload * joins) * none * files;
}

/** `undefined` for a number that no start and moves have. */
function readStart(coded: bigint, plans: readonly Plan[], sites: number): CodedProposal | undefined {
  const [files, none] = [BigInt(plans.length), BigInt(sites + 1)];
  const [file, payload] = [plans[Number(coded % files)], coded / files];
  if (payload === 0n || payload % none !== 0n) {
    const moves = decodeMoves(payload, sites, file.districts.length);
    return moves && { start: file, moves };
  }
  const today = plans[0].districts.length;
  const joins = countJoins(today);
  const listed = payload / none - 1n;
  const start = joinsOfNumber(listed % joins, today);
  const moves = file === plans[0] ? decodeMoves(listed / joins, sites, start.groups.length) : undefined;
  return moves && { start, moves };
}

/** "a, b and c" in both languages. */
const listed = (parts: readonly Text[]): Text => ({
  da: inList(
    parts.map(({ da }) => da),
    "da",
  ),
  en: inList(
    parts.map(({ en }) => en),
    "en",
  ),
});

/** What a draft has that no code can hold, in both languages. */
function beyondMoves({ municipality, start, plan, newSites, capacity, assumptions }: Draft) {
  const began = startDraft(municipality, start);
  const names = new Map(start.districts.map(({ id, name }) => [id, name]));
  const sites = municipality.sites.map((_, site) => site);
  return [
    newSites.length > 0 ? [SHORT_CODE_TEXT.newSchools] : [],
    assumptions.size > 0 ? [SHORT_CODE_TEXT.ownAssumptions] : [],
    plan.districts.some(({ id, name }) => names.get(id) !== name) ? [SHORT_CODE_TEXT.newDistricts] : [],
    sites.some((site) => plan.teaching[site] !== start.teaching[site] && plan.teaching[site] !== NO_BANDS)
      ? [SHORT_CODE_TEXT.otherGrades]
      : [],
    sites.some((site) => capacity[site].some((places, band) => places !== began.capacity[site][band]))
      ? [SHORT_CODE_TEXT.otherPlaces]
      : [],
    plan.assignment.some((site, pair) => {
      const before = start.assignment[pair];
      return site !== before && (before === NO_SITE || plan.teaching[before] !== NO_BANDS);
    })
      ? [SHORT_CODE_TEXT.areasMoved]
      : [],
  ].flat();
}

function movesOf(draft: Draft): readonly Move[] {
  const { municipality, start } = draft;
  const began = startDraft(municipality, start);
  const numbers = new Map(start.districts.map(({ id }, number) => [id, number]));
  return municipality.sites.flatMap((_, site): readonly Move[] => {
    const [was, is] = [siteState(began, site), siteState(draft, site)];
    if (isSameState(was, is)) return [];
    return [{ site, closes: was.teaches !== is.teaches, district: numbers.get(is.district ?? "") }];
  });
}

/**
 * What a code's moves are of a draft of the plan that it starts from; who went to a closed school goes to none. All moves at once, since
 * schools may change places: a district is gone only where none is left in the end.
 */
export function codedChanges(
  municipality: Draft["municipality"],
  start: Plan,
  moves: readonly Move[],
): readonly Change[] {
  const draft = startDraft(municipality, start);
  const closed = new Set(moves.flatMap(({ site, closes }) => (closes ? [site] : [])));
  const sites = moves.map(({ site, closes, district }): Change => {
    const from = siteState(draft, site);
    const teaches = closes ? NO_BANDS : from.teaches;
    const id = district === undefined ? {} : { district: start.districts[district].id };
    return { kind: "site", site, from, to: { teaches, capacity: from.capacity, ...id } };
  });
  const pairs = Uint32Array.from([...start.assignment.keys()].filter((pair) => closed.has(start.assignment[pair])));
  const districtsAfter = applyChanges(draft, sites).plan.districts;
  const gone = districtsAfter.filter((each, i) => each.sites.length === 0 && start.districts[i].sites.length > 0);
  return normalForm([
    ...sites,
    {
      kind: "assign",
      pairs,
      from: Uint16Array.from(pairs, (pair) => start.assignment[pair]),
      to: new Uint16Array(pairs.length).fill(NO_SITE),
    },
    ...gone.map(({ id, name }): Change => ({ kind: "district", id, from: name })),
  ]);
}

/** How many ways there are to choose `some` of `all`. */
function choices(all: number, some: number): bigint {
  let count = 1n;
  for (let i = 0; i < some; i++) count = (count * BigInt(all - i)) / BigInt(i + 1);
  return count;
}

/** What can happen to one school: open or closed, in one of the districts or in none. */
const fatesWith = (districts: number): bigint => 2n * BigInt(districts + 1);

/** Which schools as one number among all choices of so many, what happens to each, and how many there are. */
function encodeMoves(moves: readonly Move[], sites: number, districts: number): bigint {
  const fates = fatesWith(districts);
  let rank = 0n;
  moves.forEach(({ site }, i) => (rank += choices(site, i + 1)));
  let number = rank;
  for (const { closes, district } of moves) {
    const fate = 2n * BigInt(district ?? districts) + (closes ? 1n : 0n);
    number = number * fates + fate;
  }
  return number * BigInt(sites + 1) + BigInt(moves.length);
}

/** `undefined` for a number that no moves have. */
function decodeMoves(coded: bigint, sites: number, districts: number): readonly Move[] | undefined {
  const count = Number(coded % BigInt(sites + 1));
  let number = coded / BigInt(sites + 1);
  const fates = fatesWith(districts);
  const happening: bigint[] = [];
  for (let i = 0; i < count; i++) {
    happening.unshift(number % fates);
    number /= fates;
  }
  if (number >= choices(sites, count)) return undefined;
  const chosen: number[] = [];
  for (let i = count, site = sites - 1; i > 0; site--) {
    if (choices(site, i) > number) continue;
    chosen.unshift(site);
    number -= choices(site, i--);
  }
  return happening.map((fate, i) => {
    const district = Number(fate / 2n);
    return { site: chosen[i], closes: fate % 2n === 1n, district: district === districts ? undefined : district };
  });
}

/** Reads a code as somebody wrote it down: in small letters or large, with or without hyphens and spaces. */
export function readShortCode(
  code: string,
  { municipality, plans, dataHash }: ProposalContext,
): Checked<CodedProposal> {
  const book = openProposalBook();
  const spot = { file: "" };
  const { signs, strange } = readSigns(code);
  if (strange !== undefined) book.report("short-code.sign", spot, { sign: strange });
  if (book.failed()) return { issues: book.all() };
  const read = decodeSigns(signs, dataHash);
  if (read === "other-data") book.report("short-code.other-data", spot, {});
  const value = typeof read === "string" ? undefined : readStart(read, plans, municipality.sites.length);
  if (!value && read !== "other-data") book.report("short-code.misread", spot, {});
  return { ...(value && { value }), issues: book.all() };
}
