import { inBoth, type Text } from "../../src/index.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import type { Sent } from "../../src/protocol/room.ts";

/** What something that was sent is called by whoever sent it; `undefined` where it has no words of its own. */
export function nameOfSent(sent: Sent): Text | undefined {
  const name = "edit" in sent ? sent.edit.note : nameOfAct(sent.act);
  return typeof name === "string" ? inBoth(() => name) : name;
}

function nameOfAct(act: Act): string | undefined {
  if (act.kind === "comment") return act.text;
  if (act.kind === "vote") return act.title;
  return act.kind === "table" || act.kind === "version" ? act.name : undefined;
}
