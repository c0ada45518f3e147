import "./compare.css";
import type { MultiPolygon } from "geojson";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { areaOfUnits, UNIT_CHANGES, type UnitChange } from "../../src/index.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { drawnPlan } from "../map/drawn-plan.ts";
import { HATCH_SIGN } from "../map/layers/changed.tsx";
import { MapView } from "../map/MapView.tsx";
import { useTogether } from "../map/use-together.ts";
import { DistrictKey } from "../panels/DistrictKey.tsx";
import { MapFoot } from "../panels/MapFoot.tsx";
import { Zoom } from "../panels/MapStage.tsx";
import { usePlanTitle } from "../panels/plan-title.ts";
import { useIsPhone } from "../panels/screen-width.ts";
import { chosenDocument } from "../state/chosen.ts";
import { detailAnswer } from "../state/detail.ts";
import type { PagePlan } from "../state/plans.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { shownBand } from "../state/shown-band.ts";
import { useSelect, useStore } from "../state/store.ts";
import { comparedPlans } from "../state/tray.ts";
import type { MapScenery } from "../worker/messages.ts";
import { useCompareVoice } from "./compare-voice.ts";

/** A map of each pinned plan; they move together. On a phone one, and which is chosen. */
export function CompareMaps(): ReactNode {
  const { say, tell } = useCompareVoice();
  const scenery = useSelect(sceneryOf);
  const plans = useSelect(comparedPlans);
  const isPhone = useIsPhone();
  const store = useStore();
  const inView = useSelect(chosenDocument)?.key;
  const [change, setChange] = useState<UnitChange>();
  const [maps, setMaps] = useState<readonly (DistrictMap | undefined)[]>([]);
  useTogether(maps);
  const onMap = useCallback((i: number, map: DistrictMap | undefined): void => {
    setMaps((before) => Array.from({ length: Math.max(before.length, i + 1) }, (_, j) => (j === i ? map : before[j])));
  }, []);
  if (!scenery) return null;
  // On a phone the plan in view, wherever it was chosen.
  const shown = Math.max(
    0,
    plans.findIndex(({ key }) => key === inView),
  );
  const zoom = <Zoom map={maps.find((map) => map !== undefined)} />;
  return (
    <section className="stage compare-maps" aria-label={tell("maps.label")}>
      <div className={`maps maps-${isPhone ? "one" : plans.length}`}>
        {plans.map((plan, i) => {
          if (isPhone && i !== shown) return null;
          const place = isPhone ? 0 : i;
          // A map stays where it is and shows another plan.
          const is = !isPhone && plan.key === inView ? "in-view" : "other";
          return (
            <PlanMap key={place} number={place} is={is} scenery={scenery} plan={plan} change={change} onMap={onMap} />
          );
        })}
        {isPhone && zoom}
      </div>
      <div className="map-below">
        {!isPhone && zoom}
        {isPhone && plans.length > 1 ? (
          <Which
            plans={plans}
            chosen={shown}
            onChoose={(number) => store.dispatch({ kind: "choose", change: { plan: plans[number].ref } })}
          />
        ) : (
          plans.length > 1 && <p className="field-help">{tell("maps.together")}</p>
        )}
        {isPhone && plans[shown] && <OneKey plan={plans[shown]} />}
        <Differences shown={change} onShow={setChange} />
        <MapFoot />
      </div>
      <p className="sr-only">{say("map.region")}</p>
    </section>
  );
}

/** Under the one map of a phone: what its letters are stands far below it else, in the list of what is pinned. */
function OneKey({ plan }: { readonly plan: PagePlan }): ReactNode {
  const view = useSelect(caseView);
  const band = useSelect(shownBand);
  return view ? <DistrictKey picture={drawnPlan(view, plan, band).picture} /> : null;
}

interface PlanMapProps {
  readonly number: number;
  /** Of the plan in view the map is framed. */
  readonly is: "in-view" | "other";
  readonly scenery: MapScenery;
  readonly plan: PagePlan;
  /** What areas are hatched for, if any. */
  readonly change: UnitChange | undefined;
  readonly onMap: (number: number, map: DistrictMap | undefined) => void;
}

function PlanMap({ number, is, scenery, plan, change, onMap }: PlanMapProps): ReactNode {
  const { say } = useCompareVoice();
  const view = useSelect(caseView);
  const band = useSelect(shownBand);
  const title = usePlanTitle(plan.ref);
  const [failed, setFailed] = useState(false);
  const ready = useCallback((map: DistrictMap | undefined) => onMap(number, map), [number, onMap]);
  const changed = useHatched(plan, change);
  if (!view) return null;
  return (
    <div className={`map-frame ${is}`}>
      {failed ? (
        <p className="notice">{say("map.none")}</p>
      ) : (
        <MapView
          title={`${say("map.title")}: ${title}`}
          scenery={scenery}
          plan={drawnPlan(view, plan, band)}
          changed={changed}
          onReady={ready}
          onFailed={() => setFailed(true)}
        />
      )}
      <p className="map-name">{title}</p>
    </div>
  );
}

/** The areas of a plan that a change befalls; none where it is not known yet. */
function useHatched(plan: PagePlan, change: UnitChange | undefined): MultiPolygon | undefined {
  const view = useSelect(caseView);
  const compared = useSelect((state) => detailAnswer(state, "compare"));
  const at = useSelect(comparedPlans).findIndex(({ key }) => key === plan.key);
  const units = change && compared?.columns[at]?.changes[change];
  return useMemo(() => (view && units ? areaOfUnits(view.outlines, new Set(units)) : undefined), [view, units]);
}

interface DifferencesProps {
  readonly shown: UnitChange | undefined;
  readonly onShow: (change: UnitChange | undefined) => void;
}

/** What the areas of all maps are hatched for. */
function Differences({ shown, onShow }: DifferencesProps): ReactNode {
  const { tell } = useCompareVoice();
  return (
    <>
      <label className="compare-differences">
        {tell("maps.show")}{" "}
        <select
          className="inline-select"
          value={shown ?? ""}
          onChange={({ target }) => onShow(UNIT_CHANGES.find((change) => change === target.value))}
        >
          <option value="">{tell("maps.show.none")}</option>
          {UNIT_CHANGES.map((change) => (
            <option key={change} value={change}>
              {tell(`maps.show.${change}`)}
            </option>
          ))}
        </select>
      </label>
      {shown && (
        <div className="legend">
          <ul>
            <li>
              <svg width="28" height="16" aria-hidden="true">
                {HATCH_SIGN}
              </svg>
              {tell("maps.shown", { what: tell(`maps.show.${shown}`) })}
            </li>
          </ul>
        </div>
      )}
    </>
  );
}

interface WhichProps {
  readonly plans: readonly PagePlan[];
  readonly chosen: number;
  readonly onChoose: (number: number) => void;
}

function Which({ plans, chosen, onChoose }: WhichProps): ReactNode {
  const { tell } = useCompareVoice();
  return (
    <select
      className="inline-select compare-which"
      aria-label={tell("maps.which")}
      value={chosen}
      onChange={({ target }) => onChoose(Number(target.value))}
    >
      {plans.map((plan, i) => (
        <PlanOption key={plan.key} plan={plan} number={i} />
      ))}
    </select>
  );
}

function PlanOption({ plan, number }: { readonly plan: PagePlan; readonly number: number }): ReactNode {
  const title = usePlanTitle(plan.ref);
  return <option value={number}>{title}</option>;
}
