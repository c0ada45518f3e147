import "../../style/wish.css";
import { type ReactNode, useEffect } from "react";
import type { Draft } from "../../../src/index.ts";
import { wishesOf } from "../../draw/wishes.ts";
import type { LockEntry } from "../../draw/locks.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { toldFigures } from "../../state/plan-figures.ts";
import { siteChanges } from "../../state/plans.ts";
import { useSelect } from "../../state/store.ts";
import type { PriceView } from "../../worker/messages.ts";
import { PlansBeside } from "../effects/PlansBeside.tsx";
import { isTold, placesNamed, type PricedView, priceLines } from "./lines.ts";
import { setPrice, usePrice } from "./price-session.ts";
import { useWishVoice } from "./wish-voice.ts";

interface Props {
  readonly draft: Draft;
  readonly lock: LockEntry;
}

/** What one lock costs, asked for by a button, and who bears it. */
export function Price({ draft, lock }: Props): ReactNode {
  const voice = useWishVoice();
  const { wish, read } = voice;
  const { askWish } = useWorkers();
  const view = useSelect(caseView);
  const scenery = useSelect(sceneryOf);
  const price = usePrice(draft);
  useEffect(() => () => setPrice(undefined), []);
  const ask = (): void => {
    setPrice({ draft, key: lock.key });
    const { plan } = draft;
    const wishes = wishesOf(draft).map((named) => named.wish);
    const question = { about: "price" as const, plan: { plan, sites: siteChanges(draft) }, wishes, wish: lock.key };
    askWish(question, (step) => {
      if (isPrice(step)) setPrice({ draft, key: lock.key, view: step });
    });
  };
  if (price?.key !== lock.key)
    return (
      <button
        type="button"
        className="link-button"
        aria-label={wish("price.askIt", { name: read(lock.name) })}
        onClick={ask}
      >
        {wish("price.ask")}
      </button>
    );
  const lines = price.view ? priceLines(voice, price.view, placesNamed(price.view, view, scenery)) : [];
  return (
    <div className="lock-price">
      <div role="status">
        {price.view ? lines.map((line) => <p key={line}>{line}</p>) : <p>{wish("price.waiting")}</p>}
      </div>
      {price.view && isTold(price.view) && <BothPlans values={price.view.values} />}
      <button type="button" className="link-button" onClick={() => setPrice(undefined)}>
        {wish("price.close")}
      </button>
    </div>
  );
}

const isPrice = (step: { readonly status: string }): step is PriceView =>
  step.status === "priced" || step.status === "impossible" || step.status === "unpriced";

/** The best plan without the lock and the best with it by every measure, as plans that are drawn are told. */
function BothPlans({ values }: Pick<PricedView, "values">): ReactNode {
  const { wish } = useWishVoice();
  const todays = useSelect(caseView)?.today.values;
  if (!todays) return null;
  const [free, kept] = [values.without, values.with].map((each) =>
    toldFigures("in-fives", todays, (key) => each.get(key)),
  );
  return (
    <details className="how">
      <summary>{wish("price.all")}</summary>
      <PlansBeside
        plans={[
          { title: wish("price.without"), value: free.value, told: free.cell },
          { title: wish("price.with"), value: kept.value, told: kept.cell },
        ]}
      />
      <p className="field-help">{wish("price.all.about")}</p>
    </details>
  );
}
