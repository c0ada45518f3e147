import type {
  AppState,
  AskedOfDraft,
  DeadEnd,
  Doors,
  CaseState,
  LinkFault,
  ListState,
  LookedAt,
  ShownRoute,
  Tab,
} from "./app-state.ts";
import {
  type AssignmentPolicy,
  type Draft,
  type JoinedDistricts,
  type Position,
  type Stretch,
  unreachable,
} from "../../src/index.ts";
import type { Details, LampAnswer, PlanEffects } from "../worker/messages.ts";
import type { PlanRef } from "./plan-ref.ts";
import { arrange } from "./arrange.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { changed, type Choice } from "./choice.ts";
import { doorsAfter, firstDoors } from "./doors.ts";
import { type Drawing, FIRST_DRAWING } from "./drawing.ts";
import { takesClicks } from "./map-clicks.ts";
import { linkCorrection } from "./link-check.ts";
import { asked, askedIn } from "./asked.ts";
import { chosenProposal } from "./chosen.ts";
import { stepKey } from "./drawn-key.ts";
import { pointingIn } from "./pointing.ts";
import { FIRST_LOOK, type RoomLook } from "./room.ts";
import { pastIn, withPast } from "./past.ts";
import { stretchKey } from "./stretches.ts";
import { withoutOwn } from "./tray.ts";
import { planList, arrangement } from "./selectors.ts";

export type Action =
  | { readonly kind: "choose"; readonly change: Partial<Choice> }
  | { readonly kind: "arrived"; readonly choice: Choice; readonly faults: readonly LinkFault[] }
  | { readonly kind: "faults-read" }
  | { readonly kind: "case"; readonly caseState: CaseState }
  | { readonly kind: "list"; readonly policy: AssignmentPolicy; readonly listState: ListState }
  | { readonly kind: "joined"; readonly key: string; readonly joined: JoinedDistricts }
  | { readonly kind: "awaited"; readonly plans: AppState["awaited"] }
  | { readonly kind: "effects"; readonly key: string; readonly effects: PlanEffects }
  | { readonly kind: "look"; readonly lookedAt: LookedAt | undefined }
  | { readonly kind: "preview"; readonly plan: PlanRef | undefined }
  | { readonly kind: "proposed"; readonly proposed: AppState["proposed"] }
  | { readonly kind: "asked"; readonly draft: Draft; readonly change: Omit<AskedOfDraft, "draft"> }
  | { readonly kind: "lamp"; readonly key: string; readonly answer: LampAnswer }
  | { readonly kind: "dead-end"; readonly key: string; readonly end: DeadEnd }
  | { readonly kind: "offered"; readonly offered: AppState["offered"] }
  | { readonly kind: "bearers"; readonly units: readonly number[] }
  | { readonly kind: "question"; readonly question: AppState["question"] }
  | { readonly kind: "route"; readonly route: ShownRoute | undefined }
  | { readonly kind: "home"; readonly home: AppState["home"] }
  | { readonly kind: "child"; readonly grade: number }
  | { readonly kind: "detail"; readonly details: Details }
  | { readonly kind: "ways"; readonly place: string; readonly metres: Float32Array }
  | { readonly kind: "stretch"; readonly along: readonly Position[]; readonly stretch: Stretch }
  | { readonly kind: "dialog"; readonly dialog: AppState["dialog"] }
  | { readonly kind: "slide"; readonly slide: AppState["slide"] }
  | { readonly kind: "claim"; readonly claim: AppState["claim"] }
  | { readonly kind: "closing"; readonly closing: AppState["closing"] }
  | { readonly kind: "tab"; readonly tab: Tab }
  | { readonly kind: "proposals"; readonly proposals: AppState["proposals"] }
  | { readonly kind: "proposal"; readonly proposal: Proposal }
  | { readonly kind: "room"; readonly room: AppState["room"] }
  | { readonly kind: "coming"; readonly coming: AppState["coming"] }
  | { readonly kind: "notice"; readonly words: AppState["notice"] }
  | { readonly kind: "room-look"; readonly change: Partial<RoomLook> }
  | { readonly kind: "led"; readonly rooms: AppState["ledRooms"] }
  | { readonly kind: "camera"; readonly camera: AppState["camera"] }
  | { readonly kind: "invited"; readonly link: AppState["invited"] }
  | { readonly kind: "back-in-room" }
  | { readonly kind: "without-proposal"; readonly id: string }
  | { readonly kind: "removed"; readonly proposals: readonly Proposal[] }
  | { readonly kind: "on-other-data"; readonly proposals: AppState["onOtherData"] }
  | { readonly kind: "drawing"; readonly change: Partial<Drawing> }
  | { readonly kind: "past"; readonly past: AppState["past"] }
  | { readonly kind: "changes"; readonly change: Partial<AppState["changes"]> }
  | { readonly kind: "outcome"; readonly outcome: AppState["outcome"] }
  | { readonly kind: "aim"; readonly aim: AppState["aim"] }
  | { readonly kind: "hand"; readonly hand: AppState["hand"] }
  | { readonly kind: "doors"; readonly doors: Doors }
  | { readonly kind: "shortcuts"; readonly shortcuts: AppState["shortcuts"] };

