import { memo, type ReactNode, useMemo } from "react";
import { type BandSet, formatBands, gradesInWords, hasBand, NO_BANDS, type Grades } from "../../src/index.ts";
import { bandTold, useVoice, type Voice } from "../i18n/say.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { type Picture, pictureOf, todaysPicture } from "../map/picture.ts";
import { later } from "./later.tsx";
import { useWorkers } from "../state/workers-context.ts";
import { nearestPlace } from "../state/places.ts";
import { chosenDocument } from "../state/chosen.ts";
import { placeOf, planSites, planWalk } from "../state/plan-sites.ts";
import { todaysPlan } from "../state/plans.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { pupilsAsShown, todaysBeside } from "../map/shown-pupils.ts";
import { type SiteWay, type UnitWay, unitWays, zoneSite } from "../state/unit-facts.ts";
import type { CaseView } from "../worker/messages.ts";
import { useBeside } from "./use-beside.ts";
import { SiteProvenance, UnitProvenance } from "./Provenance.tsx";
import { CloseButton } from "./CloseButton.tsx";

const CardTools = later(async () => (await import("./draw/CardTools.tsx")).CardTools, "silent");

/** What is to be known of the unit or school looked at: its school today and then, and how far; never who lives there. */
export const PlaceCard = memo(function PlaceCard({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const lookedAt = useSelect((state) => state.lookedAt);
  const at = view && lookedAt && placeOf(view, planSites(view, chosen), lookedAt);
  const [lon, lat] = [at?.lon, at?.lat];
  const subject = useMemo(() => {
    if (!lookedAt || lon === undefined || lat === undefined) return undefined;
    return lookedAt.kind === "unit"
      ? { kind: "unit" as const, number: lookedAt.number }
      : { kind: "mark" as const, at: { lon, lat } };
  }, [lookedAt, lon, lat]);
  const hold = useBeside(map, view, subject);
  if (!view || !lookedAt || !at) return null;
  return (
    <section
      ref={hold}
      className={`place-card ${lookedAt.how}`}
      aria-live={lookedAt.how === "picked" ? "polite" : "off"}
    >
      {lookedAt.how === "picked" && (
        <CloseButton label={say("map.close")} onClose={() => store.dispatch({ kind: "look", lookedAt: undefined })} />
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

/** Of an area: its districts and schools today and in the plan in view, and how far it is. */
function UnitFacts({ view, unit, held }: UnitProps): ReactNode {
  const voice = useVoice();
  const chosen = useSelect(chosenDocument);
  const scenery = useSelect(sceneryOf);
  const before = todaysPlan(view).assignment;
  const assignment = chosen?.plan.assignment ?? before;
  const { today, plan: picture } = usePictures(view);
  const newWays = useSelect((state) => state.newWays);
  const ways = unitWays(view.grades, view, planWalk(view, newWays, chosen), assignment, unit);
  const place = scenery && nearestPlace(scenery, view.units.lon[unit], view.units.lat[unit]);
  return (
    <>
      <h2>{place === undefined ? view.units.id[unit] : voice.say("unit.near", { place })}</h2>
      <dl className="place-districts">
        <dt>{voice.say("table.districtToday")}</dt>
        <dd>{districtName(today, zoneSite(view.grades, before, unit))}</dd>
        <dt>{voice.say("table.districtPlan")}</dt>
        <dd>{districtName(picture, zoneSite(view.grades, assignment, unit))}</dd>
      </dl>
      {ways.map((way) => (
        <Way key={way.bands.join()} sites={picture.sites} unit={unit} way={way} bands={ways.length} />
      ))}
      <p className="place-hint">{voice.say("unit.mean")}</p>
      {held === "held" && <UnitProvenance view={view} unit={unit} />}
      {held === "held" ? <RouteShown sites={picture.sites} /> : <p className="place-hint">{voice.say("unit.hint")}</p>}
    </>
  );
}

const districtName = ({ districts, districtOfSite }: Picture, site: number | undefined): string =>
  (site === undefined ? undefined : districts[districtOfSite[site]]?.name) ?? "-";

interface WayProps {
  readonly sites: Picture["sites"];
  readonly unit: number;
  readonly way: UnitWay;
  readonly bands: number;
}

function Way({ sites, unit, way, bands }: WayProps): ReactNode {
  const voice = useVoice();
  const { before, after } = way;
  const title = bands === 1 ? voice.say("unit.all") : voice.say("unit.band", bandTold(voice, way.bands.join(", ")));
  return (
    <div className="place-way">
      <h3>{title}</h3>
      <dl>
        <dt>{voice.say("unit.today")}</dt>
        <dd>
          <SiteAndWay sites={sites} unit={unit} way={before} />
        </dd>
        <dt>{voice.say("unit.plan")}</dt>
        <dd>
          {before?.site === after?.site ? voice.say("unit.same") : <SiteAndWay sites={sites} unit={unit} way={after} />}
        </dd>
      </dl>
    </div>
  );
}

/** The school and how far it is; while the unit is held the way can be shown on the map. */
function SiteAndWay({ sites, unit, way }: Omit<WayProps, "way" | "bands"> & { way: SiteWay | undefined }): ReactNode {
  const { say, quantity } = useVoice();
  const workers = useWorkers();
  const held = useSelect(({ lookedAt }) => lookedAt?.how === "picked");
  const shown = useSelect(({ route }) => route?.site);
  if (!way) return say("unit.noSite");
  const { name } = sites[way.site];
  if (way.metres === undefined) return `${name}, ${say("unit.measuring")}`;
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
        onClick={() => workers.askRoute(unit, way.site)}
      >
        {say("unit.routeAsk")}
      </button>
    </>
  );
}

function RouteShown({ sites }: { readonly sites: Picture["sites"] }): ReactNode {
  const { say, quantity } = useVoice();
  const shown = useSelect(({ route }) => route);
  const name = shown && sites.at(shown.site)?.name;
  if (!shown?.route || name === undefined) return null;
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
  const isDrawn = useSelect(({ choice, past }) => choice.doing === "draw" && !past);
  const { name, town, isNew } = plan.sites[site];
  // What is new is no school that opens again: it has the grades it has.
  const before = isNew ? plan.teaching[site] : (today.teaching[site] ?? NO_BANDS);
  return (
    <>
      <h2>{name}</h2>
      <p className="place-count">
        {isNew ? say("site.isNew") : town} · {gradesTold(view.grades, voice, before, plan.teaching[site])}
      </p>
      <dl className="place-districts">
        <dt>{say("table.districtToday")}</dt>
        <dd>{districtName(today, site)}</dd>
        <dt>{say("table.districtPlan")}</dt>
        <dd>{districtName(plan, site)}</dd>
      </dl>
      <SiteProvenance view={view} site={site} />
      <SitePupils site={site} today={today} plan={plan} />
      {isDrawn && <CardTools site={site} />}
    </>
  );
}

/** What a school teaches, and that it closes, opens or gets other grades where it does. */
function gradesTold(grades: Grades, { say, read }: Voice, before: BandSet, then: BandSet): string {
  const written = (bands: BandSet): string => read(gradesInWords(formatBands(grades, bands)));
  if (before === then)
    return then === 0 ? say("site.closed") : say("unit.band", bandTold({ read }, formatBands(grades, then)));
  if (then === 0) return say("site.closes", { before: written(before) });
  if (before === 0) return say("site.opens", { grades: written(then) });
  return say("site.changes", { before: written(before), grades: written(then) });
}

interface SitePupilsProps {
  readonly site: number;
  readonly today: Picture;
  readonly plan: Picture;
}

/** Pupils of a school by grades, today and in the plan, beside its places. */
function SitePupils({ site, today, plan }: SitePupilsProps): ReactNode {
  const { say, read, number, cell } = useVoice();
  const before = todaysBeside(today, plan);
  const then = pupilsAsShown(plan);
  const { capacity } = plan.sites[site];
  const goThere = ({ pupils }: Picture, band: number): boolean =>
    (pupils.at(site * today.grades.bandCount + band) ?? 0) > 0;
  const bands = today.grades.bands.filter(
    ({ band }) => hasBand(plan.teaching[site], band) || goThere(today, band) || goThere(plan, band),
  );
  if (bands.length === 0) return null;
  return (
    <table className="site-table">
      <caption>{say(plan.counts === "in-fives" ? "table.pupilsInFives" : "table.pupils")}</caption>
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
            <th scope="row">{say("unit.band", bandTold({ read }, key))}</th>
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
  return { today, plan: chosen ? pictureOf(view, chosen) : today };
}
