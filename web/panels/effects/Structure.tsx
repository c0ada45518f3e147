import { memo, type ReactNode } from "react";
import {
  type Cell,
  cellOf,
  countWords,
  formatBands,
  isFew,
  unitWord,
  type MeasureKey,
  writtenGrades,
} from "../../../src/index.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { byKey, type Picture } from "../../map/picture.ts";
import { heightOf } from "../../state/shown.ts";
import { overflowAsShown, pupilsAsShown } from "../../map/shown-pupils.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import type { SiteEffects } from "../../worker/messages.ts";
import { Spot } from "../Spot.tsx";
import { Figures } from "./Figures.tsx";
import { HowComputed } from "./HowComputed.tsx";

const KEYS: readonly MeasureKey[] = ["pupils-ratio", "site-distance-mean", "site-distance-worst", "nearest-in-own"];

interface Props {
  readonly figures: PlanFigures;
  readonly picture: Picture;
}

/** The new districts: how large, how far apart their schools are, what hangs together. */
export const Structure = memo(function Structure({ figures, picture }: Props): ReactNode {
  const { say, number, cell } = useVoice();
  const least = figures.value("pupils-least") ?? 0;
  const most = figures.value("pupils-most") ?? 0;
  const [leastTold, mostTold] = (["pupils-least", "pupils-most"] as const).map((key) =>
    cell(figures.cell(key) ?? cellOf(0)),
  );
  return (
    <section className="block">
      <h3>{say("structure.title")}</h3>
      <div className="headline">
        <p>
          <strong>{leastTold}</strong> {say("structure.headline", { most: mostTold })}
        </p>
      </div>
      <DistrictBars picture={picture} />
      <Feeders figures={figures} />
      <Figures figures={figures} keys={KEYS} />
      <HowComputed
        formula={isFew(least) ? [] : [`${mostTold} ÷ ${leastTold} = ${number(most / Math.max(1, least), 2)}`]}
        measures={["pupils-least", "pupils-most", ...KEYS, "feeders-kept"]}
      />
      <Schools figures={figures} picture={picture} />
    </section>
  );
});

/** Pupils of each district as a bar in its colour. */
export function DistrictBars({ picture }: Pick<Props, "picture">): ReactNode {
  const { say, language } = useVoice();
  const shown = pupilsAsShown(picture).districts;
  const told = new Map(picture.districts.map(({ name }, district) => [name, shown[district]]));
  const largest = Math.max(
    1,
    ...picture.districts.map(({ name, pupils }) => heightOf(told.get(name) ?? cellOf(pupils))),
  );
  return (
    <ul className="district-bars" aria-label={say("structure.picture")}>
      {picture.districts
        .toSorted((a, b) => b.pupils - a.pupils)
        .map(({ name, pupils, hue }) => (
          <li key={name}>
            <span className="district-name">{name}</span>
            <span className="district-pupils">
              {countWords(told.get(name) ?? cellOf(pupils), language)} {unitWord("pupils", language)}
            </span>
            <span
              className="district-bar"
              style={{
                width: `${(100 * heightOf(told.get(name) ?? cellOf(pupils))) / largest}%`,
                background: hue.fill,
                borderColor: hue.ink,
              }}
              aria-hidden="true"
            />
          </li>
        ))}
    </ul>
  );
}

/** Whether pupils who must change school after the lower grades stay in their district. */
function Feeders({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  const { effects, sites } = figures;
  if (!effects) return null;
  const count = effects.feeders.length;
  const away = effects.feeders.filter(({ kept }) => !kept);
  const kept = number(count - away.length);
  const detached = effects.districts.some((district) => district.detached > 0);
  return (
    <div className="aside-text">
      <p>
        {count === 0
          ? say("structure.feeders.none")
          : away.length === 0
            ? say("structure.feeders.all", counted(voice, count))
            : say("structure.feeders.some", { kept, count: number(count) })}
      </p>
      {away.map(({ from, to }) => (
        <p key={from}>{say("structure.feeder.away", { from: sites[from].name, to: sites[to].name })}</p>
      ))}
      {detached && <p>{say("structure.detached")}</p>}
    </div>
  );
}

/** Bands that have room beside each other in the column of effects. */
const ROOM = 4;

/** A table with a column a band: more of them than there is room for are moved sideways under the names. */
function Scrolled({
  bands,
  label,
  children,
}: {
  readonly bands: number;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  if (bands <= ROOM) return children;
  return (
    // A region that scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll many-bands" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

/** Every school of the plan, district by district: pupils by grade band against its places, and classes. */
function Schools({ figures, picture }: Props): ReactNode {
  const { say, read, number } = useVoice();
  const { effects, sites: all } = figures;
  if (!effects) return null;
  const shown = pupilsAsShown(picture);
  return (
    <details className="how schools">
      <summary>{say("structure.sites")}</summary>
      {byKey(picture).map(({ name, sites, hue, key: letter }) => (
        <Scrolled key={name} bands={picture.grades.bandCount} label={name}>
          <table className="figures school-table">
            <caption>
              <Spot hue={hue} letter={letter} />
              {name}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">{say("table.name")}</span>
                </th>
                {picture.grades.bands.map(({ key }) => (
                  <th key={key} scope="col">
                    {read(writtenGrades(key))}
                  </th>
                ))}
                <th scope="col">{say("table.classes")}</th>
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr key={site}>
                  <th scope="row">
                    {all[site].name}
                    {all[site].isNew && ` (${say("site.isNew")})`}{" "}
                    <span className="grades">
                      {read(writtenGrades(formatBands(picture.grades, picture.teaching[site]))) || say("table.closed")}
                    </span>
                  </th>
                  {picture.grades.bands.map(({ band, key }) => (
                    <td key={key}>
                      <Filled
                        effects={effects.sites[site]}
                        told={shown.at(site, band)}
                        over={overflowAsShown(picture, effects.sites[site].overflow[band], shown.at(site, band))}
                        band={band}
                        places={all[site].capacity[band]}
                      />
                    </td>
                  ))}
                  <td>{number(effects.sites[site].classes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      ))}
    </details>
  );
}

interface FilledProps {
  readonly effects: SiteEffects;
  readonly told: Cell;
  readonly over: Cell;
  readonly band: number;
  readonly places: number | undefined;
}

/** "392/448": pupils and places; what does not fit stands out. */
function Filled({ effects, told, over, band, places }: FilledProps): ReactNode {
  const { say, number, cell } = useVoice();
  const pupils = effects.pupils[band];
  if (pupils === 0 && places === undefined) return "";
  return (
    <>
      {cell(told)}
      {places !== undefined && <span className="places">/{number(places)}</span>}
      {effects.overflow[band] > 0 && <span className="overflow">{say("site.overflow", { count: cell(over) })}</span>}
    </>
  );
}
