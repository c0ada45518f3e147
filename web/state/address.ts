import { type BandKey, CONCERNS, type Language, LANGUAGES, type Weights } from "../../src/index.ts";
import { isPinnable, PLAN_PARTS, planPart, refOf, refOfParts, refsOf, textOfRef, textOfRefs } from "./plan-ref.ts";
import { editsOfText, textOfEdits } from "../worker/cost-edits.ts";
import { pairsOfText, textOfPairs } from "../worker/pair-edits.ts";
import type { LinkFault } from "./app-state.ts";
import { type Choice, FIRST_CHOICE, MOST_PINNED, MOST_WEIGHT, POLICIES, RIDE_LIMITS, VIEWS } from "./choice.ts";

/** The language of a browser's list that the page speaks and that stands first; Danish where it speaks none of them. */
export const usualLanguage = (wanted: readonly string[]): Language =>
  wanted.flatMap((tag) => LANGUAGES.find((known) => known === tag.toLowerCase().split("-")[0]) ?? [])[0] ??
  FIRST_CHOICE.language;

/** The language that an address's query asks for, if any. */
export const saidLanguage = (query: string): Language | undefined =>
  oneOf(LANGUAGES, new URLSearchParams(query).get("lang"));

/**
 * The choice that an address's query ("?plan=78&view=side") stands for; what it does not say or says wrongly is as at first.
 * `usual` is spoken where it says nothing of the language.
 */
export function choiceOf(query: string, usual: Language = FIRST_CHOICE.language): Choice {
  const said = new URLSearchParams(query);
  const districts = wholeNumber(said.get("districts"));
  return {
    data: said.get("data") ?? undefined,
    language: saidLanguage(query) ?? usual,
    policy: oneOf(POLICIES, said.get("policy")) ?? FIRST_CHOICE.policy,
    view: oneOf(VIEWS, said.get("view")) ?? FIRST_CHOICE.view,
    band: bandOf(said.get("band")),
    surface: said.has("table") ? "table" : "map",
    show: said.has("unbeaten") ? "unbeaten" : "all",
    search: said.get("join") ?? "",
    districts,
    plan: refOfParts(said),
    sort: said.get("sort") ?? undefined,
    weights: weightsOf(said.get("weights")),
    across: said.get("x") ?? undefined,
    upward: said.get("y") ?? undefined,
    touching: pairsOfText(said.get("touch") ?? ""),
    costs: editsOfText(said.get("costs") ?? ""),
    start: yearOf(said.get("start")),
    buses: rideOf(said.get("buses")),
    years: said.has("years") ? "shown" : "hidden",
    doing: doingOf(said),
    against: refOf(said.get("against")),
    tray: refsOf(said.get("tray") ?? "")
      .filter(isPinnable)
      .slice(0, MOST_PINNED),
  };
}

/** What of the things to do an address says; where it says several, the first. */
const SAID_DOINGS = ["ask", "compare", "here", "draw"] as const satisfies readonly Choice["doing"][];

/** One draws on a proposal of one's own only. */
const doingOf = (said: URLSearchParams): Choice["doing"] =>
  SAID_DOINGS.find((doing) => said.has(doing) && (doing !== "draw" || said.has("own"))) ?? "find";

/** The query that stands for a choice, "" for the first one. Parameters that are not the choice's are kept. */
export function queryOf(choice: Choice, before = "", usual: Language = FIRST_CHOICE.language): string {
  const said = new URLSearchParams(before);
  const say = (name: string, value: string | undefined) =>
    value === undefined ? said.delete(name) : said.set(name, value);
  say("districts", choice.districts?.toString());
  say("policy", unless(FIRST_CHOICE.policy, choice.policy));
  const [named, value] = choice.plan ? planPart(choice.plan) : [];
  for (const part of PLAN_PARTS) say(part, part === named ? value : undefined);
  say("view", unless(FIRST_CHOICE.view, choice.view));
  say("band", choice.band);
  say("table", choice.surface === "table" ? "1" : undefined);
  say("sort", choice.sort);
  say("weights", choice.weights?.join("."));
  say("unbeaten", choice.show === "unbeaten" ? "1" : undefined);
  say("join", unless("", choice.search));
  say("x", choice.across);
  say("y", choice.upward);
  say("touch", unless("", textOfPairs(choice.touching)));
  say("costs", unless("", textOfEdits(choice.costs)));
  say("start", choice.start?.toString());
  say("buses", choice.buses?.toString());
  say("years", choice.years === "shown" ? "1" : undefined);
  for (const doing of SAID_DOINGS) say(doing, choice.doing === doing ? "1" : undefined);
  say("against", choice.against && textOfRef(choice.against));
  say("tray", unless("", textOfRefs(choice.tray)));
  say("lang", unless(usual, choice.language));
  say("data", isOfOneCase(choice) ? choice.data : undefined);
  const query = said.toString();
  return query === "" ? "" : `?${query}`;
}

/** Whether a part of the choice means something in its own case only. */
const isOfOneCase = ({ plan, against, districts, search, costs, touching, tray }: Choice): boolean =>
  [plan, against, districts].some((part) => part !== undefined) ||
  search !== "" ||
  costs.length > 0 ||
  touching.length > 0 ||
  tray.length > 0;

/** Parts of a query that are the choice's and do not say anything it can be; an address without them says the same. */
export function unreadable(query: string): readonly LinkFault[] {
  const said = new URLSearchParams(query);
  const understood = new URLSearchParams(queryOf(choiceOf(query)));
  return NAMES.flatMap((part) => {
    const value = said.get(part);
    const isRead = value === null || value === "" || understood.get(part) === value || value === USUAL[part];
    return isRead || (part === "plan" && said.has("file")) ? [] : [{ kind: "unreadable", part, value }];
  });
}

/** The parts that can be said wrongly; the others are taken as they are, or are there or not. */
const NAMES = [
  "districts",
  "policy",
  "plan",
  "view",
  "band",
  "touch",
  "costs",
  "start",
  "buses",
  "against",
  "tray",
  "weights",
  "lang",
] as const;
const USUAL: Readonly<Partial<Record<(typeof NAMES)[number], string>>> = {
  policy: FIRST_CHOICE.policy,
  view: FIRST_CHOICE.view,
  lang: FIRST_CHOICE.language,
};

const unless = (usual: string, value: string): string | undefined => (value === usual ? undefined : value);

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

function rideOf(text: string | null): number | undefined {
  const minutes = wholeNumber(text);
  return minutes !== undefined && minutes >= RIDE_LIMITS.least && minutes <= RIDE_LIMITS.most ? minutes : undefined;
}

/** "3.0.2.1.1.0": what each concern counts, in their order. */
function weightsOf(text: string | null): Weights | undefined {
  const weights = text?.split(".").map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : NaN));
  const isWhole = weights?.length === CONCERNS.length && weights.every((weight) => weight <= MOST_WEIGHT);
  return isWhole && weights.join(".") === text ? weights : undefined;
}

/** Which bands there are is the case's, which is not open yet. */
const bandOf = (text: string | null): BandKey | undefined =>
  text !== null && /^[\p{L}\d]{1,4}(-[\p{L}\d]{1,4})?$/u.test(text) ? text : undefined;

const yearOf = (text: string | null): number | undefined =>
  text !== null && /^20\d\d$/.test(text) ? Number(text) : undefined;

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text);
