import "../../style/wish.css";
import { type ReactNode, useEffect } from "react";
import type { Draft } from "../../../src/index.ts";
import { type NamedWish, placesKey, wishesOf } from "../../draw/wishes.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { toldFigures } from "../../state/plan-figures.ts";
import { siteChanges } from "../../state/plans.ts";
import { useSelect } from "../../state/store.ts";
import type { PriceView } from "../../worker/messages.ts";
import { PlansBeside } from "../effects/PlansBeside.tsx";
import { LetGo } from "./LetGo.tsx";
import { isTold, namedIn, placesNamed, type PricedKind, type PricedView, priceLines } from "./lines.ts";
import { leavePrice, setPrice, usePrice } from "./price-session.ts";
import { subjectOf, useWishVoice } from "./wish-voice.ts";

interface Props {
  readonly draft: Draft;
  /** What is priced: a lock, or a school's places in a band. */
  readonly is: Exclude<NamedWish["is"], { readonly kind: "together" }>;
}

/** What one wish costs, asked for by a button, and who bears it; where it has no price, what is in the way. */
export function Price({ draft, is }: Props): ReactNode {
  const voice = useWishVoice();
  const { wish, read } = voice;
  const { askWish } = useWorkers();
  const view = useSelect(caseView);
  const scenery = useSelect(sceneryOf);
  const price = usePrice(draft);
  const key = is.kind === "lock" ? is.lock.key : placesKey(is);
  const of = is.kind;
  useEffect(() => () => leavePrice(key), [key]);
  const ask = (): void => {
    setPrice({ draft, key });
    const { plan } = draft;
    const wishes = wishesOf(draft).map((named) => named.wish);
    const question = { about: "price" as const, plan: { plan, sites: siteChanges(draft) }, wishes, wish: key };
    askWish(question, (step) => {
      if (isPrice(step)) setPrice({ draft, key, view: step });
    });
  };
  if (price?.key !== key)
    return (
      <button
        type="button"
        className="link-button"
        aria-label={wish("price.askIt", { of, name: read(subjectOf({ is })) })}
        onClick={ask}
      >
        {wish("price.ask", { of })}
      </button>
    );
  const wishes = price.view?.status === "impossible" ? wishesOf(draft) : [];
  const places = placesNamed(price.view, view, scenery);
  const lines = price.view ? priceLines(voice, price.view, { of, wishes, places }) : [];
  const collision = price.view?.status === "impossible" ? price.view.collision : undefined;
  return (
    <div className="lock-price">
      <div role="status">
        {price.view ? lines.map((line) => <p key={line}>{line}</p>) : <p>{wish("price.waiting")}</p>}
      </div>
      {price.view && isTold(price.view) && <BothPlans of={of} values={price.view.values} />}
      {collision && <LetGo wishes={namedIn(wishes, collision.conflict)} />}
      <button type="button" className="link-button" onClick={() => setPrice(undefined)}>
        {wish("price.close")}
      </button>
    </div>
  );
}

const isPrice = (step: { readonly status: string }): step is PriceView =>
  step.status === "priced" || step.status === "impossible" || step.status === "unpriced";

/** The best plan without the wish and the best with it by every measure, as plans that are drawn are told. */
function BothPlans({ of, values }: Pick<PricedView, "values"> & { readonly of: PricedKind }): ReactNode {
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
          { title: wish("price.without", { of }), value: free.value, told: free.cell },
          { title: wish("price.with", { of }), value: kept.value, told: kept.cell },
        ]}
      />
      <p className="field-help">{wish("price.all.about")}</p>
    </details>
  );
}
