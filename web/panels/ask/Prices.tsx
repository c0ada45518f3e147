import type { ReactNode } from "react";
import { placeNames } from "../../ask/asked-of.ts";
import { linesOf, LOCKS_LINE, rowsOf } from "../../ask/form.ts";
import type { AskedQuestion } from "../../ask/session.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { RulePriceView } from "../../worker/messages.ts";
import { useAskVoice } from "./ask-voice.ts";
import { lineText } from "./RuleLines.tsx";

interface Props {
  readonly prices: readonly RulePriceView[];
  readonly asked: AskedQuestion;
}

/** Each requirement with what every concern would be without it. */
export function Prices({ prices, asked: { form, base } }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const view = useSelect(caseView);
  if (!view) return null;
  const names = placeNames(view, base);
  const titleOf = (line: string): string => {
    const own = linesOf(form).find(({ id }) => id === line);
    return own && line !== LOCKS_LINE
      ? lineText(voice, rowsOf(form.kind)[own.row], own, names)
      : ask("impossible.locks");
  };
  return (
    <>
      <h3>{ask("prices.title")}</h3>
      <ul className="ask-plans">
        {prices.map((price) => {
          const { line } = price;
          if (price.status === "unknown")
            return (
              <li key={line} className="ask-plan">
                <strong>{titleOf(line)}</strong>
                <p>{ask("prices.unknown")}</p>
              </li>
            );
          const dearer = price.goals.filter((goal) => Math.abs(goal.with - goal.without) > 1e-6);
          return (
            <li key={line} className="ask-plan">
              <strong>{titleOf(line)}</strong>
              {dearer.length === 0 && <p>{ask("prices.same")}</p>}
              {dearer.map(({ goal, ...value }) => {
                const more = value.with - value.without;
                const key = more > 0 ? "prices.more" : "prices.less";
                return (
                  <p key={goal}>
                    {ask(`value.${goal}`)}: {ask(key, { value: voice.goal(goal, Math.abs(more)) })}
                  </p>
                );
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
