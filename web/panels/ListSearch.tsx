import type { ReactNode } from "react";
import { useVoice, type Voice } from "../i18n/say.ts";
import { touchingToday } from "../map/picture.ts";
import { listSearch } from "../state/search.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";
import { SEARCH_FIELD } from "./keys.ts";

/** A plan by its number, or those that join districts. */
export function ListSearch({ list }: { readonly list: PlanList }): ReactNode {
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
