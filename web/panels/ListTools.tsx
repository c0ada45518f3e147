import { type ReactNode, useState } from "react";
import { useVoice, type Voice } from "../i18n/say.ts";
import { listSearch } from "../state/search.ts";
import { touchingToday } from "../map/picture.ts";
import { planLeftOut } from "../state/chosen.ts";
import { caseView, sortMeasure } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";
import { SEARCH_FIELD } from "./keys.ts";
import { later } from "./later.tsx";
import { LevelNote } from "./LevelNote.tsx";
import { MeasureChoice } from "./measure-choice.tsx";
import { usePlanTitle } from "./plan-title.ts";

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
        <Search list={list} />
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

function Search({ list }: ListProps): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const view = useSelect(caseView);
  const search = useSelect(({ choice }) => choice.search);
  if (!view) return null;
  const names = view.districts.map(({ name }) => name);
  const hints = searchHints(voice, search, names, list.count);
  const pairs = touchingPairs(view);
  const [example = names.slice(0, 2)] = pairs;
  return (
    <div className="field">
      <label className="field-label" htmlFor={SEARCH_FIELD}>
        {say("list.search")}
      </label>
      <input
        id={SEARCH_FIELD}
        type="search"
        className="form-input compact-input"
        list="pairs"
        value={search}
        placeholder={say("list.search.example", { a: example[0] ?? "", b: example[1] ?? "" })}
        aria-describedby={hints.length > 0 ? "search-unknown" : undefined}
        aria-invalid={hints.length > 0}
        onChange={({ target }) => store.dispatch({ kind: "choose", change: { search: target.value } })}
      />
      <datalist id="pairs">
        {pairs.map(([a, b]) => (
          <option key={`${a}+${b}`}>{say("list.search.example", { a, b })}</option>
        ))}
      </datalist>
      {hints.length > 0 && (
        <p id="search-unknown" className="field-help">
          {hints.join(" ")}
        </p>
      )}
    </div>
  );
}

/** What in the search asks for nothing, and what to write instead. */
function searchHints(
  { say, number }: Voice,
  search: string,
  names: readonly string[],
  count: number,
): readonly string[] {
  const { plans, unknown, several, alone } = listSearch(search, names);
  return [
    ...(plans.some((plan) => plan < 0 || plan >= count) ? [say("list.noPlan", { count: number(count) })] : []),
    ...unknown.slice(0, 1).map((word) => say("list.unknown", { word, names: names.join(", ") })),
    ...several.slice(0, 1).map(({ word, names: fitting }) => say("list.several", { word, names: fitting.join(", ") })),
    ...alone.slice(0, 1).map((name) => say("list.alone", { name })),
  ];
}

/** Names of districts that lie side by side, each pair once. */
const touchingPairs = (view: CaseView): readonly (readonly [string, string])[] =>
  touchingToday(view).map(([one, other]) => [view.districts[one].name, view.districts[other].name] as const);
