import type { KnownPlan, RoomView } from "../../src/protocol/room-acts.ts";
import type { AppState } from "../state/app-state.ts";
import type { Choice } from "../state/choice.ts";
import { fileId, ownId, type PlanRef } from "../state/plan-ref.ts";
import { gradesHere } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";

type Shows = NonNullable<RoomView["shows"]>;

/** How this page shows the plan in view, as far as another can show it so: a plan of the list is another one there. */
export function showsOf(state: AppState): Shows {
  const { choice, changes, room, dialog, slide } = state;
  const { view, against } = choice;
  const band = gradesHere(state).bands.find(({ key }) => key === choice.band)?.band;
  const shared = room?.proposals.find(({ id }) => id === ownId(against));
  const file = fileId(against);
  const held: Shows["against"] = shared
    ? { from: "room", proposal: shared.key }
    : file === undefined
      ? undefined
      : { from: "file", id: file };
  const slides = dialog === "slides" ? slide?.told : undefined;
  return {
    view,
    marks: changes.marks,
    ...(band !== undefined && { band }),
    ...(held && { against: held }),
    ...(slides && { slides }),
  };
}

/** Whoever goes one's own way while everybody's map follows another's is led no longer, until one wishes to be. */
export function goOwnWay(store: Store): void {
  const { room, roomLook } = store.state();
  const isLed = room && room.meeting.follows !== null && room.meeting.follows !== room.seat;
  if (isLed && roomLook.follows === "along") store.dispatch({ kind: "room-look", change: { follows: "apart" } });
}

/** The plan as this page names it; undefined for one that it does not have yet. */
function namedHere({ room }: AppState, plan: KnownPlan): PlanRef | undefined {
  if (plan.from !== "room") return plan;
  const shared = room?.proposals.find(({ key }) => key === plan.proposal);
  return shared && { from: "own", id: shared.id };
}

/** Turns this page's slides as somebody else turns theirs; none: they are put away, and what was pinned here before is pinned again. */
function slideTurner(store: Store): (slides: Shows["slides"]) => void {
  let before: Pick<Choice, "tray" | "doing"> | undefined;
  return (slides) => {
    const state = store.state();
    if (state.room?.role === "projector") return;
    if (slides) {
      const { tray, doing } = state.choice;
      before ??= { tray, doing };
      const plans = slides.plans.flatMap((plan) => namedHere(state, plan) ?? []);
      store.dispatch({ kind: "choose", change: { tray: plans, doing: "compare" } });
      store.dispatch({ kind: "slide", slide: { at: slides.at } });
      if (state.dialog !== "slides") store.dispatch({ kind: "dialog", dialog: "slides" });
      return;
    }
    if (!before) return;
    if (state.dialog === "slides") store.dispatch({ kind: "dialog", dialog: undefined });
    store.dispatch({ kind: "choose", change: before });
    before = undefined;
  };
}

/** What of a room others have this page show. */
interface SharedView {
  /** Shows a proposal, by the page's id, as somebody else does. */
  readonly show: (id: string, view: RoomView) => void;
  /** The same, where this page goes along. */
  readonly lead: (id: string, view: RoomView) => void;
  /** Goes along again, to where the others are. */
  readonly goAlong: () => void;
  /** From here on whoever looks at another plan goes one's own way; returns what ends it. */
  readonly watch: () => () => void;
}

export function sharedView(store: Store): SharedView {
  let last: { readonly id: string; readonly view: RoomView } | undefined;
  let isBrought = false;
  const turnTo = slideTurner(store);
  const show = (id: string, view: RoomView): void => {
    const { shows, bounds, lon, lat, zoom } = view;
    const against = shows?.against;
    const room = store.state().room?.proposals.find(({ key }) => against?.from === "room" && key === against.proposal);
    const held = room ? { from: "own" as const, id: room.id } : against?.from === "file" ? against : undefined;
    isBrought = true;
    store.dispatch({
      kind: "choose",
      change: {
        plan: { from: "own", id },
        view: shows?.view ?? "plan",
        surface: "map",
        ...(shows && { band: gradesHere(store.state()).bands[shows.band ?? -1]?.key, against: held }),
      },
    });
    if (shows) store.dispatch({ kind: "changes", change: { marks: shows.marks } });
    store.dispatch({ kind: "camera", camera: { lon, lat, zoom, ...(bounds && { bounds }) } });
    turnTo(shows?.slides);
    isBrought = false;
  };
  return {
    show,
    lead: (id, view) => {
      last = { id, view };
      if (store.state().roomLook.follows === "along") show(id, view);
    },
    goAlong: () => {
      store.dispatch({ kind: "room-look", change: { follows: "along" } });
      if (last) show(last.id, last.view);
    },
    watch: () => {
      let { plan } = store.state().choice;
      let follows = store.state().room?.meeting.follows;
      return store.subscribe(() => {
        const { choice, room } = store.state();
        if (room && room.meeting.follows !== follows) {
          ({ follows } = room.meeting);
          // Whoever begins to lead leads everybody.
          store.dispatch({ kind: "room-look", change: { follows: "along" } });
        }
        if (choice.plan === plan) return;
        ({ plan } = choice);
        if (!isBrought) goOwnWay(store);
      });
    },
  };
}
