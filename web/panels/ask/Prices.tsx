import { type ReactNode, useEffect } from "react";
import { session, useSession } from "./session-context.ts";
import { type Cell, isFew, measureNamed, type MeasureKey, toldFigures, unitWord } from "../../../src/index.ts";
import { placeNames } from "../../ask/asked-of.ts";
import { linesOf, LOCKS_LINE, PIECE_LINE, rowsOf } from "../../ask/form.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { CaseView, GoalKey, RulePriceView } from "../../worker/messages.ts";
import { TwoPlans } from "../effects/TwoPlans.tsx";
import { type AskVoice, useAskVoice } from "./ask-voice.ts";
import { lineText } from "./RuleLines.tsx";

interface Props {
  readonly prices: readonly RulePriceView[];
  readonly asked: AskedQuestion;
}

/** Each requirement with what every concern would be without it, both plans by every measure, and who bears it. */
export function Prices({ prices, asked: { form, base } }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const view = useSelect(caseView);
  const { shown } = useSession();
  useBearers(prices.find(({ line }) => line === shown));
  if (!view) return null;
  const names = placeNames(view, base);
  const titleOf = (line: string): string => {
    if (line === PIECE_LINE) return ask("merge.piece");
    const own = linesOf(form).find(({ id }) => id === line);
    return own && line !== LOCKS_LINE
      ? lineText(voice, rowsOf(form.kind)[own.row], own, names)
      : ask("impossible.locks");
  };
  return (
    <>
      <h3>{ask("prices.title")}</h3>
      {prices.length === 0 && <p>{ask("rules.none")}</p>}
      <ul className="ask-plans">
        {prices.map((price) => (
          <li key={price.line} className="ask-plan">
            <strong>{titleOf(price.line)}</strong>
            {price.status === "unknown" ? (
              <p>{ask("prices.unknown")}</p>
            ) : (
              <Priced
                price={price}
                is={price.line === shown ? "shown" : "hidden"}
                onShow={() => session.look(price.line === shown ? undefined : price.line)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type KnownPrice = Exclude<RulePriceView, { status: "unknown" }>;

/** So few are not pointed out, and what a plan has for their sake is not told. */
const isTold = ({ pupils }: KnownPrice): boolean => pupils === 0 || !isFew(pupils);

/** Marks on the map who has farther for one of the requirements. */
function useBearers(price: RulePriceView | undefined): void {
  const store = useStore();
  useEffect(() => {
    if (!price || price.status === "unknown" || !isTold(price)) return undefined;
    store.dispatch({ kind: "bearers", units: price.bearers.map(({ unit }) => unit) });
    return () => store.dispatch({ kind: "bearers", units: [] });
  }, [store, price]);
}

interface PricedProps {
  readonly price: KnownPrice;
  readonly is: "shown" | "hidden";
  readonly onShow: () => void;
}

function Priced({ price, is, onShow }: PricedProps): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const view = useSelect(caseView);
  const lines = view ? priceTexts(voice, price, view) : [];
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="field-help">{ask(price.status === "optimal" ? "prices.proven" : "prices.stopped")}</p>
      {isTold(price) && (
        <TwoPlans
          title={ask("prices.beside")}
          about={ask("prices.beside.about")}
          columns={{ without: ask("prices.without"), with: ask("prices.with") }}
          values={price.values}
        />
      )}
      {isTold(price) && price.bearers.length > 0 && (
        <button
          type="button"
          className="button button-secondary small-button ask-on-map"
          aria-pressed={is === "shown"}
          onClick={onShow}
        >
          {ask("prices.bearers")}
        </button>
      )}
    </>
  );
}

interface Both {
  readonly with: number;
  readonly without: number;
}

const more = (both: Both): number => both.with - both.without;
const isOther = (difference: number): boolean => Math.abs(difference) > 1e-6;

/** Goals that count pupils are measures of a plan, and are told as those. */
const MEASURE_OF: Partial<Readonly<Record<GoalKey, MeasureKey>>> = {
  "changed-site": "changed-site",
  overflow: "overflow",
};

/** The case, as far as it says how its pupils are counted. */
type Beside = Pick<CaseView, "grades" | "steps"> & { readonly today: Pick<CaseView["today"], "values"> };

/** How much two counts differ as both are told; one to four pupils are never told. */
function pupilsApart({ values }: KnownPrice, { grades, steps, today }: Beside, key: MeasureKey): Cell {
  const exact = [values.with, values.without].map((each) => each.get(key) ?? 0);
  if (isFew(Math.abs(exact[0] - exact[1]))) return { kind: "few" };
  const [kept, free] = [values.with, values.without].map(
    (each) => toldFigures(grades, steps, today.values, (of) => each.get(of)).value(key) ?? 0,
  );
  return { kind: "count", pupils: Math.abs(kept - free) };
}

/**
 * What a requirement costs, a line each concern that it makes a difference to, and whom it moves; counts of pupils are told as beside
 * today's.
 */
export function priceTexts(voice: AskVoice, price: KnownPrice, beside: Beside): readonly string[] {
  const { ask, read, quantity, cell, language } = voice;
  const { goals, measured, pupils, bearers } = price;
  const goalApart = (goal: GoalKey, both: Both): string => {
    const key = MEASURE_OF[goal];
    return key ? cell(pupilsApart(price, beside, key)) : voice.goal(goal, Math.abs(more(both)));
  };
  const told = (label: string, difference: number, value: string): string =>
    `${label}: ${ask(difference > 0 ? "prices.more" : "prices.less", { value })}`;
  const unit = measured && measureNamed(measured.measure)?.unit;
  const texts = [
    ...goals.flatMap(({ goal, ...both }) =>
      isOther(more(both)) ? [told(ask(`value.${goal}`), more(both), goalApart(goal, both))] : [],
    ),
    ...(measured && unit && isOther(more(measured))
      ? [
          told(
            read(measureNamed(measured.measure)?.label ?? measured.measure),
            more(measured),
            unit === "pupils"
              ? `${cell(pupilsApart(price, beside, measured.measure))} ${unitWord(unit, language)}`
              : quantity(Math.abs(more(measured)), unit),
          ),
        ]
      : []),
  ];
  const all = texts.length === 0 ? [ask("prices.same")] : texts;
  return [...all, ...(pupils > 0 && bearers.length === 0 ? [ask("prices.nobodyFarther")] : [])];
}
