import type { LinkFault } from "./app-state.ts";
import { isMeasureKey } from "../../src/index.ts";
import { fileId, isOfRoom, joinedId, listNumber, ownId, textOfRef } from "./plan-ref.ts";
import { joinsOfText } from "./joined.ts";
import type { CaseView } from "../worker/messages.ts";
import type { Choice } from "./choice.ts";
import { numberedPairs, textOfPairs } from "../worker/pair-edits.ts";
import { caseView, planList } from "./selectors.ts";
import type { AppState } from "./app-state.ts";

interface LinkCorrection {
  readonly faults: readonly LinkFault[];
  /** What the choice is to be instead. */
  readonly change: Partial<Choice>;
}

/** All that is about one case: it says nothing of another. */
export const OF_ONE_CASE = {
  plan: undefined,
  against: undefined,
  districts: undefined,
  search: "",
  touching: [],
  costs: [],
  start: undefined,
  doing: "find",
  tray: [],
} as const satisfies Partial<Choice>;

const LENGTH = 8;
/** Enough of a case's hash to tell it from another in a link. */
const dataName = (hash: string): string => hash.slice(0, LENGTH);

/**
 * What in the choice is not there in the open case or its list; undefined where all is. Nothing is said about what is not
 * known yet: plan numbers wait for their list.
 */
export function linkCorrection(state: AppState): LinkCorrection | undefined {
  return ofMeasures(state.choice) ?? ofCase(state) ?? ofList(state);
}

function ofMeasures(choice: Choice): LinkCorrection | undefined {
  const wrong = (["sort", "across", "upward"] as const).filter((part) => {
    const key = choice[part];
    return key !== undefined && !isMeasureKey(key);
  });
  if (wrong.length === 0) return undefined;
  return {
    faults: wrong.map((part) => ({ kind: "unreadable", part: ADDRESS_NAMES[part], value: choice[part] ?? "" })),
    change: Object.fromEntries(wrong.map((part) => [part, undefined])),
  };
}

const ADDRESS_NAMES = { sort: "sort", across: "x", upward: "y" } as const;

function ofCase(state: AppState): LinkCorrection | undefined {
  const view = caseView(state);
  if (!view) return undefined;
  const { choice } = state;
  const data = dataName(view.dataHash);
  if (choice.data === undefined) return { faults: [], change: { data } };
  if (choice.data !== data) return { faults: [{ kind: "data" }], change: { ...OF_ONE_CASE, data } };
  const most = view.districts.length;
  if (choice.districts !== undefined && choice.districts > most)
    return {
      faults: [{ kind: "districts", asked: choice.districts, most }],
      change: { districts: undefined, ...withoutListed(choice) },
    };
  const { touching } = choice;
  if (numberedPairs(touching, view.districts).length < touching.length)
    return {
      faults: [{ kind: "unreadable", part: "touch", value: textOfPairs(touching) }],
      change: { touching: [], ...withoutListed(choice) },
    };
  // Only an own proposal can be drawn on.
  if (choice.doing === "draw" && ownId(choice.plan) === undefined) return { faults: [], change: { doing: "find" } };
  for (const part of PLANS) {
    const own = ownId(choice[part]);
    if (own !== undefined && state.proposals && !state.proposals.has(own))
      return { faults: isOfRoom(own) ? [] : [{ kind: "own", id: own }], change: { [part]: undefined, doing: "find" } };
    const id = fileId(choice[part]);
    if (id !== undefined && !view.plans.some((plan) => plan.id === id))
      return { faults: [{ kind: "file", id }], change: { [part]: undefined } };
  }
  return ofTray(state, view);
}

/** A pinned plan that there is not is taken out; one of a room that was left goes without a word. */
function ofTray({ choice: { tray }, proposals }: AppState, { districts, plans }: CaseView): LinkCorrection | undefined {
  for (const ref of tray) {
    const [own, file, joined] = [ownId(ref), fileId(ref), joinedId(ref)];
    const change = { tray: tray.filter((other) => other !== ref) };
    if (own !== undefined && proposals && !proposals.has(own))
      return { faults: isOfRoom(own) ? [] : [{ kind: "own", id: own }], change };
    if (file !== undefined && !plans.some(({ id }) => id === file))
      return { faults: [{ kind: "file", id: file }], change };
    if (joined !== undefined && !joinsOfText(joined, districts.length))
      return { faults: [{ kind: "unreadable", part: "tray", value: textOfRef(ref) }], change };
  }
  return undefined;
}

const PLANS = ["plan", "against"] as const;

/** Plan numbers belong to a number of districts. */
const withoutListed = (choice: Choice): Partial<Choice> =>
  Object.fromEntries(PLANS.filter((part) => listNumber(choice[part]) !== undefined).map((part) => [part, undefined]));

function ofList(state: AppState): LinkCorrection | undefined {
  const list = planList(state);
  if (!list) return undefined;
  for (const part of PLANS) {
    const number = listNumber(state.choice[part]);
    if (number !== undefined && number >= list.count)
      return { faults: [{ kind: "plan", number, count: list.count }], change: { [part]: undefined } };
  }
  return undefined;
}
