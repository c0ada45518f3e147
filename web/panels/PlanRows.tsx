import { memo, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { type Measure, measureNamed, type MeasureKey, writeQuantity, writtenUnit } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { lookAhead } from "../map/look-ahead.ts";
import type { Hue } from "../map/palette.ts";
import type { Picture } from "../map/picture.ts";
import { listedPlan } from "../state/plans.ts";
import { chosenPlan } from "../state/chosen.ts";
import { openRests } from "../claims/open-rests.ts";
import { listNumber, type PlanRef } from "../state/plan-ref.ts";
import { caseView, sortMeasure } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { listedCell, listedValue } from "../state/shown.ts";
import { walk } from "../state/walk.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";
import { decisionName } from "./plan-title.ts";
import { useMeasureTitle } from "./use-measure-title.ts";
import { TrayFull } from "./PinButton.tsx";
import { type Pin, usePin } from "./use-pin.ts";
import { Spot } from "./Spot.tsx";
import { Thumbnail } from "./Thumbnail.tsx";
import { useRowPicture } from "./use-row-picture.ts";
import { useRowWindow } from "./window-rows.ts";

const ROW_HEIGHT = 76;
const PAGE = 6;

/** The list of plans: only the rows in sight are made; the arrow keys walk it. */
export function PlanRows({ list }: { readonly list: PlanList }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const arranged = useSelect((state) => state.arranged);
  const plan = useSelect(chosenPlan);
  const chosen = listNumber(plan) ?? -1;
  const order = arranged?.order ?? new Uint32Array();
  const { hold, first, end, reveal } = useRowWindow(order.length, ROW_HEIGHT);
  useReveal(order, chosen, reveal);
  useEffect(() => lookAhead(store), [store]);
  const isMade = chosen >= 0 && order.subarray(first, end).includes(chosen);
  if (arranged && order.length === 0) return <Empty />;
  const move = (event: KeyboardEvent): void => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    walk(store, steps);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      id="plans"
      ref={hold}
      className="plan-rows"
      role="listbox"
      tabIndex={0}
      aria-label={say("list.label")}
      aria-activedescendant={isMade ? rowId(chosen) : undefined}
      data-own-keys=""
      onKeyDown={move}
      onPointerLeave={() => store.dispatch({ kind: "preview", plan: undefined })}
    >
      <div role="presentation" style={{ height: order.length * ROW_HEIGHT }}>
        {Array.from(order.subarray(first, end), (number, i) => (
          <PlanRow
            key={number}
            list={list}
            number={number}
            place={first + i}
            of={order.length}
            chosen={number === chosen ? "chosen" : "other"}
            unbeaten={arranged?.unbeaten[number] === 1 ? "unbeaten" : "beaten"}
          />
        ))}
      </div>
    </div>
  );
}

/** Brings the chosen row into sight when another is chosen; not at first, so that the page begins at its top. */
function useReveal(order: Uint32Array, chosen: number, reveal: (row: number) => void): void {
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    reveal(order.indexOf(chosen));
  }, [order, chosen, reveal]);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

const rowId = (number: number): string => `plan-${number + 1}`;

interface RowProps {
  readonly list: PlanList;
  readonly number: number;
  readonly place: number;
  readonly of: number;
  readonly chosen: "chosen" | "other";
  readonly unbeaten: "unbeaten" | "beaten";
}

const PlanRow = memo(function PlanRow({ list, number, place, of, chosen, unbeaten }: RowProps): ReactNode {
  const voice = useVoice();
  const { say, number: write } = voice;
  const store = useStore();
  const view = useSelect(caseView);
  const titleOf = useMeasureTitle();
  const sort = useSelect(sortMeasure);
  const isWeighed = useSelect(({ choice }) => choice.weights !== undefined);
  const measure = sort && measureNamed(sort);
  const decision = list.decisions.find(({ plan }) => plan === number);
  const listed = view && listedPlan(view, list, number);
  const pin = usePin(listed);
  const picture = useRowPicture(view, listed);
  if (!view) return null;
  return (
    // Keys are the list's own: it keeps the focus and says which row is active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={rowId(number)}
      className={`plan-row ${chosen}`}
      style={{ transform: `translateY(${place * ROW_HEIGHT}px)`, height: ROW_HEIGHT }}
      role="option"
      aria-selected={chosen === "chosen"}
      aria-setsize={of}
      aria-posinset={place + 1}
      tabIndex={-1}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === "mouse") store.dispatch({ kind: "preview", plan: { from: "list", number } });
      }}
      onClick={() => store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } })}
    >
      {listed && picture ? <Thumbnail of={listed} /> : <span className="thumbnail" />}
      <div className="plan-head">
        <span className="plan-name">{say("list.row", { number: write(number + 1) })}</span>
        {decision && <span className="plan-tag">{decisionName(voice, decision, list.policy)}</span>}
        {unbeaten === "unbeaten" && !decision && (
          <span className="unbeaten-mark" title={say("list.unbeaten.mark")}>
            <span className="sr-only">{say("list.unbeaten.mark")}</span>◆
          </span>
        )}
        {listed && <RowPin pin={pin} />}
        {isWeighed ? (
          <span className="plan-value">{say("list.place", { place: write(place + 1) })}</span>
        ) : (
          measure && (
            <RowValue
              plan={{ from: "list", number }}
              of={measure.key}
              title={titleOf(measure)}
              value={writtenValue(view, list, number, measure, voice)}
            />
          )
        )}
      </div>
      {pin.isRefused ? <TrayFull when /> : <Groups list={list} number={number} picture={picture} />}
    </div>
  );
});

