import { useEffect, useMemo, useState } from "react";
import type { PointAnswer } from "../../src/index.ts";
import { chosenDocument } from "../state/chosen.ts";
import { assumed, type PagePlan } from "../state/plans.ts";
import { useSelect, useStore } from "../state/store.ts";
import { pinnedPlans } from "../state/tray.ts";
import { useWorkers } from "../state/workers-context.ts";
import type { HereAnswer } from "../worker/here-messages.ts";
import { keepHome, keptHome } from "./kept-home.ts";

export type AddressState = Extract<HereAnswer, { about: "addresses" }> | "coming" | "not-fetched";

/** The case's addresses, fetched whole and made ready to be found; until then towns and schools are found. */
export function useAddresses(): AddressState {
  const workers = useWorkers();
  const hash = useSelect(({ caseState }) => (caseState.status === "open" ? caseState.view.dataHash : undefined));
  const [state, setState] = useState<AddressState>("coming");
  useEffect(() => {
    if (hash === undefined) return undefined;
    let isWanted = true;
    const fetchAll = async (): Promise<void> => {
      const files = await workers.addressFiles();
      workers.askHere({ about: "addresses", files }, (answer) => {
        if (isWanted && answer.about === "addresses") setState(answer);
      });
    };
    fetchAll().catch(() => {
      if (isWanted) setState("not-fetched");
    });
    return () => {
      isWanted = false;
    };
  }, [workers, hash]);
  return state;
}

/** Brings back the place that was asked about in this tab, and keeps the one that is; returns what forgets it. */
export function useKeptHome(): () => void {
  const store = useStore();
  const hash = useSelect(({ caseState }) => (caseState.status === "open" ? caseState.view.dataHash : undefined));
  const home = useSelect((state) => state.home);
  useEffect(() => {
    if (hash === undefined) return;
    if (home) return keepHome(hash, home);
    const kept = keptHome(hash);
    if (kept) store.dispatch({ kind: "home", home: kept });
  }, [store, hash, home]);
  return () => {
    if (hash !== undefined) keepHome(hash, undefined);
    store.dispatch({ kind: "home", home: undefined });
  };
}

/** The plan in view and those that are pinned, each once; today's alone says nothing new. */
export function usePlansHere(): readonly PagePlan[] {
  const chosen = useSelect(chosenDocument);
  const pinned = useSelect(pinnedPlans);
  const today = useSelect(({ caseState }) => (caseState.status === "open" ? caseState.view.plans[0] : undefined));
  return useMemo(() => {
    const all = [chosen, ...pinned.map(({ plan }) => plan)].filter((plan) => plan !== undefined);
    const others = all.filter(({ plan }) => plan !== today);
    return others.filter(({ key }, i) => others.findIndex((other) => other.key === key) === i);
  }, [chosen, pinned, today]);
}

/** What was found out about a place in some plans, which are the answer's own, today's left out. */
export interface Answered {
  readonly answer: PointAnswer;
  readonly plans: readonly PagePlan[];
}

/** As it was while the next is worked out for the same place. */
export function useAnswer(plans: readonly PagePlan[]): Answered | "working" | "broken" | undefined {
  const workers = useWorkers();
  const [lon, lat] = [useSelect(({ home }) => home?.lon), useSelect(({ home }) => home?.lat)];
  const costs = useSelect(({ choice }) => choice.costs);
  const [known, setKnown] = useState<{ readonly key: string; readonly answered: Answered | "broken" }>();
  const key = `${lon} ${lat}`;
  useEffect(() => {
    if (lon === undefined || lat === undefined) return undefined;
    let isWanted = true;
    workers.askHere({ about: "point", at: { lon, lat }, plans: plans.map(assumed) }, (answer) => {
      if (!isWanted) return;
      if (answer.about === "point") setKnown({ key, answered: { answer: answer.answer, plans } });
      else setKnown({ key, answered: "broken" });
    });
    return () => {
      isWanted = false;
    };
    // How fast pupils get along stands in the register, and the worker has been told of its figures by then.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [workers, lon, lat, key, plans, costs]);
  if (lon === undefined) return undefined;
  return known?.key === key ? known.answered : "working";
}
