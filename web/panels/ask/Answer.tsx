import { type ReactNode, useEffect, useState } from "react";
import { gradesText, measureNamed, roundedCell, gradesInWords } from "../../../src/index.ts";
import { type AskForm, withRoom } from "../../ask/form.ts";
import { claimOf, toldApart } from "../../ask/front.ts";
import { takenAs } from "../../ask/proposed.ts";
import { districtSizes } from "../../ask/sizes.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { overflowOf } from "../../draw/drawn.ts";
import { useOfferKeys } from "../../draw/use-offer-keys.ts";
import { counted } from "../../i18n/say.ts";
import { pictureOf } from "../../map/picture.ts";
import { nearestPlace } from "../../state/places.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { AskAnswer, AskedPlan } from "../../worker/messages.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { isTrayFull } from "../../state/tray.ts";
import { TrayFull } from "../PinButton.tsx";
import { turnPin } from "../use-pin.ts";
import { usePlanTitle } from "../plan-title.ts";
import { LevelNote } from "../LevelNote.tsx";
import { Thumbnail } from "../Thumbnail.tsx";
import { AnswerProblems, useMeasured } from "./AnswerProblems.tsx";
import { type AskVoice, goalsText, isTelling, useAskVoice } from "./ask-voice.ts";
import { certificateText } from "./certificate-text.ts";
import { FrontChart } from "./FrontChart.tsx";
import { Prices } from "./Prices.tsx";
import { session, useSession } from "./session-context.ts";
import { measuredText } from "./measured-text.ts";
import { Sizes } from "./Sizes.tsx";
import { useAdopt } from "./use-adopt.ts";
import { useMeasureTitle } from "../use-measure-title.ts";

/** What was found, how sure that is, and the way to open it. */
export function Answer({ answer, onAsk }: Asking & { readonly answer: AskAnswer }): ReactNode {
  const { asked } = useSession();
  if (!asked || answer.plans.length === 0) return null;
  return <Found asked={asked} answer={answer} onAsk={onAsk} />;
}

interface Asking {
  readonly onAsk: (form: AskForm) => void;
}

function Found({ asked, answer: given, onAsk }: SeveralProps & Asking): ReactNode {
  const { ask, goal } = useAskVoice();
  const answer = given.complete === undefined ? given : { ...given, plans: toldApart(given.plans, goal) };
  const [best] = answer.plans;
  useMeasured(asked, answer.plans);
  return (
    <section className="ask-answer" aria-label={ask("answer.title")}>
      <h3 tabIndex={-1} data-arrival="">
        {ask("answer.title")}
      </h3>
      {given.plans.length === 1 && !given.list ? (
        <One asked={asked} plan={best} onAsk={onAsk} />
      ) : (
        <Several asked={asked} answer={answer} />
      )}
      {answer.prices && <Prices prices={answer.prices} asked={asked} />}
      <p className="draw-links">
        <button type="button" className="link-button" onClick={session.clear}>
          {ask("ask.change")}
        </button>
      </p>
    </section>
  );
}

interface OneProps {
  readonly asked: AskedQuestion;
  readonly plan: AskedPlan;
}

function One({ asked, plan, onAsk }: OneProps & Asking): ReactNode {
  const voice = useAskVoice();
  const view = useSelect(caseView);
  const { base } = asked;
  const shown = useSession().shown === 0 ? "shown" : "hidden";
  useOnMap(asked, shown === "shown" ? plan : undefined, () => session.look(undefined));
  if (!view) return null;
  const isSame = takenAs(view, base, plan).changes.length === 0;
  return (
    <>
      <p role="status" className="ask-certificate">
        {isSame && plan.status === "optimal" && !plan.splits
          ? voice.ask("answer.same")
          : certificateText(voice, asked.form.kind, plan)}
      </p>
      <SmallMap asked={asked} plan={plan} />
      <dl className="ask-goal-values">
        {plan.goals.filter(isTelling).map(({ goal, value, before }) => (
          <div key={goal}>
            <dt>{voice.ask(`value.${goal}`)}</dt>
            <dd>
              <strong>{voice.goal(goal, value)}</strong>
              {before !== undefined && ` (${voice.ask("answer.before", { value: voice.goal(goal, before) })})`}
            </dd>
          </div>
        ))}
      </dl>
      <Closings asked={asked} plan={plan} />
      <Sizes asked={asked} plan={plan} />
      <Splits asked={asked} plan={plan} />
      {plan.breaches && <p>{voice.ask("answer.breaks", { breaches: plan.breaches.map(voice.read).join("; ") })}</p>}
      <AnswerProblems asked={asked} plan={plan} />
      <RoomToo asked={asked} plan={plan} onAsk={onAsk} />
      {!isSame && (
        <OnMap asked={asked} plan={plan} is={shown} onShow={() => session.look(shown === "shown" ? undefined : 0)} />
      )}
      {!isSame && <Open asked={asked} plan={plan} label={voice.ask("answer.open")} />}
    </>
  );
}

