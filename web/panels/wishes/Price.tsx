import "../../style/wish.css";
import { type ReactNode, useEffect } from "react";
import type { Draft } from "../../../src/index.ts";
import { type NamedWish, placesKey, wishesOf } from "../../draw/wishes.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { siteChanges } from "../../state/plans.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { PriceView } from "../../worker/messages.ts";
import { TwoPlans } from "../effects/TwoPlans.tsx";
import { LetGo } from "./LetGo.tsx";
import { isTold, namedIn, placesNamed, priceLines } from "./lines.ts";
import { subjectOf, useWishVoice } from "./wish-voice.ts";

export interface Props {
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
  const price = useSelect(({ asked }) => (asked?.draft === draft ? asked.price : undefined));
  const key = is.kind === "lock" ? is.lock.key : placesKey(is);
  const of = is.kind;
  const told = price?.key === key && price.view && isTold(price.view) ? price.view : undefined;
  const store = useStore();
  useEffect(() => {
    if (!told) return undefined;
    store.dispatch({ kind: "bearers", units: told.bearers.map(({ unit }) => unit) });
    return () => store.dispatch({ kind: "bearers", units: [] });
  }, [store, told]);
  const set = (change: typeof price): void => store.dispatch({ kind: "asked", draft, change: { price: change } });
  const ask = (): void => {
    set({ key });
    const { plan } = draft;
    const wishes = wishesOf(draft).map((named) => named.wish);
    const question = { about: "price" as const, plan: { plan, sites: siteChanges(draft) }, wishes, wish: key };
    askWish(question, (step) => {
      // Closed meanwhile it stays closed.
      if (isPrice(step) && store.state().asked?.price?.key === key) set({ key, view: step });
    });
  };
  if (price?.key !== key)
    return (
      <button
        type="button"
        className="link-button"
        aria-label={wish("price.askIt", { of, name: read(subjectOf(voice.grades, { is })) })}
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
      {told && (
        <TwoPlans
          title={wish("price.all")}
          about={wish("price.all.about")}
          columns={{ without: wish("price.without", { of }), with: wish("price.with", { of }) }}
          values={told.values}
        />
      )}
      {collision && view && (
        <LetGo draft={draft} unitBand={view.units.unitBand} wishes={namedIn(wishes, collision.conflict)} />
      )}
      <button type="button" className="link-button" onClick={() => set(undefined)}>
        {wish("price.close")}
      </button>
    </div>
  );
}

const isPrice = (step: { readonly status: string }): step is PriceView =>
  step.status === "priced" || step.status === "impossible" || step.status === "unpriced";
