import { goTo } from "../bring-into-sight.ts";

/** To what one's own act put into the room, once it is there: it stands further up in the panel than where it was made. */
export const goToNew = (what: "proposal" | "table" | "vote", id: string): void =>
  goTo(() => document.getElementById(`${what}-${id}`));
