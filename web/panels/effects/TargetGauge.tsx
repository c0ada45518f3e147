import type { ReactNode } from "react";
import {
  CATEGORY_NAMES,
  gaugeOf,
  type PlanMoney,
  savingApart,
  type SavingsTarget,
  smallestWritten,
  spanSide,
} from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { isNothing, kroner, savedOrSpent } from "./money-words.ts";
import type { CaseView } from "../../worker/messages.ts";
import { scaleOf, SpanBar } from "./SpanBar.tsx";

interface Props {
  readonly target: SavingsTarget;
  readonly money: PlanMoney;
  readonly view: Pick<CaseView, "priceYear" | "priceIndex">;
}

/** How much of what the council wants to save the plan finds, and what is still missing. */
export function TargetGauge({ target, money, view: { priceYear, priceIndex } }: Props): ReactNode {
  const voice = useVoice();
  const { say, number, read } = voice;
  const { amount, found, total, missing } = gaugeOf(target, money, priceYear, priceIndex);
  const whole = amount % 1_000_000 === 0 ? number(amount / 1_000_000) : voice.amount(amount, "kroner");
  const short = (value: number): string => voice.amount(value, "kroner");
  const apart = read(savingApart(target));
  const words = { mid: short(total.mid), low: short(total.low), high: short(total.high), target: whole, apart };
  const isEither = spanSide(total, smallestWritten(voice.currency)) === "either";
  const ends = { spent: short(-total.low), saved: words.high };
  const counted = found.filter(({ range }) => !isNothing(voice, range));
  return (
    <div className="gauge">
      <h4>{say("target.title")}</h4>
      <p>
        {total.mid >= 0
          ? isEither
            ? say("target.found.either", { ...words, ...ends })
            : say(total.low === total.high ? "target.found.exact" : "target.found", words)
          : say("target.none", { target: whole, apart, amount: savedOrSpent(voice, total).whole })}
      </p>
      <SpanBar range={total} scale={scaleOf([total], amount)} />
      {total.mid >= 0 && (
        <p className="gauge-missing">
          {missing.mid === 0 ? say("target.reached") : say("target.missing", { amount: kroner(voice, missing) })}
        </p>
      )}
      <details className="money-line">
        <summary>{say("target.how")}</summary>
        <GaugeTable rows={counted} total={total} />
        <p>
          {say(target.teaching === "untouched" ? "target.withoutTeaching" : "target.withTeaching")}{" "}
          {say("target.prices", { year: priceYear })}
        </p>
        <p className="price-source">
          {say("how.source")}: {read(target.source)}
        </p>
      </details>
    </div>
  );
}

type Found = ReturnType<typeof gaugeOf>["found"];

function GaugeTable({ rows, total }: { readonly rows: Found; readonly total: Found[number]["range"] }): ReactNode {
  const { say, read, amount } = useVoice();
  const short = (value: number): string => amount(value, "kroner");
  const ends = ["low", "mid", "high"] as const;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{say("money.millions")}</th>
          {ends.map((end) => (
            <th key={end} scope="col">
              {say(`range.${end}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ category, range }) => (
          <tr key={category}>
            <th scope="row">{read(CATEGORY_NAMES[category])}</th>
            {ends.map((end) => (
              <td key={end}>{short(range[end])}</td>
            ))}
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{say("money.total")}</th>
          {ends.map((end) => (
            <td key={end}>{short(total[end])}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
