import type {
  AssignmentPolicy,
  Change,
  Claim,
  Computed,
  Counts,
  Draft,
  JoinedDistricts,
  Lockable,
  Position,
  Stretch,
  Text,
  QuestionFile,
  Said,
} from "../../src/index.ts";
import type {
  Arranged,
  AssumedPlan,
  CaseView,
  DrawnRoute,
  Details,
  LampAnswer,
  MapScenery,
  OpeningStep,
  PlanEffects,
  PlanList,
  PriceView,
  Problem,
  Progress,
  RepairStep,
} from "../worker/messages.ts";
import type { RoomView } from "../../src/protocol/room-acts.ts";
import type { PlanRef } from "./plan-ref.ts";
import type { OnOtherData, Proposal } from "../proposals/proposal.ts";
import type { Choice } from "./choice.ts";
import type { Drawing } from "./drawing.ts";
import type { Fault } from "./fault.ts";
import type { LedRoom, RoomLook, RoomState } from "./room.ts";

export type CaseState =
  | { readonly status: "loading"; readonly scenery?: MapScenery; readonly step?: OpeningStep }
  | { readonly status: "refused"; readonly problems: readonly Problem[] }
  | ({ readonly status: "failed" } & Fault)
  | { readonly status: "open"; readonly scenery: MapScenery; readonly view: CaseView };

/** How far the answer for one policy has come. */
export type ListState =
  | { readonly status: "idle" }
  | { readonly status: "solving"; readonly districts: number; readonly progress?: Progress }
  /** Stopped by the user; asked again only on request. */
  | { readonly status: "stopped"; readonly districts: number }
  | { readonly status: "listed"; readonly districts: number; readonly list: PlanList }
  | { readonly status: "impossible"; readonly districts: number; readonly rules: readonly Text[] }
  | ({ readonly status: "failed"; readonly districts: number } & Fault);

/** A unit or site that is looked at: under the pointer, or picked by click, tap or keyboard until another is. */
export interface LookedAt {
  readonly kind: "unit" | "site";
  readonly number: number;
  readonly how: "pointed" | "picked";
}

export interface ShownRoute {
  readonly unit: number;
  readonly site: number;
  /** Absent while it is asked for; "none" where the roads do not lead there. */
  readonly route?: DrawnRoute | "none";
}

/** The windows over the page. */
export const DIALOGS = [
  "help",
  "costs",
  "replay",
  "who",
  "room",
  "leave",
  "questions",
  "slides",
  "rests",
  "import",
] as const;

/** A place asked about, and the way from there that the map shows. */
export interface Home extends Position {
  /** As it was found; "" where it was clicked. */
  readonly name: string;
  readonly how: "found" | "clicked";
  /** The house number that was written and that is not known there. */
  readonly unknownHouse?: string;
  readonly way?: readonly Position[];
}

