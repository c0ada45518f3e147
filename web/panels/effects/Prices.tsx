import type { ReactNode } from "react";
import { type CostParameter, formatFigure, type Reference, REFERENCES, writtenDate } from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";

/** A figure of the cost model as people write it: shares with two decimals, kroner whole. */
export const writeFigure = ({ language }: Voice, value: number): string => formatFigure(value, language);

/** A speed with no more decimals than it has: 4,5 km/t, not 4,50. */
export const writeSpeed = ({ number }: Voice, value: number): string =>
  number(value, [0, 1].find((decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(2))) ?? 2);

/** Parameters with their range, where they come from and who can say better. */
export function Prices({ prices }: { readonly prices: readonly CostParameter[] }): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  return (
    <ul className="prices">
      {prices.map((price) => (
        <li key={price.name.da}>
          <p>
            <strong>{read(price.name)}</strong>
          </p>
          <p>
            {say("how.range")}: {writeFigure(voice, price.low)} - {writeFigure(voice, price.mid)} -{" "}
            {writeFigure(voice, price.high)} {read(price.unit)}
          </p>
          <Provenance price={price} />
        </li>
      ))}
    </ul>
  );
}

/** Source, price year, owner, confidence; and what speaks for and against, where sources disagree. */
export function Provenance({ price }: { readonly price: CostParameter }): ReactNode {
  const { say, read } = useVoice();
  const { priceYear, source, owner, confidence, evidence, standing, references, withoutEffect } = price;
  return (
    <>
      {withoutEffect && <p className="price-source">{read(withoutEffect)}</p>}
      <p className="price-source">
        {say(`how.standing.${standing}`)} · {say("how.source")}: {read(source)} · {say("how.year")} {priceYear} ·{" "}
        {say("how.confidence")}: {say(`how.confidence.${confidence}`)} · {say("how.owner")}: {read(owner)}
      </p>
      {references?.map((key) => (
        <Published key={key} reference={REFERENCES[key]} />
      ))}
      {evidence && <p className="price-source">{read(evidence)}</p>}
    </>
  );
}

/** What was published, where, and what exactly it says. */
function Published({ reference }: { readonly reference: Reference }): ReactNode {
  const { read, language } = useVoice();
  const { title, publisher, date, url, says } = reference;
  return (
    <p className="price-source">
      {url === undefined ? (
        <cite>{title}</cite>
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          <cite>{title}</cite>
        </a>
      )}
      , {publisher}
      {date !== undefined && `, ${writtenDate(date, language)}`}: {read(says)}
    </p>
  );
}
