import { memo, type ReactNode, useMemo } from "react";
import { BANDS, formatBands } from "../../src/index.ts";
import { counted, useVoice } from "../i18n/say.ts";
import { type Picture, planPicture, todaysPicture } from "../map/picture.ts";
import { useDesk } from "../state/desk-context.ts";
import { nearestPlace } from "../state/places.ts";
import { caseView, chosenEffects, chosenPlan, planList, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { assignmentOf, type SiteWay, type UnitWay, unitPupils, unitWays, zoneSite } from "../state/unit-facts.ts";
import type { CaseView } from "../worker/messages.ts";

/** What is to be known of the unit or school looked at: who lives there, where they go today and then, how far. */
export const PlaceCard = memo(function PlaceCard(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const lookedAt = useSelect((state) => state.lookedAt);
  if (!view || !lookedAt) return null;
  return (
    <section className={`place-card ${lookedAt.how}`} aria-live={lookedAt.how === "picked" ? "polite" : "off"}>
      {lookedAt.how === "picked" && (
        <button
          type="button"
          className="close-button"
          aria-label={say("map.close")}
          onClick={() => store.dispatch({ kind: "look", lookedAt: undefined })}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
      {lookedAt.kind === "site" ? (
        <SiteFacts view={view} site={lookedAt.number} />
      ) : (
        <UnitFacts view={view} unit={lookedAt.number} held={lookedAt.how === "picked" ? "held" : "passing"} />
      )}
    </section>
  );
});

interface UnitProps {
  readonly view: CaseView;
  readonly unit: number;
  readonly held: "held" | "passing";
}

function UnitFacts({ view, unit, held }: UnitProps): ReactNode {
  const voice = useVoice();
  const list = useSelect(planList);
  const plan = useSelect(chosenPlan);
  const scenery = useSelect(sceneryOf);
  const assignment = useMemo(() => assignmentOf(view, list, plan), [view, list, plan]);
  const today = useMemo(() => todaysPicture(view), [view]);
  const picture = useMemo(() => (plan && planPicture(view, list, plan)) ?? today, [view, list, plan, today]);
  const ways = unitWays(view, assignment, unit);
  const place = scenery && nearestPlace(scenery, view.units.lon[unit], view.units.lat[unit]);
  const pupils = unitPupils(view, unit);
  return (
    <>
      <h2>{place === undefined ? view.units.id[unit] : voice.say("unit.near", { place })}</h2>
      <p className="place-count">{voice.say("unit.pupils", counted(voice, pupils))}</p>
      <dl className="place-districts">
        <dt>{voice.say("table.districtToday")}</dt>
        <dd>{districtName(today, zoneSite(view.units.site, unit))}</dd>
        <dt>{voice.say("table.districtPlan")}</dt>
        <dd>{districtName(picture, zoneSite(assignment, unit))}</dd>
      </dl>
      {ways.map((way) => (
        <Way key={way.bands.join()} view={view} unit={unit} way={way} bands={ways.length} />
      ))}
      {held === "held" ? <RouteShown view={view} /> : <p className="place-hint">{voice.say("unit.hint")}</p>}
    </>
  );
}

const districtName = ({ districts, districtOfSite }: Picture, site: number | undefined): string =>
  (site === undefined ? undefined : districts[districtOfSite[site]]?.name) ?? "-";

interface WayProps {
  readonly view: CaseView;
  readonly unit: number;
  readonly way: UnitWay;
  readonly bands: number;
}

function Way({ view, unit, way, bands }: WayProps): ReactNode {
  const voice = useVoice();
  const { before, after, pupils } = way;
  const title = bands === 1 ? voice.say("unit.all") : voice.say("unit.band", { grades: way.bands.join(", ") });
  return (
    <div className="place-way">
      <h3>
        {title} <span>{voice.quantity(pupils, "pupils")}</span>
      </h3>
      <dl>
        <dt>{voice.say("unit.today")}</dt>
        <dd>
          <SiteAndWay view={view} unit={unit} way={before} />
        </dd>
        <dt>{voice.say("unit.plan")}</dt>
        <dd>
          {before?.site === after?.site ? voice.say("unit.same") : <SiteAndWay view={view} unit={unit} way={after} />}
        </dd>
      </dl>
    </div>
  );
}

/** The school and how far it is; while the unit is held the way can be shown on the map. */
function SiteAndWay({ view, unit, way }: { view: CaseView; unit: number; way: SiteWay | undefined }): ReactNode {
  const { say, quantity } = useVoice();
  const desk = useDesk();
  const held = useSelect(({ lookedAt }) => lookedAt?.how === "picked");
  const shown = useSelect(({ route }) => route?.site);
  if (!way) return say("unit.noSite");
  const { name } = view.sites[way.site];
  const far = Number.isFinite(way.metres) ? quantity(way.metres, "metres") : say("unit.noRoute");
  if (!held || !Number.isFinite(way.metres)) return `${name}, ${far}`;
  return (
    <>
      {name}, {far}
      <br />
      <button
        type="button"
        className="link-button"
        aria-pressed={shown === way.site}
        aria-label={say("unit.route", { site: name })}
        onClick={() => desk.askRoute(unit, way.site, way.metres)}
      >
        {say("unit.routeAsk")}
      </button>
    </>
  );
}

function RouteShown({ view }: { readonly view: CaseView }): ReactNode {
  const { say, quantity } = useVoice();
  const shown = useSelect(({ route }) => route);
  if (!shown?.route) return null;
  const { name } = view.sites[shown.site];
  return (
    <p className="place-route" role="status">
      {shown.route === "none"
        ? say("unit.routeNone", { site: name })
        : say("unit.routeShown", { site: name, km: quantity(shown.route.metres, "metres") })}
    </p>
  );
}

function SiteFacts({ view, site }: { readonly view: CaseView; readonly site: number }): ReactNode {
  const { say, number, quantity } = useVoice();
  const effects = useSelect(chosenEffects);
  const { name, town, teaches, capacity, pupils } = view.sites[site];
  const then = effects?.sites[site];
  return (
    <>
      <h2>{name}</h2>
      <p className="place-count">
        {town} · {teaches === 0 ? say("site.closed") : say("site.grades", { grades: formatBands(teaches) })}
      </p>
      {pupils > 0 && (
        <table className="site-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{say("table.grades")}</span>
              </th>
              <th scope="col">{say("table.capacity")}</th>
              <th scope="col">{say("unit.today")}</th>
              <th scope="col">{say("unit.plan")}</th>
            </tr>
          </thead>
          <tbody>
            {BANDS.filter(
              ({ band }) => (view.today.sites[site].pupils[band] ?? 0) > 0 || (then?.pupils[band] ?? 0) > 0,
            ).map(({ band, key }) => (
              <tr key={key}>
                <th scope="row">{say("unit.band", { grades: key })}</th>
                <td>{capacity[band] === undefined ? "-" : number(capacity[band])}</td>
                <td>{number(view.today.sites[site].pupils[band])}</td>
                <td>{then ? number(then.pupils[band]) : "-"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pupils > 0 && <p className="place-hint">{quantity(pupils, "pupils")}</p>}
    </>
  );
}
