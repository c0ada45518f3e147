import { type ReactNode, useEffect } from "react";
import { whatComes } from "../../ask/finished.ts";
import type { Taken } from "../../ask/proposed.ts";
import { undoneLines } from "../../draw/own-undone.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { effectsKey } from "../../state/chosen.ts";
import type { PagePlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** Shows a finished plan on the map, and has it measured, while it is neither taken nor left nor drawn upon. */
export function useOnMap(base: PagePlan | undefined, taken: Taken | undefined): void {
  const store = useStore();
  const isFree = useSelect(({ hand }) => hand === "free");
  useEffect(() => {
    if (!base || !taken) return undefined;
    store.dispatch({ kind: "offered", offered: [base, taken.after] });
    return () => store.dispatch({ kind: "offered", offered: [] });
  }, [store, base, taken]);
  useEffect(() => {
    if (!isFree || !taken) return undefined;
    if (store.state().choice.view === "today") store.dispatch({ kind: "choose", change: { view: "plan" } });
    store.dispatch({ kind: "proposed", proposed: taken });
    return () => store.dispatch({ kind: "proposed", proposed: undefined });
  }, [store, isFree, taken]);
}

interface Props {
  readonly base: PagePlan;
  readonly taken: Taken;
}

/** What a finished plan costs, and the problems that it makes or leaves. */
export function Comes({ base, taken }: Props): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const was = useSelect((state) => state.effects.get(effectsKey(state, base)));
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const is = useSelect((state) => state.effects.get(effectsKey(state, taken.after)));
  if (!was || !is || !unitBand) return <p className="field-help">{say("finish.measuring")}</p>;
  const { cost, makes, leaves } = whatComes(voice, taken, { was, is });
  return (
    <>
      {cost && <p>{cost}</p>}
      {undoneLines(voice, taken.before, taken.after.draft, unitBand).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {makes.length + leaves.length === 0 && <p>{say("finish.whole")}</p>}
      <Lines title={say("finish.makes", counted(voice, makes.length))} lines={makes} />
      <Lines title={say("finish.leaves", counted(voice, leaves.length))} lines={leaves} />
    </>
  );
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode =>
  lines.length > 0 && (
    <>
      <p>{title}</p>
      <ul className="draw-problems">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
