import { type ReactNode, useMemo, useState } from "react";
import { counted, useVoice } from "../i18n/say.ts";
import { pictureOf, todaysPicture } from "../map/picture.ts";
import { chosenDocument, chosenEffects, chosenPlan } from "../state/chosen.ts";
import { planWalk } from "../state/plan-sites.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { AllMeasuredWith } from "./assumptions/MeasuredWith.tsx";
import { drawnNow } from "../proposals/drawn-now.ts";
import { AreasToDraw } from "./draw/AreasToDraw.tsx";
import { RowTable } from "./RowTable.tsx";
import { Segments } from "./Segments.tsx";
import { type TableRows, useOnMap } from "./table-columns.tsx";
import { districtRows, siteRows } from "./table-rows.tsx";
import { type UnitRows, unitRows } from "./unit-rows.tsx";
import { useOrdered } from "./use-ordered.ts";
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

function Sheet({ name }: { readonly name: SheetName }): ReactNode {
  const voice = useVoice();
  const rows = useRows(name);
  const { shown, columns } = useOrdered(rows);
  const draft = useSelect(drawnNow);
  if (!rows) return null;
  if (name === "units" && draft && isOfUnits(rows)) return <AreasToDraw rows={rows} draft={draft} />;
  return (
    <>
      <RowTable label={voice.say(`table.${name}`)} count={rows.count} columns={columns} />
      <p className="shown">
        {voice.say("table.shown", counted(voice, shown.length))}
        {name === "units" && ` · ${voice.say("table.onlyPupils")}`}
      </p>
    </>
  );
}

const isOfUnits = (rows: TableRows | UnitRows): rows is UnitRows => "units" in rows;

function useRows(name: SheetName): TableRows | UnitRows | undefined {
  const voice = useVoice();
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const effects = useSelect(chosenEffects);
  const scenery = useSelect(sceneryOf);
  const newWays = useSelect((state) => state.newWays);
  const drawn = useSelect(drawnNow);
  const onMap = useOnMap();
  return useMemo(() => {
    if (!view || !scenery) return undefined;
    const today = todaysPicture(view);
    const picture = chosen ? pictureOf(view, chosen) : today;
    const walk = planWalk(view, newWays, chosen);
    const ground = { voice, view, walk, chosen, drawn, effects, scenery, today, picture, onMap };
    return name === "districts" ? districtRows(ground) : name === "sites" ? siteRows(ground) : unitRows(ground);
  }, [name, voice, view, newWays, chosen, drawn, effects, scenery, onMap]);
}
