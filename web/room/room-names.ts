import {
  catalogue,
  inBoth,
  isMeasureKey,
  type Language,
  measureByKey,
  saidIn,
  type Text,
  titleAt,
} from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";

const NAMELESS: Text = catalogue("web.room-names.nameless", {
  da: "en deltager uden navn",
  en: "somebody without a name",
});

/** What seats, proposals and measures of the room are called in what is written of it. */
export const roomNames = ({ room }: AppState, language: Language) => ({
  seat: (id: string): Text => {
    const name = room?.people.find((person) => person.id === id)?.name ?? "";
    return name === "" ? NAMELESS : inBoth(() => name);
  },
  proposal: (key: string, number: number): string => {
    const title = titleAt(room?.titles ?? [], key, number);
    return title === undefined ? key : saidIn(title, language);
  },
  measure: (key: string): Text => (isMeasureKey(key) ? measureByKey.get(key)?.title : undefined) ?? inBoth(() => key),
});
