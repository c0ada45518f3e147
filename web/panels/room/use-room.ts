import { saidIn } from "../../../src/index.ts";
import type { Voice } from "../../i18n/say.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { type PlanSite, planSites } from "../../state/plan-sites.ts";
import type { RoomState } from "../../state/room.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";

/** What a seat is called here: its name, or that it has none; one's own is said to be. */
export function seatName({ say }: Voice, { people, seat }: RoomState, id: string): string {
  const name = people.find((person) => person.id === id)?.name ?? "";
  const shown = name === "" ? say("room.nameless") : name;
  return id === seat ? say("room.you", { name: shown }) : shown;
}

/** What a proposal of the room's is called by now; by what the room knows it by. */
export function useTitleOf(): (key: string) => string {
  const { language } = useVoice();
  const proposals = useSelect((state) => state.proposals);
  const shared = useSelect((state) => state.room?.proposals);
  return (key) => {
    const id = shared?.find((each) => each.key === key)?.id;
    const title = id === undefined ? undefined : proposals?.get(id)?.draft.plan.title;
    return title === undefined ? key : saidIn(title, language);
  };
}

/** Schools of the plan in view, those that it adds too. */
export function useSchools(): readonly PlanSite[] {
  const view = useSelect(caseView);
  const document = useSelect(chosenDocument);
  return view ? planSites(view, document) : [];
}
