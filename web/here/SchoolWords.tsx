import { gradesHere } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { ReactNode } from "react";
import { type Band, formatWayBeside, formatWayMore, type PointWay, transportLimit } from "../../src/index.ts";
import { type HereVoice, useHereVoice } from "./here-voice.ts";
import { hasRight, schoolAt, type ToldPlan } from "./told-plans.ts";

interface SchoolProps {
  readonly plan: ToldPlan;
  readonly today: ToldPlan;
  readonly band: Band;
}

/** The school, how far, how long, the right, the dangers, and what is otherwise than today. */
export function SchoolWords({ plan, today, band }: SchoolProps): ReactNode {
  const grades = useSelect(gradesHere);
  const { tell, quantity, number, list, language } = useHereVoice();
  const { site, way } = schoolAt(plan, band);
  if (site === undefined) return null;
  const school = plan.schoolName(site);
  if (!way)
    return (
      <p>
        <strong>{school}</strong>. {tell("here.noWay")}
      </p>
    );
  const minutes = {
    walk: number(Math.max(1, Math.round(way.minutesOnFoot))),
    bicycle: number(Math.max(1, Math.round(way.minutesByBicycle[band]))),
    car: Number.isFinite(way.minutesByCar) ? number(Math.max(1, Math.round(way.minutesByCar))) : "",
  };
  const names = way.dangers.map((danger) => plan.at.dangers[danger]);
  const limit = quantity(transportLimit(grades, band), "metres");
  const far = formatWayBeside(way.metres, transportLimit(grades, band), language);
  const right = !hasRight(way, band) ? "none" : way.metres > transportLimit(grades, band) ? "far" : "danger";
  const isSame = plan !== today && site === schoolAt(today, band).site;
  const first = (
    <p>
      <strong>{school}</strong>, {far}. {plan !== today && <Against plan={plan} today={today} band={band} />}
    </p>
  );
  // What stands above already is not said again.
  if (isSame && hasRight(schoolAt(today, band).way, band) === hasRight(way, band)) return first;
  return (
    <>
      {first}
      <p>
        {tell(minutes.car === "" ? "here.minutesNoCar" : "here.minutes", minutes)}.
        {way.ferry && ` ${ferryText({ tell, quantity, number }, way.ferry)}`}
      </p>
      <p>
        {tell(`here.right.${right}`, { limit })}{" "}
        {plan !== today && <RightAgainst plan={plan} today={today} band={band} />}
      </p>
      {names.length > 0 && <p>{tell("here.dangers", { names: list(names) })}</p>}
      {names.length === 0 && plan.at.dangers.length > 0 && <p>{tell("here.dangersNone")}</p>}
    </>
  );
}

const ferryText = (
  { tell, quantity, number }: Pick<HereVoice, "tell" | "quantity" | "number">,
  { metres, minutes }: NonNullable<PointWay["ferry"]>,
): string => tell("here.ferry", { far: quantity(metres, "metres"), minutes: number(Math.max(1, Math.round(minutes))) });

/** The school is the same, or how much farther or nearer the other is. */
function Against({ plan, today, band }: SchoolProps): ReactNode {
  const { tell, language } = useHereVoice();
  const [then, now] = [schoolAt(plan, band), schoolAt(today, band)];
  if (then.site === now.site) return tell("here.same");
  const more = then.way && now.way ? then.way.metres - now.way.metres : 0;
  if (more === 0) return null;
  return tell(more > 0 ? "here.farther" : "here.nearer", { far: formatWayMore(Math.abs(more), language) });
}

function RightAgainst({ plan, today, band }: SchoolProps): ReactNode {
  const { tell } = useHereVoice();
  const [then, now] = [plan, today].map((each) => hasRight(schoolAt(each, band).way, band));
  return then === now ? null : <strong>{tell(then ? "here.right.won" : "here.right.lost")}</strong>;
}
