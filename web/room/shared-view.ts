import type { RoomView } from "../../src/protocol/room-acts.ts";
import type { AppState } from "../state/app-state.ts";
import { fileId, ownId } from "../state/plan-ref.ts";
import type { Store } from "../state/store.ts";

type Shows = NonNullable<RoomView["shows"]>;

/** How this page shows the plan in view, as far as another can show it so: a plan of the list is another one there. */
export function showsOf({ choice, changes, room }: AppState): Shows {
  const { view, band, against } = choice;
  const shared = room?.proposals.find(({ id }) => id === ownId(against));
  const file = fileId(against);
  const held: Shows["against"] = shared
    ? { from: "room", proposal: shared.key }
    : file === undefined
      ? undefined
      : { from: "file", id: file };
  return { view, marks: changes.marks, ...(band !== undefined && { band }), ...(held && { against: held }) };
}

/** Whoever goes one's own way while everybody's map follows another's is led no longer, until one wishes to be. */
export function goOwnWay(store: Store): void {
  const { room, roomLook } = store.state();
  const isLed = room && room.meeting.follows !== null && room.meeting.follows !== room.seat;
  if (isLed && roomLook.follows === "along") store.dispatch({ kind: "room-look", change: { follows: "apart" } });
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
        ...(shows && { band: shows.band, against: held }),
      },
    });
    if (shows) store.dispatch({ kind: "changes", change: { marks: shows.marks } });
    store.dispatch({ kind: "camera", camera: { lon, lat, zoom, ...(bounds && { bounds }) } });
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
