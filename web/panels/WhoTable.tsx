import type { ReactNode } from "react";
import type { Cell, Fairness, FairnessRow, FairnessTable } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { bandWords, directionOf } from "./effects/Who.tsx";

interface TableProps {
  readonly table: FairnessTable;
  readonly bands: Fairness["bands"];
  /** Whether what it is of stands over it already. */
  readonly titled?: "here" | "above";
}

/** Who gets farther and who nearer, a row each: towns, parishes, grades or districts. */
export function WhoTable({ table: { key, rows, status }, bands, titled = "here" }: TableProps): ReactNode {
  const voice = useVoice();
  const { say, number, read } = voice;
  const shown = rows.filter((row) => changes(row, bands));
  const columns = bands.flatMap((band, i) => (band.pupils > 0 ? [{ band, i }] : []));
  return (
    <section>
      {titled === "here" && <h3>{say(`who.${key}`)}</h3>}
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
                      {say("who.km", { band: km })} <span className="rank">{way}</span>
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
