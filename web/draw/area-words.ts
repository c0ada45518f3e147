import { type Draft, listText, NO_SITE, siteName, sum, type Text } from "../../src/index.ts";
import type { Drawing } from "../state/drawing.ts";
import { nearestPlace } from "../state/places.ts";
import type { CaseView, MapScenery } from "../worker/messages.ts";
import { noteText } from "../i18n/notes.ts";
import { pupilsWord } from "./strokes.ts";

interface AreaGround {
  readonly view: Pick<CaseView, "units">;
  readonly scenery: MapScenery;
  readonly draft: Draft;
}

/** Where one area is, its schools now and how many pupils it has in the chosen grades, for those who cannot see it; then what else is to be said. */
export function withArea({ view, scenery, draft }: AreaGround, { bands }: Drawing, unit: number, rest: Text): Text {
  const { lon, lat, id, unitBand } = view.units;
  const pairs = bands.map((band) => unit * draft.municipality.grades.bandCount + band);
  const sites = new Set(pairs.map((pair) => draft.plan.assignment[pair]).filter((site) => site !== NO_SITE));
  return noteText(sites.size === 0 ? "area.without" : "area.here", {
    place: nearestPlace(scenery, lon[unit], lat[unit]) ?? id[unit],
    schools: listText([...sites].map((site) => ({ da: siteName(draft, site), en: siteName(draft, site) }))),
    pupils: pupilsWord(sum(pairs.map((pair) => unitBand[pair]))),
    rest,
  });
}