/** A quick way for the pointer; by the keys a plan is pinned where its figures stand, since a row of a list box holds no button. */
function RowPin({ pin: { isPinned, turn } }: { readonly pin: Pin }): ReactNode {
  const { say } = useVoice();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={isPinned ? "row-pin pinned" : "row-pin"}
      title={say("pin.row")}
      onClick={(event) => {
        event.stopPropagation();
        turn();
      }}
    >
      {isPinned && <span className="sr-only">{say("pin.added")}</span>}
      <PinSign />
    </span>
  );
}

interface RowValueProps {
  readonly plan: PlanRef;
  readonly of: MeasureKey;
  readonly title: string;
  readonly value: string;
}

/** What the rows are in order by. Money opens to what it rests on; by the keys it does so where the plan's figures stand. */
function RowValue({ plan, of, title, value }: RowValueProps): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  if (of !== "saving")
    return (
      <span className="plan-value" title={title}>
        {value}
      </span>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className="plan-value figure-button"
      title={`${title}. ${say("costs.rests")}`}
      onClick={(event) => {
        event.stopPropagation();
        openRests(store, plan);
      }}
    >
      {value}
    </span>
  );
}

const PinSign = (): ReactNode => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d="M4.5 1.5h5l-1 4 2.5 2.5h-8l2.5-2.5zM7 8v5" />
  </svg>
);

/** Money is an estimate wherever it stands alone. */
function writtenValue(
  view: CaseView,
  list: PlanList,
  number: number,
  measure: Measure<MeasureKey>,
  { language, say, currency }: Voice,
): string {
  const value = listedValue(view, list, number, measure.key);
  if (Number.isNaN(value)) return "-";
  const unit = writtenUnit(measure.unit, currency);
  const written = writeQuantity(value, listedCell(view, list, number, measure.key), unit, language);
  return measure.unit === "kroner" ? say("money.about", { amount: written }) : written;
}

interface GroupsProps {
  readonly list: PlanList;
  readonly number: number;
  readonly picture: Picture | undefined;
}

/** The plan's districts, each after a spot of its colour on the map; those that stay as they are come last and faint. */
function Groups({ list, number, picture }: GroupsProps): ReactNode {
  const merged = list.groupings.subarray(number * list.districts, (number + 1) * list.districts);
  const groups = Array.from(merged, (district, i) => ({
    hue: picture?.districts[i].hue,
    name: list.merged[district].name,
    joins: list.merged[district].joins.length,
  }));
  return (
    <p className="plan-groups">
      {groups
        .toSorted((a, b) => Number(a.joins === 1) - Number(b.joins === 1))
        .map(({ hue, name, joins }) => (
          <Group key={name} name={name} hue={hue} joins={joins} />
        ))}
    </p>
  );
}

interface GroupProps {
  readonly name: string;
  readonly hue: Hue | undefined;
  readonly joins: number;
}

/** The spot of colour never stands at the end of a line without its name. */
function Group({ name, hue, joins }: GroupProps): ReactNode {
  const [first = "", ...rest] = name.split(" ");
  return (
    <span className={joins === 1 ? "group alone" : "group"}>
      <span className="unbroken">
        {hue ? <Spot hue={hue} /> : <span className="spot" />}
        {first}
      </span>{" "}
      {rest.join(" ")}
    </span>
  );
}

function Empty(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <div className="notice" id="plans">
      <p className="notice-title">{say("list.empty")}</p>
      <p>{say("list.empty.do")}</p>
      <button
        type="button"
        className="button button-secondary small-button"
        onClick={() => store.dispatch({ kind: "choose", change: { search: "", show: "all" } })}
      >
        {say("list.reset")}
      </button>
    </div>
  );
}
