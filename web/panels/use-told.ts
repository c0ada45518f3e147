import type { Edit } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { useSelect } from "../state/store.ts";
import { atTime } from "./draw/at-time.ts";

/** When, and in a room by whom; one who has gone without a name is told as such. */
export function useTold(): (what: "drawn" | "changed" | "claimed", edit: Edit) => string {
  const { say, language } = useVoice();
  const people = useSelect((state) => state.room?.people);
  return (what, { by, at }) => {
    const when = atTime(at, language);
    const person = people?.find(({ id }) => id === by);
    if (!person) return say(`whose.${what}`, { at: when });
    return say(`whose.${what}.by`, { at: when, name: person.name === "" ? say("room.nameless") : person.name });
  };
}
