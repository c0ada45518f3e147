import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Text } from "../../src/index.ts";
import { counted, useVoice } from "../i18n/say.ts";
import { pictureOf } from "../map/picture.ts";
import { type PlanFigures, planFigures } from "../state/plan-figures.ts";
import { begunEffects, chosenDocument, chosenEffects } from "../state/chosen.ts";
import { caseView, listState } from "../state/selectors.ts";
import type { ListState } from "../state/app-state.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { PlanEffects } from "../worker/messages.ts";
import { decisionOf, type PagePlan } from "../state/plans.ts";
import { AllMeasuredWith } from "./assumptions/MeasuredWith.tsx";
import { CompareWith, usePinned } from "./effects/CompareWith.tsx";
import { FourFigures } from "./FourFigures.tsx";
import { decisionName, usePlanTitle } from "./plan-title.ts";
import { Awaited, later, part } from "./later.tsx";
import { LongName } from "./LongName.tsx";
import { MeetingDoors } from "./MeetingDoors.tsx";
import { PinButton } from "./PinButton.tsx";
import { useScreenWidth } from "./screen-width.ts";

const loadBlocks = async () => (await import("./effects/EffectBlocks.tsx")).EffectBlocks;
const Blocks = part(loadBlocks);
const HandOut = later(async () => (await import("./hand-out/HandOut.tsx")).HandOut, "silent");

/** What the chosen plan means against today. */
export function Effects(): ReactNode {
  const view = useSelect(caseView);
  const shown = useShownPlan();
  const costs = useSelect(({ choice }) => choice.costs);
  const begun = useSelect(begunEffects);
  const figures = useMemo(
    () => view && shown && planFigures(view, shown.plan, shown.effects, { costs }, begun),
    [view, shown, costs, begun],
  );
  const picture = useMemo(() => view && shown && pictureOf(view, shown.plan), [view, shown]);
  const status = useSelect((state) => listState(state).status);
  const isPinned = usePinned().pinned !== undefined;
  // On their way while the figures are worked out.
  useEffect(() => void loadBlocks().catch(() => undefined), []);
  if (shown?.effects && shown.effects.unfinished.length > 0)
    return <UnfinishedPlan shown={shown} lines={shown.effects.unfinished} />;
  if (!shown || !figures || !picture) return <NoPlan status={status} />;
  if (!shown.effects)
    return (
      <div className="effects-inside" aria-busy="true">
        <Head shown={shown} figures={figures} />
        <Skeleton />
      </div>
    );
  return (
    <div className="effects-inside">
      <Head shown={shown} figures={figures} />
      <CompareWith own={shown.plan.ref} />
      <PinButton plan={shown.plan} />
      <MeetingDoors />
      <HandOutMenu />
      <Awaited fallback={<Skeleton />}>
        <Blocks figures={figures} picture={picture} pairing={isPinned ? "first" : "last"} />
      </Awaited>
    </div>
  );
}

/** What can be saved and printed comes when somebody asks for it. */
function HandOutMenu(): ReactNode {
  const { say } = useVoice();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="block hand-out" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{say("export.title")}</h3>
      </summary>
      {isOpen && <HandOut />}
    </details>
  );
}

/** A plan that leaves pupils without a school: that alone is said of it, and no figure. */
function UnfinishedPlan({ shown, lines }: { readonly shown: ShownPlan; readonly lines: readonly Text[] }): ReactNode {
  const { read } = useVoice();
  const [first, ...rest] = lines.map(read);
  return (
    <div className="effects-inside">
      <Head shown={shown} />
      <section className="block unfinished" role="status">
        <p>
          <strong>{first}</strong>
        </p>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </div>
  );
}

/** There is no plan to tell of: one is on its way, or the list says why there is none. */
function NoPlan({ status }: { readonly status: ListState["status"] }): ReactNode {
  const { say } = useVoice();
  if (status === "idle" || status === "solving") return <Skeleton />;
  return <p className="notice">{say(status === "listed" ? "effects.none" : "effects.noList")}</p>;
}

/** Where the effects will stand; no figure stands in for one that is not there yet. */
function Skeleton(): ReactNode {
  const { say } = useVoice();
  return (
    <>
      <p className="notice" role="status">
        {say("effects.waiting")}
      </p>
      <div className="skeleton-rows" aria-hidden="true">
        {Array.from({ length: 4 }, (_, i) => (
          <div key={i} className="skeleton-row tall" />
        ))}
      </div>
    </>
  );
}

interface ShownPlan {
  readonly plan: PagePlan;
  readonly effects: PlanEffects | undefined;
}

/** Longer than this the effects of the plan before are not left standing, milliseconds. */
const PATIENCE = 120;

/**
 * The chosen plan with its effects. They take the worker some hundredths of a second; until then the panel stays as it is,
 * whole and with its own plan's name, rather than flicker.
 */
function useShownPlan(): ShownPlan | undefined {
  const plan = useSelect(chosenDocument);
  const effects = useSelect(chosenEffects);
  const chosen = useMemo(() => plan && { plan, effects }, [plan, effects]);
  const [shown, setShown] = useState(chosen);
  const isWhole = !chosen || !shown || chosen.effects !== undefined;
  if (isWhole && chosen !== shown) setShown(chosen);
  useEffect(() => {
    if (chosen === shown) return undefined;
    const timer = setTimeout(() => setShown(chosen), PATIENCE);
    return () => clearTimeout(timer);
  }, [chosen, shown]);
  return isWhole ? chosen : shown;
}

/** Says that the figures are not at the case's own prices; opens them. */
function Corrections(): ReactNode {
  const voice = useVoice();
  const store = useStore();
  const count = useSelect(({ choice }) => choice.costs.length);
  if (count === 0) return null;
  return (
    <button type="button" className="link-button" onClick={() => store.dispatch({ kind: "dialog", dialog: "costs" })}>
      {voice.say("costs.inForce", counted(voice, count))}
    </button>
  );
}

interface HeadProps {
  readonly shown: ShownPlan;
  /** None of a plan that leaves pupils without a school. */
  readonly figures?: PlanFigures;
}

function Head({ shown: { plan }, figures }: HeadProps): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  // Where there is only a map and a sheet, the sheet's head has them.
  const isWide = useScreenWidth() === "wide";
  const title = usePlanTitle(plan.ref);
  const decision = decisionOf(plan);
  const isProposed = useSelect((state) => state.proposed !== undefined);
  const isPast = useSelect(({ past }) => past !== undefined);
  return (
    <>
      <div className="effects-pinned">
        <h2>
          <LongName name={title} /> <span className="against">{say("effects.against")}</span>
        </h2>
        {isWide && figures && <FourFigures figures={figures} money="open" />}
      </div>
      <div className="effects-head">
        {decision && plan.place && (
          <p>
            <span className="plan-tag">★ {decisionName(voice, decision, plan.place.list.policy)}</span>
          </p>
        )}
        {isProposed && (
          <p role="status" className="field-help">
            {say("effects.asItIs", { plan: title })}
          </p>
        )}
        {isPast && <p className="field-help">{say("past.figures")}</p>}
        {plan.place && <p className="effects-policy">{say(`policy.${plan.place.list.policy}`)}</p>}
        {plan.draft && plan.draft.reason !== "" && (
          <p className="effects-reason">{say("draw.reason.is", { reason: plan.draft.reason })}</p>
        )}
        <Corrections />
        <AllMeasuredWith plan={plan} />
      </div>
    </>
  );
}
