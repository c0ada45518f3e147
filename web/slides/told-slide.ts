import type { KnownPlan, RoomView } from "../../src/protocol/room-acts.ts";
import { ownId, type PlanRef } from "../state/plan-ref.ts";
import type { PagePlan } from "../state/plans.ts";
import type { RoomState } from "../state/room.ts";
import { pinnedName } from "../state/tray.ts";
import { slideWithout } from "./slide-name.ts";

type ShownSlides = NonNullable<NonNullable<RoomView["shows"]>["slides"]>;

/** A slide as it is told in a room, with those of its plans that every page there has: what is drawn on this machine alone stays there. */
export function toldSlide(
  room: RoomState,
  slide: string,
  plans: readonly Pick<PagePlan, "ref" | "place">[],
): ShownSlides {
  const known = plans.map((plan) => knownTo(room, pinnedName(plan)));
  const at = slideWithout(
    slide,
    known.map((plan) => plan !== undefined),
  );
  return { at, plans: known.filter((plan) => plan !== undefined) };
}

function knownTo({ proposals }: RoomState, ref: PlanRef): KnownPlan | undefined {
  if (ref.from === "file" || ref.from === "joined") return ref;
  const shared = proposals.find(({ id }) => id === ownId(ref));
  return shared && { from: "room", proposal: shared.key };
}
