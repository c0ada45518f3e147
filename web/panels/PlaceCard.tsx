import { memo, type ReactNode } from "react";
import { BAND_COUNT, BANDS, type BandSet, formatBands, writtenGrades } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { type Picture, pictureOf, todaysPicture } from "../map/picture.ts";
import { SchoolTools } from "./draw/Schools.tsx";
import { useDesk } from "../state/desk-context.ts";
import { nearestPlace } from "../state/places.ts";
import { chosenDocument } from "../state/chosen.ts";
import { todaysPlan } from "../state/plans.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { shownPupils } from "../state/shown.ts";
import { type SiteWay, type UnitWay, unitWays, zoneSite } from "../state/unit-facts.ts";
import type { CaseView } from "../worker/messages.ts";
import { useBeside } from "./use-beside.ts";

/** What is to be known of the unit or school looked at: its school today and then, and how far; never who lives there. */
export const PlaceCard = memo(function PlaceCard({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const lookedAt = useSelect((state) => state.lookedAt);
  const hold = useBeside(map, view, lookedAt);
  if (!view || !lookedAt) return null;
  return (
    <section
      ref={hold}
      className={`place-card ${lookedAt.how}`}
      aria-live={lookedAt.how === "picked" ? "polite" : "off"}
    >
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
  const chosen = useSelect(chosenDocument);
  const scenery = useSelect(sceneryOf);
  const before = todaysPlan(view).assignment;
  const assignment = chosen?.plan.assignment ?? before;
  const { today, plan: picture } = usePictures(view);
  const ways = unitWays(view, assignment, unit);
  const place = scenery && nearestPlace(scenery, view.units.lon[unit], view.units.lat[unit]);
  return (
    <>
      <h2>{place === undefined ? view.units.id[unit] : voice.say("unit.near", { place })}</h2>
      <dl className="place-districts">
        <dt>{voice.say("table.districtToday")}</dt>
        <dd>{districtName(today, zoneSite(before, unit))}</dd>
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
  const { before, after } = way;
  const title =
    bands === 1
      ? voice.say("unit.all")
      : voice.say("unit.band", { grades: voice.read(writtenGrades(way.bands.join(", "))) });
  return (
    <div className="place-way">
      <h3>{title}</h3>
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
        onClick={() => desk.askRoute(unit, way.site)}
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
  const voice = useVoice();
  const { say } = voice;
  const { today, plan } = usePictures(view);
  const doing = useSelect(({ choice }) => choice.doing);
  const { name, town } = view.sites[site];
  return (
    <>
      <h2>{name}</h2>
      <p className="place-count">
        {town} · {gradesTold(voice, today.teaching[site], plan.teaching[site])}
      </p>
      <dl className="place-districts">
        <dt>{say("table.districtToday")}</dt>
        <dd>{districtName(today, site)}</dd>
        <dt>{say("table.districtPlan")}</dt>
        <dd>{districtName(plan, site)}</dd>
      </dl>
      <SitePupils view={view} site={site} today={today} plan={plan} />
      {doing === "draw" && <SchoolTools site={site} />}
    </>
  );
}

/** What a school teaches, and that it closes, opens or gets other grades where it does. */
function gradesTold({ say, read }: Voice, before: BandSet, then: BandSet): string {
  const written = (bands: BandSet): string => read(writtenGrades(formatBands(bands)));
  if (before === then) return then === 0 ? say("site.closed") : say("site.grades", { grades: written(then) });
  if (then === 0) return say("site.closes", { before: written(before) });
  if (before === 0) return say("site.opens", { grades: written(then) });
  return say("site.changes", { before: written(before), grades: written(then) });
}

interface SitePupilsProps {
  readonly view: CaseView;
  readonly site: number;
  readonly today: Picture;
  readonly plan: Picture;
}

/** Pupils of a school by grades, today and in the plan, beside its places. */
function SitePupils({ view, site, today, plan }: SitePupilsProps): ReactNode {
  const { say, read, number, cell } = useVoice();
  const [before, then] = [shownPupils(today), shownPupils(plan)];
  const { capacity } = view.sites[site];
  const inBand = ({ pupils }: Picture, band: number): number => pupils[site * BAND_COUNT + band];
  const bands = BANDS.filter(({ band }) => inBand(today, band) > 0 || inBand(plan, band) > 0);
  if (bands.length === 0) return null;
  return (
    <table className="site-table">
      <caption>{say("table.pupils")}</caption>
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
        {bands.map(({ band, key }) => (
          <tr key={key}>
            <th scope="row">{say("unit.band", { grades: read(writtenGrades(key)) })}</th>
            <td>{capacity[band] === undefined ? "-" : number(capacity[band])}</td>
            <td>{cell(before.at(site, band))}</td>
            <td>{cell(then.at(site, band))}</td>
          </tr>
        ))}
        {bands.length > 1 && (
          <tr className="site-total">
            <th scope="row" colSpan={2}>
              {say("site.total")}
            </th>
            <td>{cell(before.ofSite(site))}</td>
            <td>{cell(then.ofSite(site))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Today, and the plan looked at; today again while there is none. */
function usePictures(view: CaseView): { readonly today: Picture; readonly plan: Picture } {
  const chosen = useSelect(chosenDocument);
  const today = todaysPicture(view);
  return { today, plan: chosen ? pictureOf(view, chosen.plan) : today };
}