export interface AppState {
  readonly choice: Choice;
  /** What the link asked for that there is not, until it is read. */
  readonly linkFaults: readonly LinkFault[];
  readonly caseState: CaseState;
  readonly lists: Readonly<Record<AssignmentPolicy, ListState>>;
  /** The list in the order and as far as is wished; its key says of what. */
  readonly arranged: Arranged | undefined;
  /** Plans named by what they join that no list in view has, as far as they are there, by key. */
  readonly joined: ReadonlyMap<string, JoinedDistricts>;
  /** Plans that somebody waits for though no address names them. */
  readonly awaited: readonly PlanRef[];
  /** Effects of the plans looked at last, by key. */
  readonly effects: ReadonlyMap<string, PlanEffects>;
  readonly lookedAt: LookedAt | undefined;
  /** The place that somebody asks about; it is kept nowhere else, and no address or room tells it. */
  readonly home: Home | undefined;
  /** The grade of the child that is asked about there; it stays while the page takes another form. */
  readonly childGrade: number;
  /** A plan that the pointer rests on in the list: the map shows it meanwhile, all else stays with the chosen one. */
  readonly preview: PlanRef | undefined;
  /** A plan that the computer proposes: the map shows it until it is taken or left, all else stays with the chosen one. */
  readonly proposed: ProposedPlan | undefined;
  /** What was asked of the draft in view; undefined while nothing was. */
  readonly asked: AskedOfDraft | undefined;
  /** Whether drafts can be finished as they are locked, as far as it was found, by their key; the latest last. */
  readonly lamps: ReadonlyMap<string, LampAnswer>;
  /** What was offered to mend a step, and what was answered, by step and draft; the latest last. */
  readonly mends: ReadonlyMap<string, Mending | "left">;
  /** What was shown to have no way out, by all that hangs on it; the latest last. */
  readonly deadEnds: ReadonlyMap<string, DeadEnd>;
  /** Plans that are measured though none of them is in view: what the computer offers, and what it would take the place of. */
  readonly offered: readonly OfferedPlan[];
  /** Units marked on the map as having farther to school for what is priced; none where nothing is. */
  readonly bearers: readonly number[];
  /** A question of a file that was opened, until the form has it. */
  readonly question: QuestionFile | undefined;
  /** Where the map is asked to look, until it is asked to look elsewhere. */
  readonly camera: Camera | undefined;
  readonly route: ShownRoute | undefined;
  readonly details: Details;
  /** Metres from each unit to the new schools looked at last, `[unit]`, by their place. */
  readonly newWays: ReadonlyMap<string, Float32Array>;
  /** The roads of the dangerous stretches looked at last, by their places. */
  readonly stretches: ReadonlyMap<string, Stretch>;
  readonly dialog: (typeof DIALOGS)[number] | undefined;
  /** The slide that a meeting is shown, by its name, and in a room as others there are told of it; undefined where none was turned to. */
  readonly slide:
    | { readonly at: string; readonly told?: NonNullable<RoomView["shows"]>["slides"] | undefined }
    | undefined;
  /** The figure that somebody tries another in place of, in the window of what a plan's money rests on; undefined while nobody does. */
  readonly claim: Claim | undefined;
  /** The school that is asked about what closing it would do, and in which plan; undefined while nobody asks. */
  readonly closing: { readonly plan: OfferedPlan; readonly site: number; readonly counts: Counts } | undefined;
  /** What the sheet shows where there is no room for all. */
  readonly tab: Tab;
  readonly shortcuts: "on" | "off";
  /** What a first visitor is offered above the list. */
  readonly doors: Doors;
  /** The plans drawn here, by id; undefined until those that were kept are read. */
  readonly proposals: ReadonlyMap<string, Proposal> | undefined;
  readonly drawing: Drawing;
  /** The moment that somebody looks back at in the proposal in view: map and figures show it, and nothing is drawn. */
  readonly past: Past | undefined;
  readonly changes: ChangesShown;
  /** Undefined while one draws alone. */
  readonly room: RoomState | undefined;
  /** What the page was opened to show, until it is shown or cannot be. */
  readonly coming: Coming | undefined;
  /** That it is on its way, or that one is no longer in it; until it is read. */
  readonly notice: Text | undefined;
  readonly roomLook: RoomLook;
  /** The latest first. */
  readonly ledRooms: readonly LedRoom[];
  /** The link into a room that the page was opened with, until it is gone in by or left. */
  readonly invited: string | undefined;
  /** Proposals that were deleted and can be brought back, the last of them last. */
  readonly removed: readonly Proposal[];
  /** Proposals drawn here before the case's data were what they are. */
  readonly onOtherData: readonly OnOtherData[];
  /** What the last edit did, or why it could not be made. */
  readonly outcome: Outcome | undefined;
  /** What the tool would do where it is, or has come to so far. */
  readonly aim: Aim | undefined;
  /** Whether a stroke has been begun and not ended. */
  readonly hand: "free" | "drawing";
}

/** What a link, or what this tab was before it was loaded anew, leads to; a hall's screen shows nothing else until then. `title`: once it is read of the link. */
export type Coming = { readonly is: "screen" | "room" } | { readonly is: "proposal"; readonly title?: Said };

/** A proposal as somebody looks back at it; the proposal itself goes on meanwhile. */
export interface Past {
  /** As it was, with a step on the way to where it stands, or the start, as its head. */
  readonly proposal: Proposal;
  /** Whether the next step may follow at once: what takes a while to work out waits until the hand rests. */
  readonly hand: "moving" | "resting";
}

/** The middle of the map, and how near it is. */
interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  /** West, south, east and north of what is at least to be in sight, in place of how near it is. */
  readonly bounds?: readonly [west: number, south: number, east: number, north: number];
}

