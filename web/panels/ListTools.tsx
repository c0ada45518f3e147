import { type ReactNode, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import { planLeftOut } from "../state/chosen.ts";
import { sortMeasure } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { PlanList } from "../worker/messages.ts";
import { later } from "./later.tsx";
import { LevelNote } from "./LevelNote.tsx";
import { MeasureChoice } from "./measure-choice.tsx";
import { usePlanTitle } from "./plan-title.ts";

// What is folded at first comes after the list is there.
const ListSearch = later(async () => (await import("./ListSearch.tsx")).ListSearch, "silent");
const WeightsPanel = later(async () => (await import("../weights/WeightsPanel.tsx")).WeightsPanel, "said");

interface ListProps {
  readonly list: PlanList;
}

/** Searching, filtering and weighing the list. */
export function ListFilters({ list }: ListProps): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const sort = useSelect(sortMeasure);
  const show = useSelect(({ choice }) => choice.show);
  const search = useSelect(({ choice }) => choice.search);
  const isWeighed = useSelect(({ choice }) => choice.weights !== undefined);
  const [open, setOpen] = useState(show === "unbeaten" || search !== "");
  return (
    <>
      <details className="list-filters" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say("list.filter")}</summary>
        <ListSearch list={list} />
        <div className="check">
          <input
            id="unbeaten"
            type="checkbox"
            className="form-checkbox"
            checked={show === "unbeaten"}
            onChange={({ target }) => {
              store.dispatch({ kind: "choose", change: { show: target.checked ? "unbeaten" : "all" } });
            }}
          />
          <label htmlFor="unbeaten">{say("list.unbeaten")}</label>
        </div>
        <p className="field-help">{say("list.unbeaten.text")}</p>
      </details>
      {list.count > 1 && <Weighing list={list} />}
      {sort && !isWeighed && <LevelNote measures={[sort]} />}
    </>
  );
}

/** The list's order, which stays in sight above the rows. */
export function ListOrder({ list }: ListProps): ReactNode {
  const { say } = useVoice();
  const sort = useSelect(sortMeasure);
  const isWeighed = useSelect(({ choice }) => choice.weights !== undefined);
  return (
    <div className="list-order" data-covers="">
      {isWeighed && <p className="field-label">{say("list.weighed")}</p>}
      {sort && !isWeighed && <MeasureChoice part="sort" label={say("list.sort")} list={list} value={sort} />}
      <Shown list={list} />
      <LeftOut />
    </div>
  );
}

/** Concerns weighed against each other, in place of one measure; comes when it is opened. */
function Weighing({ list }: ListProps): ReactNode {
  const { say } = useVoice();
  const isWeighed = useSelect(({ choice }) => choice.weights !== undefined);
  const [open, setOpen] = useState(isWeighed);
  return (
    <details className="list-filters" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(isWeighed ? "list.weighed" : "list.weigh")}</summary>
      {open && <WeightsPanel list={list} />}
    </details>
  );
}

/** How many plans the filters let through, said aloud when it changes. */
function Shown({ list }: ListProps): ReactNode {
  const { say, number } = useVoice();
  const shown = useSelect(({ arranged }) => arranged?.order.length ?? 0);
  return (
    <p className="shown" role="status">
      {say("list.count", { shown: number(shown), count: list.count, text: number(list.count) })}
    </p>
  );
}

/** Says so where the plan on the map is none of those that the filters let through. */
function LeftOut(): ReactNode {
  const { say } = useVoice();
  const plan = useSelect(planLeftOut);
  const title = usePlanTitle(plan);
  return plan ? (
    <p className="field-help" role="status">
      {say("list.leftOut", { plan: title })}
    </p>
  ) : null;
}
