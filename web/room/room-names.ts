import {
  catalogue,
  filled,
  inBoth,
  isMeasureKey,
  type Language,
  measureNamed,
  type Position,
  saidIn,
  type Text,
  titleAt,
} from "../../src/index.ts";
import type { Anchor } from "../../src/protocol/room-acts.ts";
import type { AppState } from "../state/app-state.ts";
import { nearestPlace } from "../state/places.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";

const NAMELESS: Text = catalogue("web.room-names.nameless", {
  da: "en deltager uden navn",
  en: "somebody without a name",
});

const PLACES = catalogue("web.room-names.places", {
  somewhere: { da: "et sted på kortet", en: "a place on the map" },
  near: { da: "et sted ved {town}", en: "a place near {town}" },
});

const measure = (key: string): Text => (isMeasureKey(key) ? measureNamed(key)?.title : undefined) ?? inBoth(() => key);

/** What seats, proposals and measures of the room are called in what is written of it. */
export const roomNames = (state: AppState, language: Language) => {
  const { room } = state;
  return {
    seat: (id: string): Text => {
      const name = room?.people.find((person) => person.id === id)?.name ?? "";
      return name === "" ? NAMELESS : inBoth(() => name);
    },
    proposal: (key: string, number: number): string => {
      const title = titleAt(room?.titles ?? [], key, number);
      return title === undefined ? key : saidIn(title, language);
    },
    measure,
    anchor: (on: Anchor): Text => {
      if (on.kind === "measure") return measure(on.measure);
      return on.kind === "site" ? schoolNamed(state, on.site) : placeNamed(state, on);
    },
  };
};

/** A school of the case, or one that does not exist and that one of the room's proposals has. */
function schoolNamed(state: AppState, id: string): Text {
  const drafts = [...(state.proposals?.values() ?? [])].flatMap(({ draft }) => draft.newSites);
  const name = [...(caseView(state)?.sites ?? []), ...drafts].find((site) => site.id === id)?.name ?? id;
  return inBoth(() => name);
}

/** A place by the town or village that is nearest. */
export function placeNamed(state: AppState, { lon, lat }: Position): Text {
  const scenery = sceneryOf(state);
  const town = scenery && nearestPlace(scenery, lon, lat);
  return town === undefined ? PLACES.somewhere : filled(PLACES.near, { town });
}
