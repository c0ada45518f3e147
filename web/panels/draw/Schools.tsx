import { type ReactNode, useState } from "react";
import {
  type Draft,
  formatBands,
  gradesText,
  hasBand,
  type Hold,
  siteHolds,
  siteName,
  siteState,
  sum,
  gradesInWords,
  writtenGrades,
  allBands,
} from "../../../src/index.ts";
import { takeTool } from "../../draw/tool-keys.ts";
import { useDistricts } from "../../draw/use-districts.ts";
import { useSiteTools } from "../../draw/use-drawing.ts";
import { limitOf } from "../../draw/wishes.ts";
import { useVoice } from "../../i18n/say.ts";
import { pictureOf } from "../../map/picture.ts";
import { pupilsAsShown } from "../../map/shown-pupils.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { bringMapIntoSight } from "../use-map-in-sight.ts";
import { LazyPrice } from "../wishes/lazy.tsx";
import { placesOf } from "./grades.ts";
import { NameInPlace } from "./NameInPlace.tsx";
import { NewSiteTools } from "./NewSiteTools.tsx";
import { PlacesField } from "./PlacesField.tsx";
import { PlaceSchool } from "./PlaceSchool.tsx";

const NEW = "\u0000new";

/** Every school with what can be done to it: the same as on the map, without the map. */
export function Schools(): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  if (!view || !draft) return null;
  return (
    <details className="draw-schools" open>
      <summary>
        <h3>{say("schools.title")}</h3>
      </summary>
      <PlaceSchool />
      <ul>
        {draft.plan.teaching.map((_, site) => (
          <School key={site} site={site} />
        ))}
      </ul>
    </details>
  );
}

function School({ site }: { readonly site: number }): ReactNode {
  const { say, read, number, cell } = useVoice();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  if (!view || !draft) return null;
  const { teaches, capacity } = siteState(draft, site);
  const taught = view.grades.bands.flatMap(({ band }) => (hasBand(teaches, band) ? [band] : []));
  const stated = taught.filter((band) => capacity[band] !== undefined);
  const places = number(sum(stated.map((band) => capacity[band] ?? 0)));
  const filled =
    stated.length === 0
      ? "schools.pupils"
      : stated.length === taught.length
        ? "schools.pupilsOf"
        : "schools.pupilsSome";
  const isOpen = teaches !== 0;
  const picture = pictureOf(view, draftedPlan(draft));
  const told = cell(pupilsAsShown(picture).ofSite(site));
  const pupils = picture.counts === "in-fives" ? say("pupils.about", { pupils: told }) : told;
  return (
    <li className={isOpen ? "draw-school" : "draw-school draw-school-closed"}>
      <div className="draw-school-head">
        <strong>
          {siteName(draft, site)}
          {site >= view.sites.length && ` (${say("site.isNew")})`}
        </strong>
        <span>
          {isOpen
            ? `${read(writtenGrades(formatBands(view.grades, teaches)))} · ${say(filled, { pupils, places, grades: read(gradesText(view.grades, stated)) })}`
            : say("schools.closed")}
        </span>
      </div>
      <SchoolTools site={site} on="list" />
    </li>
  );
}

interface SchoolToolsProps {
  readonly site: number;
  /** In the list the districts have their own names below; a card stands by itself. */
  readonly on: "list" | "card";
}

