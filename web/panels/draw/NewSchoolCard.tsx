import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type BandSet, freeName, hasBand, siteName, gradesInWords, allBands } from "../../../src/index.ts";
import { useNewSchool } from "../../draw/use-new-school.ts";
import { usePlacing } from "../../draw/use-placing.ts";
import { useVoice } from "../../i18n/say.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { chosenProposal } from "../../state/chosen.ts";
import type { Placed } from "../../state/drawing.ts";
import { nearestPlace } from "../../state/places.ts";
import { caseView, sceneryOf, gradesHere } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useBeside } from "../use-beside.ts";
import { placesOf } from "./grades.ts";
import { PlacesField } from "./PlacesField.tsx";
import { goesToRefused } from "../refused-blank.ts";

interface Props {
  readonly map: DistrictMap | undefined;
  readonly at: Placed;
}

/** Beside the place chosen for a new school: what it is called, which grades it has, how many it has room for. */
export function NewSchoolCard({ map, at }: Props): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const { lon, lat } = at;
  const hold = useBeside(
    map,
    view,
    useMemo(() => ({ kind: "mark" as const, at: { lon, lat } }), [lon, lat]),
  );
  return (
    <section ref={hold} className="place-card picked new-school" aria-label={say("newSchool.title")}>
      <h2>{say("newSchool.title")}</h2>
      <Asked at={at} />
    </section>
  );
}

/** A blank that is left says what is wrong with it, which would move the button away from under the press. */
const keepInPlace = (event: { readonly preventDefault: () => void }): void => event.preventDefault();

function Asked({ at }: Pick<Props, "at">): ReactNode {
  const grades = useSelect(gradesHere);
  const { say } = useVoice();
  const store = useStore();
  const { create } = useNewSchool();
  const { cancel } = usePlacing();
  const wished = useWishedName(at);
  const [typed, setTyped] = useState<string>();
  const [teaches, setTeaches] = useState(allBands(grades));
  const [places, setPlaces] = useState<readonly string[]>(grades.bands.map(() => ""));
  const [tried, setTried] = useState<readonly boolean[]>(grades.bands.map(() => false));
  const [refusals, setRefusals] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  // The keys go on where something is to be mended.
  useEffect(() => {
    if (refusals > 0) goesToRefused(form.current);
  }, [refusals]);
  const submit = (): void => {
    const name = (typed ?? "").trim() || wished;
    const found = grades.bands.map(({ band }) => placesOf(hasBand(teaches, band) ? places[band] : ""));
    setTried(found.map(() => true));
    if (found.some(({ kind }) => kind === "problem")) return setRefusals(refusals + 1);
    const capacity = found.map((each) => (each.kind === "number" ? each.value : undefined));
    store.dispatch({ kind: "drawing", change: { placing: undefined } });
    create({ name, lon: at.lon, lat: at.lat, teaches, capacity }, at.unit);
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="new-school-name">{say("newSchool.name")}</label>
      <input
        ref={field}
        id="new-school-name"
        className="form-input"
        value={typed ?? wished}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
      <GradeRows
        teaches={teaches}
        places={places}
        onTeaches={setTeaches}
        tried={tried}
        onPlaces={(band, text) => setPlaces(places.with(band, text))}
        onLeave={(band) => setTried(tried.with(band, true))}
      />
      <div className="new-school-buttons">
        <button type="submit" className="button button-primary small-button" onMouseDown={keepInPlace}>
          {say("newSchool.create")}
        </button>
        <button
          type="button"
          className="button button-secondary small-button"
          onMouseDown={keepInPlace}
          onClick={cancel}
        >
          {say("newSchool.cancel")}
        </button>
      </div>
    </form>
  );
}

/** "Ny skole ved Tuse", and a number behind where there is one of that name. */
function useWishedName({ lon, lat }: Placed): string {
  const { say } = useVoice();
  const scenery = useSelect(sceneryOf);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const place = scenery && nearestPlace(scenery, lon, lat);
  const wished = place === undefined ? say("newSchool.title") : say("newSchool.near", { place });
  return freeName(wished, draft ? [...draft.plan.teaching.keys()].map((site) => siteName(draft, site)) : []);
}

interface GradeRowsProps {
  readonly teaches: BandSet;
  /** As typed, `[band]`. */
  readonly places: readonly string[];
  readonly onTeaches: (teaches: BandSet) => void;
  /** Whether it was left or sent off, `[band]`. */
  readonly tried: readonly boolean[];
  readonly onPlaces: (band: number, text: string) => void;
  readonly onLeave: (band: number) => void;
}

/** The grades that the school has, at least some, with its places. */
function GradeRows({ teaches, places, tried, onTeaches, onPlaces, onLeave }: GradeRowsProps): ReactNode {
  const grades = useSelect(gradesHere);
  const { say, read } = useVoice();
  return (
    <fieldset className="draw-grades">
      <legend>{say("newSchool.grades")}</legend>
      {grades.bands.map(({ band, key }) => {
        const isTaught = hasBand(teaches, band);
        return (
          <div key={key} className="draw-grade">
            <span className="check">
              <input
                id={`new-teaches-${key}`}
                type="checkbox"
                className="form-checkbox"
                checked={isTaught}
                disabled={isTaught && teaches === 1 << band}
                onChange={() => onTeaches(teaches ^ (1 << band))}
              />
              <label htmlFor={`new-teaches-${key}`}>{read(gradesInWords(key))}</label>
            </span>
            {isTaught && (
              <PlacesField
                label={say("newSchool.places", { band: read(gradesInWords(key)) })}
                typed={places[band]}
                is={tried[band] ? "tried" : "typing"}
                onType={(text) => onPlaces(band, text)}
                onLeave={() => onLeave(band)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
