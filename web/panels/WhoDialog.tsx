import type { ReactNode } from "react";
import { type Cell, type Fairness, type FairnessRow, type FairnessTable } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { detailAnswer } from "../state/detail.ts";
import { chosenPlan } from "../state/chosen.ts";
import { useSelect } from "../state/store.ts";
import { Dialog } from "./Dialog.tsx";
import { bandWords, ChangeBars, directionOf } from "./effects/Who.tsx";
import { usePlanTitle } from "./plan-title.ts";

/** Who gets farther and who nearer to school, by town, grades and district: a distribution, not an average. */
export function WhoDialog(): ReactNode {
  const { say } = useVoice();
  const title = usePlanTitle(useSelect(chosenPlan));
  return (
    <Dialog name="who" title={`${title}: ${say("who.title")}`}>
      <Content />
    </Dialog>
  );
}

function Content(): ReactNode {
  const { say } = useVoice();
  const fairness = useSelect((state) => detailAnswer(state, "meaning")?.fairness);
  if (!fairness) return <p role="status">{say("meaning.waiting")}</p>;
  return (
    <>
      <p>{say("who.text")}</p>
      <ChangeBars bands={fairness.bands} />
      {townsFirst(fairness.tables).map((table) => (
        <WhoTable key={table.key} table={table} bands={fairness.bands} />
      ))}
    </>
  );
}

const townsFirst = (tables: Fairness["tables"]): Fairness["tables"] =>
  tables.toSorted((a, b) => Number(b.key === "town") - Number(a.key === "town"));

interface TableProps {
  readonly table: FairnessTable;
  readonly bands: Fairness["bands"];
}

function WhoTable({ table: { key, rows, status }, bands }: TableProps): ReactNode {
  const voice = useVoice();
  const { say, number, read } = voice;
  const shown = rows.filter((row) => changes(row, bands));
  const columns = bands.flatMap((band, i) => (band.pupils > 0 ? [{ band, i }] : []));
  return (
    <section>
      <h3>{say(`who.${key}`)}</h3>
      {status === "withheld" ? (
        <p>{say("who.hidden")}</p>
      ) : shown.length === 0 ? (
        <p>{say("who.unchanged")}</p>
      ) : (
        // A box that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={say(`who.${key}`)}>
          <table className="figures who-table">
            <thead>
              <tr>
                <th scope="col">{say(`who.${key}`)}</th>
                <th scope="col">{say("who.pupils")}</th>
                {columns.map(({ band }) => {
                  const [km, way] = bandWords(voice, band);
                  return (
                    <th key={band.over} scope="col" className={directionOf(band)}>
                      {km} km <span className="rank">{way}</span>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, pupils, cells }) => (
                <tr key={read(name)}>
                  <th scope="row">{read(name)}</th>
                  <td>{number(pupils)}</td>
                  {columns.map(({ band, i }) => (
                    <td key={band.over}>{written(voice, cells[i])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** A town where everybody has about as far as before needs no row. */
const changes = ({ cells }: FairnessRow, bands: Fairness["bands"]): boolean =>
  cells.some((cell, i) => directionOf(bands[i]) !== "same" && (cell.kind !== "count" || cell.pupils > 0));

/** Nothing where there is nobody, so that the numbers stand out. */
const written = ({ number, say }: Voice, cell: Cell): string =>
  cell.kind === "few"
    ? say("who.few")
    : cell.kind === "hidden"
      ? say("who.secret")
      : cell.pupils === 0
        ? ""
        : number(cell.pupils);
