import { type ReactNode, useState } from "react";
import { type DoubtfulPair, touchingSentence } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";
import { withoutPair, withPair } from "../worker/pair-edits.ts";

type Pair = DoubtfulPair["pair"];

/** What the number of plans rests on: which of today's districts touch, for the planner to put right. */
export function Touching(): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  // While the list is made anew the one before it stands, so that nothing moves under the hand.
  const [shown, show] = useState(list);
  if (list && list !== shown) show(list);
  if (!view || !shown?.touching) return null;
  return (
    <details className="how touching" aria-busy={!list}>
      <summary>{say("touching.title")}</summary>
      <Pairs view={view} list={shown} touching={shown.touching} />
    </details>
  );
}

interface PairsProps {
  readonly view: CaseView;
  readonly list: PlanList;
  readonly touching: NonNullable<PlanList["touching"]>;
}

function Pairs({ view, list, touching }: PairsProps): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const edits = useSelect(({ choice }) => choice.touching);
  const { pairs, doubtful, oneOtherwise, rule, said } = touching;
  const sentence = touchingSentence({
    count: list.count,
    pairs: pairs.length,
    what: "districts",
    rule,
    doubtful: doubtful.filter(({ is }) => is === "open").length,
    ...oneOtherwise,
  });
  const isDoubtful = (pair: Pair): boolean => doubtful.some((each) => isSame(each.pair, pair));
  // A pair stays where the map puts it when somebody says otherwise, under the hand that ticks it.
  const touchesOnMap = (pair: Pair): boolean =>
    pairs.some((each) => isSame(each, pair)) !== said.some((each) => isSame(each.pair, pair));
  const sure = allPairs(view.districts.length).filter((pair) => !isDoubtful(pair));
  const rows = { touching, view };
  return (
    <>
      <p>
        {read(sentence)} {view.borders && read(view.borders)}
      </p>
      {doubtful.length > 0 && (
        <PairList title={say("touching.doubtful")} pairs={doubtful.map(({ pair }) => pair)} {...rows} />
      )}
      <PairList title={say("touching.touch")} pairs={sure.filter(touchesOnMap)} {...rows} />
      <details className="how">
        <summary>{say("touching.others")}</summary>
        <PairList title={say("touching.apart")} pairs={sure.filter((pair) => !touchesOnMap(pair))} {...rows} />
      </details>
      {edits.length > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => store.dispatch({ kind: "choose", change: { touching: [] } })}
        >
          {say("touching.reset")}
        </button>
      )}
    </>
  );
}

interface PairListProps extends Pick<PairsProps, "view" | "touching"> {
  readonly title: string;
  readonly pairs: readonly Pair[];
}

function PairList({ title, pairs, view, touching }: PairListProps): ReactNode {
  const { say, number } = useVoice();
  const store = useStore();
  const edits = useSelect(({ choice }) => choice.touching);
  const put = ([one, other]: Pair, touch: "yes" | "no"): void => {
    const ids = [view.districts[one].id, view.districts[other].id] as const;
    const said = edits.find(({ districts }) => ids.every((id) => districts.includes(id)));
    // Back to what the map shows is no change.
    const next = said ? withoutPair(edits, ids) : withPair(edits, { districts: ids, touch });
    store.dispatch({ kind: "choose", change: { touching: next } });
  };
  return (
    <fieldset className="touching-pairs">
      <legend>{title}</legend>
      {pairs.map((pair) => {
        const touches = touching.pairs.some((each) => isSame(each, pair));
        const doubt = touching.doubtful.find((each) => isSame(each.pair, pair));
        return (
          <label key={pair.join(" ")} className="ask-kind">
            <input type="checkbox" checked={touches} onChange={() => put(pair, touches ? "no" : "yes")} />
            <span>
              {pair.map((district) => view.districts[district].name).join(" - ")}
              {doubt && (
                <span className="price-source">
                  {" "}
                  {say(`touching.${doubt.of}`, { km: number(doubt.metres / 1000, 1) })}
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

const isSame = (one: Pair, other: Pair): boolean => one[0] === other[0] && one[1] === other[1];

const allPairs = (count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, one) => one).flatMap((one) =>
    Array.from({ length: count - one - 1 }, (_, i): Pair => [one, one + 1 + i]),
  );