/** What was asked of a draft as it stands: gone once it is drawn upon or another plan is looked at, and not by where on the page it is shown. */
export interface AskedOfDraft {
  readonly draft: Draft;
  /** The plan finished around what is locked. */
  readonly finish?: "searching" | Finishing | undefined;
  /** What mends the last step. */
  readonly mend?: "searching" | Mending | "left" | undefined;
  /** What one wish costs: which, and what was found. */
  readonly price?: { readonly key: string; readonly view?: PriceView } | undefined;
}

export type FoundPlan = Extract<RepairStep, { readonly status: "answer" }>;

/** What the computer offers: what a press takes, which changes by a press alone, and what was found since. */
export interface Offered {
  readonly step: FoundPlan;
  /** Better than what is offered; or why there is nothing better. */
  readonly since?: FoundPlan | Impossible;
}

type Impossible = Extract<RepairStep, { readonly status: "impossible" }>;

export type Finishing = ({ readonly status: "answer" } & Offered) | Exclude<RepairStep, FoundPlan>;

/** That rules collide, or that all was looked through and nothing found. */
export type DeadEnd = Impossible | FoundPlan;

export interface Mending extends Offered {
  /** What it leaves as it is. */
  readonly kept: "drawn" | "locked" | "nothing";
  readonly what: "cut" | "districts";
}

interface OfferedPlan extends AssumedPlan {
  /** Names it among all plans that are measured. */
  readonly key: string;
}

export interface ProposedPlan {
  readonly plan: AssumedPlan;
  /** The plan that it would take the place of. */
  readonly instead: AssumedPlan & { readonly ref: PlanRef };
  /** Areas that would go to another school in any grade, ascending. */
  readonly units: readonly number[];
}

interface Aim {
  readonly text: Text;
  /** What else the stroke does so far, each to be seen at a glance. */
  readonly lines?: readonly AimLine[];
  /** What the hand moves by: what the keys come to is read aloud, a pointer's way is not. */
  readonly by: "pointer" | "key";
}

/** Schools that get too full; a part that is cut off, or none; what becomes of districts' sizes; what a lock holds back. */
export interface AimLine {
  readonly kind: "full" | "apart" | "whole" | "balance" | "held";
  readonly text: Text;
}

/** How it is told what a proposal changes. */
interface ChangesShown {
  /** "start", or the id of one of the case's plans. */
  readonly against: string;
  /** Whether the map marks where the changes are. */
  readonly marks: "shown" | "hidden";
}

export interface Outcome {
  readonly kind: "done" | "refused";
  readonly lines: readonly Text[];
  readonly held?: HeldBack;
  readonly offer?: OfferedStep;
}

/** A step that the proposal looked at does not stand at, and can go to. */
export interface OfferedStep {
  readonly is: "opened" | "where it stood" | "made in another window";
  /** None: the start. */
  readonly step: string | undefined;
}

/** What locks kept from being done, and what does it all the same. */
export interface HeldBack {
  /** What is unlocked for it. */
  readonly locks: readonly Lockable[];
  readonly step: WantedStep;
  /** Where it is done not in the proposal looked at but in a copy of it, which is made then. */
  readonly of?: "copy";
}

/** A step of a proposal, as somebody wants it. */
export interface WantedStep {
  readonly changes: readonly Change[];
  /** What it does; none where it only unlocks. */
  readonly note?: Text;
  readonly asked?: Computed;
  /** What it does, once all whom it leaves without a school have got one. */
  readonly moved?: Text;
  /** Whom it leaves without a school gets one in the same step: it is passed on to others once they have. */
  readonly goes?: "once completed";
}

/** On a first visit: "open" before anything is done, "place" once somebody wants to know of one place and has not picked it yet. */
export type Doors = "open" | "place" | "closed";

export const TABS = ["plans", "effects", "table"] as const;

export type Tab = (typeof TABS)[number];

/** What a link asks for that there is not, so that the page can say so instead of quietly showing something else. */
export type LinkFault =
  | { readonly kind: "unreadable"; readonly part: string; readonly value: string }
  /** Its plan numbers and corrections belong to other files than those that are open. */
  | { readonly kind: "data" }
  | { readonly kind: "districts"; readonly asked: number; readonly most: number }
  | { readonly kind: "file"; readonly id: string }
  | { readonly kind: "own"; readonly id: string }
  | { readonly kind: "plan"; readonly number: number; readonly count: number };
