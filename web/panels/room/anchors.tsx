import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { MAIN_MEASURES, type Position } from "../../../src/index.ts";
import type { Anchor } from "../../../src/protocol/room-acts.ts";
import { compareIn } from "../../i18n/in-order.ts";
import { placeNamed, roomNames } from "../../room/room-names.ts";
import { schoolsInView } from "../../state/chosen.ts";
import { placesOf } from "../../state/places.ts";
import { sceneryOf } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { bringIntoSight } from "../bring-into-sight.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** What something said is about, in words; the proposal as a whole has none. */
export function useAnchorName(): (on: Anchor | undefined) => string | undefined {
  const { language, read } = useMeetingVoice();
  const store = useStore();
  return (on) => on && read(roomNames(store.state(), language).anchor(on));
}

/** What one writes about, but for a place: that stands where the map sees it. */
type Chosen = Exclude<Anchor, { readonly kind: "place" }>;

interface Props {
  readonly value: Chosen | undefined;
  readonly onChange: (on: Chosen | undefined) => void;
}

const PLACE = "place";
const MAP = "map";
const asPlace = ({ lon, lat }: Position): string => `${PLACE} ${lon} ${lat}`;

const written = (on: Chosen | undefined): string =>
  on === undefined ? "" : on.kind === "site" ? `site ${on.site}` : `measure ${on.measure}`;

function chosenIn(value: string): Chosen | undefined {
  const [kind, ...rest] = value.split(" ");
  const name = rest.join(" ");
  return kind === "site" ? { kind, site: name } : kind === "measure" ? { kind, measure: name } : undefined;
}

/** What one writes about: the proposal, one of its schools, a figure, a town, or a place that one shows on the map. */
export function AnchorChoice({ value, onChange }: Props): ReactNode {
  const { language, tell, read } = useMeetingVoice();
  const compare = compareIn(language);
  const store = useStore();
  const field = useRef<HTMLSelectElement>(null);
  const schools = useSelect(schoolsInView);
  const place = useSelect(({ roomLook }) => roomLook.place);
  const scenery = useSelect(sceneryOf);
  const towns = scenery ? placesOf(scenery).toSorted((a, b) => compare(a.name, b.name)) : [];
  const isTown = (at: Position): boolean => towns.some((town) => asPlace(town) === asPlace(at));
  const choose = (chosen: string): void => {
    onChange(chosenIn(chosen));
    const town = towns.find((each) => asPlace(each) === chosen);
    const next = town ? { lon: town.lon, lat: town.lat } : chosen === MAP ? "choosing" : "none";
    store.dispatch({ kind: "room-look", change: { place: next } });
    if (chosen !== MAP) return;
    store.dispatch({ kind: "choose", change: { view: "plan", surface: "map" } });
  };
  useEndOfChoice(field);
  return (
    <>
      <label>
        {tell("meet.talk.on")}
        <select
          ref={field}
          className="form-select"
          value={place === "none" ? written(value) : typeof place === "object" && isTown(place) ? asPlace(place) : MAP}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{tell("meet.talk.on.all")}</option>
          <optgroup label={tell("meet.talk.on.schools")}>
            {schools.map(({ id, name }) => (
              <option key={id} value={`site ${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={tell("meet.talk.on.figures")}>
            {MAIN_MEASURES.map(({ key, title }) => (
              <option key={key} value={`measure ${key}`}>
                {read(title)}
              </option>
            ))}
          </optgroup>
          <optgroup label={tell("meet.talk.on.places")}>
            <option value={MAP}>{tell("meet.talk.on.map")}</option>
            {towns.map((town) => (
              <option key={asPlace(town)} value={asPlace(town)}>
                {town.name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <ChosenPlace place={place} />
    </>
  );
}

/** How a place is chosen on the map, and which one was. */
function ChosenPlace({ place }: { readonly place: Position | "choosing" | "none" }): ReactNode {
  const { say, tell, read } = useMeetingVoice();
  const store = useStore();
  return (
    <p role="status" className="field-help">
      {place === "choosing" && `${tell("meet.talk.on.how")} ${say("newSchool.keys")}`}
      {typeof place === "object" && tell("meet.talk.on.chosen", { what: read(placeNamed(store.state(), place)) })}
    </p>
  );
}

/** Whoever has chosen on the map goes on here, by keys and on a phone; what is written about no more is chosen no more. */
function useEndOfChoice(field: RefObject<HTMLSelectElement | null>): void {
  const store = useStore();
  const isChoosing = useSelect(({ roomLook }) => roomLook.place === "choosing");
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isChoosing) {
      field.current?.focus({ preventScroll: true });
      bringIntoSight(() => field.current?.closest("label"));
    }
    was.current = isChoosing;
  }, [isChoosing, field]);
  useEffect(() => () => store.dispatch({ kind: "room-look", change: { place: "none" } }), [store]);
}

/** Beside what is said of a place: brings it into sight on the map. */
export function ShowPlace({ on }: { readonly on: Anchor | undefined }): ReactNode {
  const { tell } = useMeetingVoice();
  const store = useStore();
  if (on?.kind !== "place") return null;
  const show = (): void => {
    store.dispatch({ kind: "choose", change: { view: "plan", surface: "map" } });
    store.dispatch({ kind: "camera", camera: { lon: on.lon, lat: on.lat, zoom: NEAR } });
  };
  return (
    <button type="button" className="link-button" onClick={show}>
      {tell("meet.talk.on.show")}
    </button>
  );
}

/** Near enough to tell one village from the next. */
const NEAR = 12;