/** What can be done to a school; here and on its card on the map. */
export function SchoolTools({ site, on }: SchoolToolsProps): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const tools = useSiteTools();
  const districts = useDistricts();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const target = useSelect(({ drawing }) => (drawing.tool === "paint" ? drawing.site : undefined));
  if (!view || !draft) return null;
  const { teaches, district } = siteState(draft, site);
  const name = siteName(draft, site);
  const isLocked = draft.locks.sites.has(site);
  const hold = siteHolds(draft)[site];
  const isOpen = teaches !== 0;
  return (
    <div className="draw-school-tools">
      <select
        className="inline-select"
        aria-label={say("schools.of", { site: name })}
        value={district ?? ""}
        onChange={({ target: { value } }) => {
          if (value === NEW) districts.split(site, say("schools.newName", { site: name }));
          else tools.move(site, value);
        }}
      >
        {district === undefined && <option value="">{say("schools.outside")}</option>}
        {draft.plan.districts.map(({ id, name: title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={NEW}>{say("schools.new")}</option>
      </select>
      {isOpen && (
        <button
          type="button"
          className="link-button"
          aria-label={say("schools.paint", { site: name })}
          aria-pressed={target === site}
          onClick={() => {
            takeTool(store, { tool: "paint", site });
            bringMapIntoSight();
          }}
        >
          {say("tool.paint")}
        </button>
      )}
      <button
        type="button"
        className="link-button"
        // Pressed all the same it says under the map what keeps the school as it is.
        aria-disabled={hold !== undefined}
        aria-label={say(isOpen ? "schools.closeIt" : "schools.openIt", { site: name })}
        onClick={() => {
          if (isOpen) tools.close(site);
          else tools.open(site, view.sites.at(site)?.teaches || allBands(view.grades));
        }}
      >
        {say(isOpen ? "schools.close" : "schools.open")}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={say(isLocked ? "schools.unlockIt" : "schools.lockIt", { site: name })}
        onClick={() => tools.lock(site, !isLocked)}
      >
        {say(isLocked ? "schools.unlock" : "schools.lock")}
      </button>
      {hold && <Held draft={draft} hold={hold} />}
      {on === "card" && !hold && district !== undefined && <DistrictName draft={draft} id={district} />}
      {isOpen && !hold && <GradesAndPlaces site={site} />}
      {site >= view.sites.length && <NewSiteTools site={site} />}
    </div>
  );
}

interface HeldProps {
  readonly draft: Draft;
  readonly hold: Hold;
}

/** Why a school cannot be changed, and the way out where that is another lock than its own, whose button stands before it. */
function Held({ draft, hold }: HeldProps): ReactNode {
  const { say } = useVoice();
  const districts = useDistricts();
  if (hold.by !== "district") return <p className="draw-held">{say("schools.held")}</p>;
  const district = draft.plan.districts.find(({ id }) => id === hold.district)?.name ?? hold.district;
  return (
    <p className="draw-held">
      {say("schools.heldByDistrict", { district })}{" "}
      <button
        type="button"
        className="link-button"
        aria-label={say("schools.unlockIt", { site: district })}
        onClick={() => districts.lock(hold.district, false)}
      >
        {say("schools.unlockDistrict")}
      </button>
    </p>
  );
}

/** The school's district gets another name. */
function DistrictName({ draft, id }: { readonly draft: Draft; readonly id: string }): ReactNode {
  const { say } = useVoice();
  const districts = useDistricts();
  const name = draft.plan.districts.find((district) => district.id === id)?.name ?? id;
  return (
    <NameInPlace
      key={id}
      name={name}
      words={say("districts.rename")}
      label={say("districts.renameIt", { district: name })}
      field={say("districts.name", { district: name })}
      without="refused"
      onName={(wished) => districts.rename(id, wished)}
    />
  );
}

/** Which grades a school has, and how many there is room for. */
function GradesAndPlaces({ site }: { readonly site: number }): ReactNode {
  const { say, read } = useVoice();
  const tools = useSiteTools();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [open, setOpen] = useState(false);
  if (!draft) return null;
  const { teaches, capacity } = siteState(draft, site);
  const name = siteName(draft, site);
  if (!open)
    return (
      <button
        type="button"
        className="link-button"
        aria-label={say("schools.moreOf", { site: name })}
        onClick={() => setOpen(true)}
      >
        {say("schools.more")}
      </button>
    );
  return (
    <div className="draw-grades">
      {draft.municipality.grades.bands.map(({ band, key }) => {
        const isTaught = hasBand(teaches, band);
        const grades = read(gradesInWords(key));
        return (
          <div key={key} className="draw-grade">
            <span className="check">
              <input
                id={`teaches-${site}-${key}`}
                type="checkbox"
                className="form-checkbox"
                aria-label={say("schools.teaches", { site: name, band: grades })}
                checked={isTaught}
                disabled={isTaught && teaches === 1 << band}
                onChange={() => tools.teach(site, teaches ^ (1 << band))}
              />
              <label htmlFor={`teaches-${site}-${key}`}>{grades}</label>
            </span>
            {isTaught && (
              <Places
                key={capacity[band] ?? ""}
                label={say("schools.placesIn", { site: name, band: grades })}
                places={capacity[band]}
                onPlaces={(places) => tools.hold(site, capacity.with(band, places))}
              />
            )}
            {isTaught && capacity[band] !== undefined && <LazyPrice draft={draft} is={limitOf(draft, site, band)} />}
          </div>
        );
      })}
    </div>
  );
}

interface PlacesProps {
  readonly label: string;
  readonly places: number | undefined;
  readonly onPlaces: (places: number | undefined) => void;
}

/** A school's places in a band, taken when the field is left. */
function Places({ label, places, onPlaces }: PlacesProps): ReactNode {
  const [typed, setTyped] = useState(places === undefined ? "" : String(places));
  const [is, setIs] = useState<"typing" | "tried">("typing");
  const leave = (): void => {
    setIs("tried");
    const found = placesOf(typed);
    if (found.kind === "problem") return;
    const count = found.kind === "number" ? found.value : undefined;
    if (count !== places) onPlaces(count);
  };
  return <PlacesField label={label} typed={typed} is={is} onType={setTyped} onLeave={leave} />;
}
