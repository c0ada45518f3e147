import { type ReactNode, useMemo, useState } from "react";
import { counted, useVoice } from "../i18n/say.ts";
import { pictureOf, todaysPicture } from "../map/picture.ts";
import { chosenDocument, chosenEffects, chosenPlan } from "../state/chosen.ts";
import { planWalk } from "../state/plan-sites.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { AllMeasuredWith } from "./assumptions/MeasuredWith.tsx";
import { RowTable } from "./RowTable.tsx";
import { Segments } from "./Segments.tsx";
import { districtRows, siteRows, type TableRows, unitRows, useOnMap } from "./table-rows.tsx";
import { usePlanTitle } from "./plan-title.ts";

const SHEETS = ["districts", "sites", "units"] as const;
type SheetName = (typeof SHEETS)[number];

/** Everything that the map shows, as tables: districts, schools, and the areas where pupils live. */
export function TableView(): ReactNode {
  const { say, read } = useVoice();
  const unfinished = useSelect(chosenEffects)?.unfinished;
  const [sheet, setSheet] = useState<SheetName>("districts");
  const title = usePlanTitle(useSelect(chosenPlan));
  const plan = useSelect(chosenDocument);
  return (
    <section className="table-view" aria-label={say("table.label")}>
      <div className="table-head">
        <h2>{title}</h2>
        <Segments
          name="sheet"
          of={{ legend: say("table.label") }}
          options={SHEETS.map((value) => ({ value, label: say(`table.${value}`) }))}
          chosen={sheet}
          onChoose={setSheet}
        />
      </div>
      {unfinished?.map((line) => (
        <p key={line.en} role="status">
          {read(line)}
        </p>
      ))}
      {plan && <AllMeasuredWith plan={plan} />}
      <Sheet key={sheet} name={sheet} />
    </section>
  );
}

interface Order {
  readonly column: string;
  readonly state: "ascending" | "descending";
}

function Sheet({ name }: { readonly name: SheetName }): ReactNode {
  const voice = useVoice();
  const rows = useRows(name);
  const [order, setOrder] = useState<Order>();
  const shown = useMemo(() => (rows ? inOrder(rows, order) : []), [rows, order]);
  if (!rows) return null;
  const sortBy = (column: string): void => {
    setOrder((before) =>
      before?.column === column && before.state === "ascending"
        ? { column, state: "descending" }
        : { column, state: "ascending" },
    );
  };
  return (
    <>
      <RowTable
        label={voice.say(`table.${name}`)}
        count={rows.count}
        columns={rows.columns.map(({ key, title, kind, cell }) => ({
          key,
          title,
          kind,
          cell: (row) => cell(shown[row]),
          sort: { state: order?.column === key ? order.state : "none", onSort: () => sortBy(key) },
        }))}
      />
      <p className="shown">
        {voice.say("table.shown", counted(voice, rows.count))}
        {name === "units" && ` · ${voice.say("table.onlyPupils")}`}
      </p>
    </>
  );
}

function useRows(name: SheetName): TableRows | undefined {
  const voice = useVoice();
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const effects = useSelect(chosenEffects);
  const scenery = useSelect(sceneryOf);
  const newWays = useSelect((state) => state.newWays);
  const onMap = useOnMap();
  return useMemo(() => {
    if (!view || !scenery) return undefined;
    const today = todaysPicture(view);
    const picture = chosen ? pictureOf(view, chosen) : today;
    const walk = planWalk(view, newWays, chosen);
    const ground = { voice, view, walk, chosen, effects, scenery, today, picture, onMap };
    return name === "districts" ? districtRows(ground) : name === "sites" ? siteRows(ground) : unitRows(ground);
  }, [name, voice, view, newWays, chosen, effects, scenery, onMap]);
}

/** Rows by a column: numbers by size, texts as the language sorts them; the order of the case where none is chosen. */
function inOrder({ count, columns }: TableRows, order: Order | undefined): readonly number[] {
  const rows = Array.from({ length: count }, (_, row) => row);
  const column = columns.find(({ key }) => key === order?.column);
  if (!column || !order) return rows;
  const compare = new Intl.Collator("da").compare;
  const sign = order.state === "ascending" ? 1 : -1;
  const keys = rows.map((row) => column.sortKey(row));
  return rows.toSorted((a, b) => {
    const [x, y] = [keys[a], keys[b]];
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y))) || a - b;
  });
}
