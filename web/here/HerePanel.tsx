import "./here.css";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { bringIntoSight } from "../panels/bring-into-sight.ts";
import { useScreenWidth } from "../panels/screen-width.ts";
import { nearestPlace } from "../state/places.ts";
import { caseView, gradesHere, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { AtHome } from "./AtHome.tsx";
import { useHereVoice } from "./here-voice.ts";
import { PlaceField } from "./PlaceField.tsx";
import { type AddressState, type Answered, useAddresses, useAnswer, useKeptHome, usePlansHere } from "./use-here.ts";

/** What happens at a place that somebody names or clicks on: its schools, ways and rights, today and in plans, for a child of a grade. */
export function HerePanel(): ReactNode {
  const { say, tell, read } = useHereVoice();
  const view = useSelect(caseView);
  const addresses = useAddresses();
  const said = typeof addresses === "object" ? addresses.notice : undefined;
  const notice = said === undefined ? undefined : read(said);
  const forget = useKeptHome();
  return (
    <div className="here-panel on-paper">
      <h2>{say("here.label")}</h2>
      <PlaceField />
      <AddressNote addresses={addresses} />
      {view && <Answer notice={notice} onForget={forget} />}
      <p className="field-help">{tell("here.private")}</p>
    </div>
  );
}

/** That addresses are made up, or why there are none. */
function AddressNote({ addresses }: { readonly addresses: AddressState }): ReactNode {
  const { tell, read } = useHereVoice();
  if (addresses === "coming") return null;
  if (addresses === "not-fetched") return <p role="status">{tell("here.addressesFetch")}</p>;
  if (addresses.fault) return <p role="status">{tell("here.addressesFault", { fault: read(addresses.fault) })}</p>;
  if (addresses.count === 0) return <p className="field-help">{tell("here.addressesNone")}</p>;
  return addresses.notice === undefined ? null : <p className="here-notice">{read(addresses.notice)}</p>;
}

interface AnswerProps {
  readonly notice: string | undefined;
  readonly onForget: () => void;
}

function Answer({ notice, onForget }: AnswerProps): ReactNode {
  const { tell } = useHereVoice();
  const scenery = useSelect(sceneryOf);
  const home = useSelect((state) => state.home);
  const plans = usePlansHere();
  const answered = useAnswer(plans);
  const store = useStore();
  const { count } = useSelect(gradesHere);
  // One that was chosen in a case of more grades is no grade of this one.
  const grade = useSelect(({ childGrade }) => Math.min(childGrade, count - 1));
  const heading = useAnswerInSight(typeof answered === "object" ? answered : undefined);
  if (!home || answered === undefined) return null;
  const near = scenery && nearestPlace(scenery, home.lon, home.lat);
  const clicked = near === undefined ? tell("here.clicked") : tell("here.clickedNear", { place: near });
  const name = home.how === "found" ? home.name : clicked;
  return (
    <section className="here-place" aria-live="polite">
      <h3 ref={heading}>{name}</h3>
      {home.unknownHouse !== undefined && (
        <p className="here-notice">{tell("here.unknownHouse", { number: home.unknownHouse, place: name })}</p>
      )}
      <p>
        <button type="button" className="link-button" onClick={onForget}>
          {tell("here.forget")}
        </button>
      </p>
      {answered === "working" && <p role="status">{tell("here.working")}</p>}
      {answered === "broken" && <p role="status">{tell("here.broken")}</p>}
      {typeof answered === "object" &&
        (answered.answer.where === "inside" ? (
          <AtHome
            name={name}
            notice={home.how === "found" ? notice : undefined}
            at={answered.answer.plans}
            paces={answered.answer.paces}
            plans={answered.plans}
            grade={grade}
            onGrade={(chosen) => store.dispatch({ kind: "child", grade: chosen })}
          />
        ) : (
          <p>{tell(`here.${answered.answer.where}`)}</p>
        ))}
    </section>
  );
}

/** Where the panel lies below the map, a new answer is brought up to where it is read. */
function useAnswerInSight(answered: Answered | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const width = useScreenWidth();
  useEffect(() => {
    if (width === "narrow" && answered) bringIntoSight(() => heading.current);
  }, [width, answered]);
  return heading;
}
