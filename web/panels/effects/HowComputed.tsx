import type { ReactNode } from "react";
import { type CostParameter, measureByKey, type Rule } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  /** The sum with this plan's own numbers. */
  readonly formula: readonly string[];
  readonly measures: readonly string[];
  readonly rule?: Rule;
  readonly prices?: readonly CostParameter[];
  /** The numbers behind the picture. */
  readonly children?: ReactNode;
}

/** What stands behind a block's numbers: the sum, what each figure means, the law, prices with their range and source. */
export function HowComputed({ formula, measures, rule, prices = [], children }: Props): ReactNode {
  const { say, read } = useVoice();
  return (
    <details className="how">
      <summary>{say("how.title")}</summary>
      <h4>{say("how.formula")}</h4>
      {formula.map((line) => (
        <p key={line} className="formula">
          {line}
        </p>
      ))}
      {prices.length > 0 && <Prices prices={prices} />}
      {rule && (
        <>
          <h4>{say("how.rule")}</h4>
          <p>
            {read(rule.text)} <cite>({rule.paragraph})</cite>
          </p>
        </>
      )}
      <h4>{say("how.measures")}</h4>
      <dl>
        {measures.map((key) => {
          const measure = measureByKey.get(key);
          return (
            measure && (
              <div key={key}>
                <dt>{read(measure.label)}</dt>
                <dd>{read(measure.explanation)}</dd>
              </div>
            )
          );
        })}
      </dl>
      {children && (
        <>
          <h4>{say("how.numbers")}</h4>
          {children}
        </>
      )}
    </details>
  );
}

function Prices({ prices }: { readonly prices: readonly CostParameter[] }): ReactNode {
  const { say, read, number } = useVoice();
  /** Shares have decimals, amounts have none. */
  const write = (value: number): string => number(value, value < 10 ? 2 : 0);
  return (
    <>
      <h4>{say("how.prices")}</h4>
      <ul className="prices">
        {prices.map(({ name, low, mid, high, unit, priceYear, source, confidence }) => {
          return (
            <li key={name.da}>
              <p>
                <strong>{read(name)}</strong>
              </p>
              <p>
                {say("how.range")}: {write(low)} - {write(mid)} - {write(high)} {read(unit)}
              </p>
              <p className="price-source">
                {say("how.year")} {priceYear} · {say("how.confidence")}: {say(`how.confidence.${confidence}`)} ·{" "}
                {say("how.source")}: {source}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