/** Effects kept, so that walking back through plans asks nothing again. */
const KEPT_EFFECTS = 60;
/** Answers about drafts kept, for whoever goes back and forth. */
const KEPT_ANSWERS = 60;
/** More than one plan may add, so that no plan's ways push each other out. */
const KEPT_WAYS = 200;

/** A case that nothing is known of yet; what the page was opened to show waits for it. */
const isBegun = (caseState: AppState["caseState"]): boolean => caseState.status === "loading" && !caseState.scenery;

export const startingState = (choice: Choice, linkFaults: readonly LinkFault[] = []): AppState => ({
  choice,
  linkFaults,
  caseState: { status: "loading" },
  lists: { stay: { status: "idle" }, nearest: { status: "idle" } },
  arranged: undefined,
  joined: new Map(),
  awaited: [],
  effects: new Map(),
  lookedAt: undefined,
  preview: undefined,
  proposed: undefined,
  asked: undefined,
  lamps: new Map(),
  mends: new Map(),
  deadEnds: new Map(),
  offered: [],
  bearers: [],
  question: undefined,
  camera: undefined,
  route: undefined,
  home: undefined,
  childGrade: 0,
  details: {},
  newWays: new Map(),
  stretches: new Map(),
  dialog: undefined,
  slide: undefined,
  claim: undefined,
  closing: undefined,
  tab: "plans",
  shortcuts: "on",
  doors: firstDoors(choice),
  proposals: undefined,
  drawing: FIRST_DRAWING,
  past: undefined,
  changes: { against: "start", marks: "hidden" },
  room: undefined,
  coming: undefined,
  notice: undefined,
  roomLook: FIRST_LOOK,
  ledRooms: [],
  invited: undefined,
  removed: [],
  onOtherData: [],
  outcome: undefined,
  aim: undefined,
  hand: "free",
});

/** The state after an action; a choice of what there is not is put right at once, and remembered as the link's fault. */
export function reduce(state: AppState, action: Action): AppState {
  let next = after(state, action);
  if (next === state) return state;
  next = pastIn(state, askedIn(state, pointingIn(state, next)));
  for (let correction = linkCorrection(next); correction; correction = linkCorrection(next)) {
    const { change, faults } = correction;
    next = { ...next, choice: { ...next.choice, ...change } };
    if (faults.length > 0) next = { ...next, linkFaults: [...next.linkFaults, ...faults] };
  }
  const doors = doorsAfter(next);
  if (doors !== next.doors) next = { ...next, doors };
  const isAsBefore = next.choice === state.choice && next.lists === state.lists && next.caseState === state.caseState;
  return isAsBefore ? next : inOrder(next);
}

/** The state with its list in the order that is now wished for. */
function inOrder(state: AppState): AppState {
  const wanted = arrangement(state);
  const list = planList(state);
  if (wanted?.key === state.arranged?.key) return state;
  return { ...state, arranged: wanted && list && arrange(list, wanted) };
}