/** New districts in which a school is over its places: asked again with room for all in each, at a press. */
function RoomToo({ asked: { form, base }, plan, onAsk }: OneProps & Asking): ReactNode {
  const { ask } = useAskVoice();
  const view = useSelect(caseView);
  if (!view || form.kind !== "redraw" || form.redrawRules.some(({ row }) => row === "capacity")) return null;
  const { draft } = takenAs(view, base, plan).after;
  if (overflowOf(draft, view.units.unitBand, draft.plan.assignment) === 0) return null;
  return (
    <p>
      <button type="button" className="button button-secondary small-button" onClick={() => onAsk(withRoom(form))}>
        {ask("redraw.room")}
      </button>
    </p>
  );
}

interface SeveralProps {
  readonly asked: AskedQuestion;
  readonly answer: AskAnswer;
}

/** Several plans: of two concerns as a chart as well. */
function Several({ asked, answer }: SeveralProps): ReactNode {
  const { plans, complete, list } = answer;
  const voice = useAskVoice();
  const { ask } = voice;
  const titleOf = useMeasureTitle();
  const listed = list && measureNamed(list.measure);
  const { shown: looked } = useSession();
  const shown = typeof looked === "number" ? looked : undefined;
  useOnMap(asked, shown === undefined ? undefined : plans[shown], () => session.look(undefined));
  return (
    <>
      {list && (
        <p className="field-help">
          {ask(list.complete ? "merge.ways" : "merge.some", {
            ...counted(voice, list.ways),
            measure: listed ? titleOf(listed) : list.measure,
          })}
        </p>
      )}
      {complete !== undefined && (
        <>
          <p className="field-help">{frontText(voice, asked.form, answer)}</p>
          <FrontChart plans={plans} shown={shown ?? 0} onShow={session.look} />
        </>
      )}
      <ol className="ask-plans">
        {plans.map((plan, i) => (
          <li key={plan.plan.id} className={i === shown ? "ask-plan ask-shown" : "ask-plan"}>
            <strong>{ask("answer.number", { number: voice.number(i + 1) })}</strong>
            <SmallMap asked={asked} plan={plan} />
            {plan.goals.length > 0 && <p>{goalsText(voice, plan.goals)}</p>}
            <Merged asked={asked} plan={plan} />
            <Closings asked={asked} plan={plan} />
            <Sizes asked={asked} plan={plan} />
            <Splits asked={asked} plan={plan} />
            <AnswerProblems asked={asked} plan={plan} />
            {(complete === undefined || plan.status !== "optimal") && (
              <p className="field-help">{certificateText(voice, asked.form.kind, plan, plans[i - 1])}</p>
            )}
            <OnMap
              asked={asked}
              plan={plan}
              is={i === shown ? "shown" : "hidden"}
              onShow={() => session.look(i === shown ? undefined : i)}
            />
            <Open asked={asked} plan={plan} label={ask("answer.openNumber", { number: voice.number(i + 1) })} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the plans of the chart are, no more of it than is proven, and which are missing. */
function frontText(voice: AskVoice, { against: [first, second] }: Pick<AskForm, "against">, answer: AskAnswer): string {
  const { ask } = voice;
  const claim = claimOf(answer);
  const whole = ask(`front.${claim}`, counted(voice, Math.max(1, Math.round(answer.seconds))));
  const { ends } = answer;
  if (claim === "all" || ends === undefined || (claim === "found" && ends === "all")) return whole;
  return `${whole} ${ask(`front.ends.${ends}`, { first: ask(`goal.${first}`), second: ask(`goal.${second}`) })}`;
}

/** Shows an answer on the map while it is neither taken nor left: Enter takes it, Escape leaves it. */
function useOnMap(asked: AskedQuestion, plan: AskedPlan | undefined, leave: () => void): void {
  const store = useStore();
  const view = useSelect(caseView);
  const adopt = useAdopt();
  const taken = view && plan ? takenAs(view, asked.base, plan) : undefined;
  const proposed = taken && taken.changes.length > 0 ? taken : undefined;
  useEffect(() => {
    if (!proposed) return undefined;
    if (store.state().choice.view === "today") store.dispatch({ kind: "choose", change: { view: "plan" } });
    store.dispatch({ kind: "proposed", proposed });
    return () => store.dispatch({ kind: "proposed", proposed: undefined });
  }, [store, proposed]);
  const take = (): void => {
    if (plan) adopt(asked, plan, asked.base.draft ? "here" : "new");
  };
  useOfferKeys(proposed ? "offered" : "none", take, leave);
}

interface OnMapProps extends OneProps {
  readonly is: "shown" | "hidden";
  readonly onShow: () => void;
}

/** What an answer would change, and whether the map shows it. */
function OnMap({ asked: { base }, plan, is, onShow }: OnMapProps): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const view = useSelect(caseView);
  const title = usePlanTitle(base.ref);
  if (!view) return null;
  const { areas, pupils, bands } = takenAs(view, base, plan);
  const rounded = roundedCell(pupils);
  const all =
    pupils === 0 || rounded.kind === "few" ? ask("answer.few") : ask("answer.about", { pupils: voice.cell(rounded) });
  const who =
    bands.length === 0 || bands.length === base.plan.grades.bands.length
      ? all
      : ask("answer.inGrades", { pupils: all, bands: voice.read(gradesText(base.plan.grades, bands)) });
  return (
    <>
      <p>
        {areas === 0
          ? ask("answer.movesNone")
          : ask("answer.moves", { ...counted(voice, areas), plan: title, pupils: who })}
      </p>
      <button
        type="button"
        className="button button-secondary small-button ask-on-map"
        aria-pressed={is === "shown"}
        onClick={onShow}
      >
        {ask("answer.show")}
      </button>
      {is === "shown" && <p className="field-help">{ask("answer.shown", { plan: title })}</p>}
    </>
  );
}

/** An answer as a small map, beside what is said of it. */
function SmallMap({ asked: { base }, plan }: OneProps): ReactNode {
  const view = useSelect(caseView);
  return view && <Thumbnail of={takenAs(view, base, plan).plan} />;
}

/** What merged districts are in order by, and which they are. */
function Merged({ asked: { base }, plan: answer }: OneProps): ReactNode {
  const voice = useAskVoice();
  const { ask, list } = voice;
  const titleOf = useMeasureTitle();
  const view = useSelect(caseView);
  const { measured, plan } = answer;
  if (!measured || !view) return null;
  const picture = pictureOf(view, takenAs(view, base, answer).plan);
  const value = measuredText(voice, measured, districtSizes(picture), picture.counts);
  const row = measureNamed(measured.measure);
  return (
    <>
      {row && (
        <p>
          {titleOf(row)}: {value}
        </p>
      )}
      <LevelNote measures={[measured.measure]} />
      <p>{ask("merge.districts", { names: list(plan.districts.map(({ name }) => name)) })}</p>
    </>
  );
}

/** Which schools a network does without. */
function Closings({ asked: { base, question }, plan }: OneProps): ReactNode {
  const { ask, list } = useAskVoice();
  const view = useSelect(caseView);
  if (question.kind !== "network") return null;
  const sites = [...(view?.sites ?? []), ...(base.draft?.newSites ?? [])];
  const closed = sites.flatMap(({ name }, site) =>
    base.plan.teaching[site] !== 0 && plan.plan.teaching[site] === 0 ? [name] : [],
  );
  return <p>{closed.length === 0 ? ask("answer.closesNone") : ask("answer.closes", { schools: list(closed) })}</p>;
}

/** Which areas an answer divides, which neither the map nor a proposal does. */
function Splits({ asked: { base }, plan: { splits } }: OneProps): ReactNode {
  const voice = useAskVoice();
  const { ask, read, list } = voice;
  const view = useSelect(caseView);
  const scenery = useSelect(sceneryOf);
  if (!splits || !view) return null;
  const names = [...view.sites, ...(base.draft?.newSites ?? [])].map(({ name }) => name);
  return (
    <>
      <p>{ask("answer.splits", counted(voice, splits.length))}</p>
      <ul className="field-help">
        {splits.map(({ unit, band, sites }) => {
          const place = scenery && nearestPlace(scenery, view.units.lon[unit], view.units.lat[unit]);
          return (
            <li key={`${unit} ${band}`}>
              {ask("answer.split", {
                place: place ?? view.units.id[unit],
                band: read(gradesInWords(base.plan.grades.bands[band].key)),
                schools: list(sites.map((site) => names[site])),
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface OpenProps extends OneProps {
  readonly label: string;
}

/** Of a proposal that was asked of, also a step of its own. */
function Open({ asked, plan, label }: OpenProps): ReactNode {
  const { ask, read } = useAskVoice();
  const store = useStore();
  const adopt = useAdopt();
  const isOwn = asked.base.draft !== undefined;
  const isFull = useSelect(({ choice }) => isTrayFull(choice));
  const [isRefused, setRefused] = useState(false);
  const pin = (): void => {
    setRefused(isFull);
    if (isFull) return;
    const before = chosenDocument(store.state())?.key;
    adopt(asked, plan, "new");
    const made = chosenDocument(store.state());
    // One that cannot be taken says so, and there is nothing to pin.
    if (made && made.key !== before) turnPin(store, made);
  };
  return (
    <div className="undo-redo">
      {isOwn && (
        <button type="button" className="button button-primary small-button" onClick={() => adopt(asked, plan, "here")}>
          {ask("answer.use", { plan: read(asked.base.plan.title) })}
        </button>
      )}
      <button
        type="button"
        className={`button small-button ${isOwn ? "button-secondary" : "button-primary"}`}
        onClick={() => adopt(asked, plan, "new")}
      >
        {isOwn ? ask("answer.copy") : label}
      </button>
      <button type="button" className="button button-secondary small-button" onClick={pin}>
        {ask("answer.pin")}
      </button>
      <TrayFull when={isRefused && isFull} />
    </div>
  );
}
