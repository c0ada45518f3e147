import type { Range } from "../../../src/index.ts";
import { type ReactNode, useId, useState } from "react";
import { BUS_TERMS, cellOf, toldIn } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { RIDE_LIMITS } from "../../state/choice.ts";
import { useDetail } from "../../state/detail.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { PlanBuses } from "../../worker/plan-effects.ts";
import { kroner } from "./money-words.ts";
import { Prices } from "./Prices.tsx";
import { TimetableNote } from "./TimetableNote.tsx";
import { countsOfParts, type PlanFigures } from "../../state/plan-figures.ts";

/** School buses for everyone with a right to transport: asked for by a button, drawn on the map, priced beside travel cards. */
export function Buses({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const longestRide = useSelect(({ choice }) => choice.buses);
  const { answer: buses, is } = useDetail("buses");
  const show = (ride: number | undefined): void => store.dispatch({ kind: "choose", change: { buses: ride } });
  const isShown = longestRide !== undefined;
  return (
    <div className="buses">
      <button
        type="button"
        className="button button-secondary small-button"
        aria-expanded={isShown}
        onClick={() => show(isShown ? undefined : BUS_TERMS.longestRide)}
      >
        {say(isShown ? "buses.hide" : "buses.show")}
      </button>
      {isShown && (
        <div className={`buses-found ${is}`} aria-busy={is !== "current"}>
          <LongestRide key={longestRide} minutes={longestRide} onChange={show} />
          {buses ? <Found buses={buses} figures={figures} /> : <p role="status">{say("buses.waiting")}</p>}
        </div>
      )}
    </div>
  );
}

interface RideProps {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

/** Taken over when Enter is pressed or the field is left. */
function LongestRide({ minutes, onChange }: RideProps): ReactNode {
  const { say } = useVoice();
  const id = useId();
  const [typed, setTyped] = useState(String(minutes));
  const { least, most } = RIDE_LIMITS;
  const isWrong = !/^\d+$/.test(typed) || Number(typed) < least || Number(typed) > most;
  const keep = (): void => {
    if (!isWrong && Number(typed) !== minutes) onChange(Number(typed));
  };
  return (
    <div className="ride">
      <label htmlFor={id}>{say("buses.ride")}</label>
      <input
        id={id}
        className="compact-input"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={keep}
        onKeyDown={({ key }) => key === "Enter" && keep()}
      />
      {isWrong && (
        <p id={`${id}-problem`} className="cost-problem" role="alert">
          {say("buses.ride.problem", { least, most })}
        </p>
      )}
    </div>
  );
}

interface FoundProps {
  readonly buses: PlanBuses;
  readonly figures: PlanFigures;
}

function Found({ buses, figures }: FoundProps): ReactNode {
  const voice = useVoice();
  const { say, number, cell } = voice;
  const { total, today, terms } = buses;
  if (total.rights === 0) return <p>{say("buses.none")}</p>;
  const foundAndFewest = (found: number, fewest: number): string =>
    say(found === fewest ? "buses.fewest" : "buses.atLeast", { found: number(found), fewest: number(fewest) });
  const rows = [
    ["buses.vehicles", (of: typeof total) => number(of.vehicles)],
    ["buses.kilometres", (of: typeof total) => number(of.kilometresPerDay)],
    ["buses.taxi", (of: typeof total) => cell(cellOf(of.byTaxi))],
    ["buses.all", ({ bounds }: typeof total) => foundAndFewest(bounds.found.vehicles, bounds.vehicles)],
    ...((total.shared ?? today.shared)
      ? [
          [
            "buses.several",
            ({ shared }: typeof total) => (shared ? foundAndFewest(shared.vehicles, shared.fewest) : "–"),
          ] as const,
        ]
      : []),
    ["buses.longest", (of: typeof total) => number(of.longest)],
  ] as const;
  const { costs } = figures;
  const { shared } = total;
  return (
    <>
      <table className="figures">
        <caption>{say("buses.title")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{say("measure.name")}</span>
            </th>
            <th scope="col">{say("measure.today")}</th>
            <th scope="col">{say("measure.plan")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, of]) => (
            <tr key={key}>
              <th scope="row">{say(key)}</th>
              <td>{of(today)}</td>
              <td>{of(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say("buses.price", { amount: kroner(voice, total.buses) })}</p>
      <p>{say("buses.cards", { amount: kroner(voice, total.cards) })}</p>
      <p>
        {shared
          ? say("buses.several.text", {
              sites: shared.sites,
              vehicles: shared.vehicles,
              apart: number(shared.apart),
              amount: kroner(voice, lessRange(total.buses, shared.saved)),
              earliest: terms.earliestBeforeBell,
              latest: terms.latestBeforeBell,
            })
          : say("buses.oneSchool")}
      </p>
      <TimetableNote without={say("buses.which")} />
      <Sites found={buses.sites} figures={figures} />
      <details className="money-line">
        <summary>{say("buses.how")}</summary>
        <p>
          {say("buses.how.text", {
            radius: number(terms.stopRadius),
            seats: number(terms.seats),
            speed: number(100 * terms.speedShare),
            stop: terms.stopMinutes,
            days: number(terms.days),
          })}
        </p>
        <p>
          {say("buses.how.bound", {
            vehicles: number(total.bounds.found.vehicles),
            kilometres: number(total.bounds.found.kilometresPerDay),
            fewest: number(total.bounds.vehicles),
            least: number(total.bounds.kilometresPerDay),
          })}
        </p>
        <Prices
          prices={[costs.schoolBus, costs.schoolBusKilometre, costs.schoolBusSpeed, costs.taxi, costs.travelCard]}
        />
      </details>
    </>
  );
}

const lessRange = (range: Range, less: Range): Range => ({
  low: range.low - less.low,
  mid: range.mid - less.mid,
  high: range.high - less.high,
});

interface SitesProps {
  readonly found: PlanBuses["sites"];
  readonly figures: PlanFigures;
}

function Sites({ found, figures }: SitesProps): ReactNode {
  const { say, number, cell } = useVoice();
  const counts = countsOfParts(figures, "transport-right");
  return (
    <details className="money-line">
      <summary>{say("buses.sites")}</summary>
      <table className="figures bus-sites">
        <thead>
          <tr>
            <th scope="col">{say("buses.site")}</th>
            <th scope="col">{say("buses.rights")}</th>
            <th scope="col">{say("buses.vehicles")}</th>
            <th scope="col">{say("buses.least")}</th>
            <th scope="col">{say("buses.km")}</th>
            <th scope="col">{say("buses.cheaper")}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ site, rights, vehicles, bounds, kilometresPerDay, cheaper }) => (
            <tr key={site}>
              <th scope="row">{figures.sites[site].name}</th>
              <td>{cell(toldIn(counts, rights))}</td>
              <td>{number(vehicles)}</td>
              <td>{number(bounds.vehicles)}</td>
              <td>{number(kilometresPerDay)}</td>
              <td>{say(`buses.cheaper.${cheaper}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