function after(state: AppState, action: Action): AppState {
  switch (action.kind) {
    case "choose":
      return {
        ...state,
        choice: changed(state.choice, action.change),
        // A card over the map is of what was done until now.
        ...(action.change.doing !== undefined &&
          action.change.doing !== state.choice.doing && { lookedAt: undefined, route: undefined }),
        linkFaults: faultsAfter(state, action.change),
        // What was said of drawing says nothing to those who look for a plan.
        ...(action.change.doing === "find" && state.choice.doing === "draw" && { outcome: undefined }),
      };
    case "arrived":
      return { ...state, choice: action.choice, linkFaults: action.faults };
    case "faults-read":
      return { ...state, linkFaults: [] };
    case "case":
      return isBegun(action.caseState) && !isBegun(state.caseState)
        ? {
            ...startingState(state.choice, state.linkFaults),
            shortcuts: state.shortcuts,
            doors: state.doors,
            coming: state.coming,
          }
        : { ...state, caseState: action.caseState, drawing: inGradesOf(action.caseState, state.drawing) };
    case "list":
      return { ...state, preview: undefined, lists: { ...state.lists, [action.policy]: action.listState } };
    case "joined":
      return { ...state, joined: kept(state.joined, action.key, action.joined, KEPT_EFFECTS) };
    case "awaited":
      return { ...state, awaited: action.plans };
    case "effects":
      return { ...state, effects: kept(state.effects, action.key, action.effects, KEPT_EFFECTS) };
    case "ways":
      return { ...state, newWays: kept(state.newWays, action.place, action.metres, KEPT_WAYS) };
    case "stretch": {
      const { along, stretch } = action;
      return { ...state, stretches: kept(state.stretches, stretchKey(along), stretch, KEPT_WAYS) };
    }
    case "look":
      return look(state, action.lookedAt);
    case "preview":
      return { ...state, preview: action.plan };
    case "proposed":
      return { ...state, proposed: action.proposed };
    case "asked":
      return withMend(asked(state, action.draft, action.change), action.change.mend);
    case "lamp":
      return { ...state, lamps: kept(state.lamps, action.key, action.answer, KEPT_ANSWERS) };
    case "dead-end":
      return { ...state, deadEnds: kept(state.deadEnds, action.key, action.end, KEPT_ANSWERS) };
    case "offered":
      return { ...state, offered: action.offered };
    case "bearers":
      return { ...state, bearers: action.units };
    case "question":
      return { ...state, question: action.question };
    case "route":
      return { ...state, route: action.route };
    case "home":
      return { ...state, home: action.home };
    case "child":
      return { ...state, childGrade: action.grade };
    case "detail":
      return { ...state, details: { ...state.details, ...action.details } };
    case "dialog":
      return { ...state, dialog: action.dialog };
    case "slide":
      return { ...state, slide: action.slide };
    case "claim":
      return { ...state, claim: action.claim };
    case "closing":
      return { ...state, closing: action.closing };
    case "tab":
      return { ...state, tab: action.tab };
    case "proposals":
      return { ...state, proposals: action.proposals };
    case "proposal":
      return {
        ...state,
        proposals: new Map([...(state.proposals ?? []), [action.proposal.id, action.proposal]]),
      };
    case "room":
      return { ...state, room: action.room };
    case "coming":
      return { ...state, coming: action.coming };
    case "notice":
      return { ...state, notice: action.words };
    case "led":
      return { ...state, ledRooms: action.rooms };
    case "room-look":
      return withTool({ ...state, roomLook: { ...state.roomLook, ...action.change } });
    case "camera":
      return { ...state, camera: action.camera };
    case "invited":
      return { ...state, invited: action.link, ...(action.link !== undefined && { dialog: "room" }) };
    case "back-in-room":
      // Whoever asked for the meeting before it was there gets it, and not the links into it, which everybody at a big screen would see.
      return state.dialog === "room"
        ? { ...state, dialog: undefined, choice: { ...state.choice, doing: "meet" } }
        : state;
    case "without-proposal":
      return {
        ...state,
        choice: withoutOwn(state.choice, action.id),
        proposals: new Map([...(state.proposals ?? [])].filter(([id]) => id !== action.id)),
      };
    case "removed":
      return { ...state, removed: action.proposals };
    case "on-other-data":
      return { ...state, onOtherData: action.proposals };
    case "drawing":
      return withTool({ ...state, drawing: { ...state.drawing, ...action.change } });
    case "past":
      return withPast(state, action.past);
    case "changes":
      return { ...state, changes: { ...state.changes, ...action.change } };
    case "outcome":
      return { ...state, outcome: action.outcome };
    case "aim":
      return state.aim === action.aim ? state : { ...state, aim: action.aim };
    case "hand":
      return state.hand === action.hand ? state : { ...state, hand: action.hand };
    case "doors":
      return { ...state, doors: action.doors };
    case "shortcuts":
      return { ...state, shortcuts: action.shortcuts };
    default:
      return unreachable(action);
  }
}

/** An offer is remembered with its answer: undone and redone, a step brings it back as it was left. */
function withMend(state: AppState, mend: AskedOfDraft["mend"]): AppState {
  const proposal = chosenProposal(state);
  if (mend === undefined || mend === "searching" || !proposal || proposal.draft !== state.asked?.draft) return state;
  return { ...state, mends: kept(state.mends, stepKey(proposal), mend, KEPT_ANSWERS) };
}

/** Whoever chooses another plan or question has gone on from the link. */
const faultsAfter = ({ linkFaults }: AppState, change: Partial<Choice>): AppState["linkFaults"] =>
  "plan" in change || "districts" in change || "policy" in change ? [] : linkFaults;

/** With one more, the latest last; the oldest go beyond so many. */
function kept<Value>(
  all: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
  most: number,
): ReadonlyMap<string, Value> {
  const others = [...all].filter(([known]) => known !== key);
  return new Map([...others.slice(-(most - 1)), [key, value]]);
}

/** Whoever takes a tool for the map has looked: the card of a place would lie over what is to be drawn on. */
const withTool = (state: AppState): AppState => (takesClicks(state) ? look(state, undefined) : state);

/** Pointing at another unit does not disturb one that is picked; a route belongs to its unit. */
function look(state: AppState, lookedAt: LookedAt | undefined): AppState {
  const before = state.lookedAt;
  if (before?.how === "picked" && lookedAt?.how === "pointed") return state;
  const same = before?.kind === lookedAt?.kind && before?.number === lookedAt?.number;
  if (same && before?.how === lookedAt?.how) return state;
  return { ...state, lookedAt, route: same ? state.route : undefined };
}

/** One draws in all grades until some are chosen. */
function inGradesOf(caseState: CaseState, drawing: Drawing): Drawing {
  if (caseState.status !== "open" || drawing.bands.length > 0) return drawing;
  return { ...drawing, bands: caseState.view.grades.bands.map(({ band }) => band) };
}
