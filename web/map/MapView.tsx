import type { FeatureCollection, MultiPolygon } from "geojson";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { caseView } from "../state/selectors.ts";
import type { LookedAt } from "../state/app-state.ts";
import { takesClicks } from "../state/map-clicks.ts";
import { useSelect, useStore } from "../state/store.ts";
import { inHaste } from "./testing.ts";
import type { MapScenery, UnitTable } from "../worker/messages.ts";
import type { DrawnPlan } from "./drawn-plan.ts";
import type { DistrictMap, MapManner, MapPlace } from "./district-map.ts";
import { unitFinder, type UnitFinder } from "./unit-finder.ts";

/** Fetched as soon as the page's own code is, while the worker opens the case. */
const mapCode = import("./district-map.ts");

export interface MapViewProps {
  /** Which map it is, for those who cannot see it. */
  readonly title: string;
  readonly scenery: MapScenery;
  readonly plan: DrawnPlan | undefined;
  /** Where pupils change school in the picture. */
  readonly changed?: MultiPolygon | undefined;
  readonly buses?: FeatureCollection | undefined;
  /** Where the page shows it at twice its size. */
  readonly drawing?: "enlarged";
  readonly onReady: (map: DistrictMap | undefined) => void;
  readonly onFailed: () => void;
}

/** One map that follows the state: its picture, the unit looked at, the route asked for. */
export function MapView({ title, scenery, plan, changed, buses, drawing, onReady, onFailed }: MapViewProps): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<"not-drawn" | "drawn">("not-drawn");
  const map = useMap(container, scenery, plan, mannerOf(drawing), onReady, onFailed, () => setDrawn("drawn"));
  useEffect(() => map?.setTitle(title), [map, title]);
  useEffect(() => {
    if (map && plan) map.show("plan", plan);
  }, [map, plan]);
  useEffect(() => map?.show("changed", changed), [map, changed]);
  useEffect(() => map?.show("buses", buses), [map, buses]);
  const dangers = useSelect((state) => caseView(state)?.dangers);
  useEffect(() => map?.show("dangers", dangers ?? []), [map, dangers]);
  useLookedAt(map);
  const paper = usePaper(map);
  return (
    <>
      <div ref={container} className={`map-canvas ${drawn}`} />
      <canvas ref={paper} className="map-printed" role="img" aria-label={title} />
    </>
  );
}

/** What is printed instead of the map. */
function usePaper(map: DistrictMap | undefined): React.RefObject<HTMLCanvasElement | null> {
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!map) return undefined;
    const copy = (): void => {
      if (paper.current) map.copyOnto(paper.current);
    };
    window.addEventListener("beforeprint", copy);
    return () => window.removeEventListener("beforeprint", copy);
  }, [map]);
  return paper;
}

function useMap(
  container: React.RefObject<HTMLDivElement | null>,
  scenery: MapScenery,
  plan: DrawnPlan | undefined,
  manner: MapManner,
  onReady: MapViewProps["onReady"],
  onFailed: MapViewProps["onFailed"],
  onDrawn: () => void,
): DistrictMap | undefined {
  const [map, setMap] = useState<DistrictMap>();
  const pointing = usePointing();
  const ready = useEffectEvent(onReady);
  const failed = useEffectEvent(onFailed);
  const drawn = useEffectEvent(onDrawn);
  const planNow = useEffectEvent(() => plan);
  const mannerNow = useEffectEvent(() => manner);
  useEffect(() => {
    let made: DistrictMap | undefined;
    let ended = false;
    const make = async (): Promise<void> => {
      const { DistrictMap: Made } = await mapCode;
      if (ended || !container.current) return;
      made = new Made(container.current, scenery, planNow(), mannerNow(), pointing);
      window.skoledistrikt?.maps.add(made);
      whenFirstDrawn(made, drawn);
      setMap(made);
      ready(made);
    };
    make().catch(() => failed());
    return () => {
      ended = true;
      if (!made) return;
      window.skoledistrikt?.maps.delete(made);
      ready(undefined);
      setMap(undefined);
      made.end();
    };
  }, [container, scenery, pointing]);
  return map;
}

const mannerOf = (drawing: MapViewProps["drawing"]): MapManner => ({
  motion: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "calm" : "usual",
  drawing: inHaste() ? "coarse" : (drawing ?? "fine"),
});

/** The first moment when the map shows districts in their colours, and when it shows all, names included. */
function whenFirstDrawn({ canvas }: DistrictMap, onDrawn: () => void): void {
  const look = (): void => {
    if (canvas.queryRenderedFeatures({ layers: ["zones"] }).length === 0) return;
    performance.mark("map-drawn");
    canvas.off("render", look);
    void canvas.once("idle", () => performance.mark("map-complete"));
    onDrawn();
  };
  canvas.on("render", look);
}

/** Turns places on the map into units and sites looked at. */
function usePointing() {
  const store = useStore();
  const [pointing] = useState(() => {
    let finder: UnitFinder | undefined;
    let last: MapPlace | undefined;
    const fetchFinder = async (units: UnitTable, how: LookedAt["how"], place: MapPlace | undefined): Promise<void> => {
      finder = await unitFinder(units);
      // The pointer may have gone on meanwhile; what was picked stays picked.
      if (how === "picked" || last === place) look(how, place);
    };
    const look = (how: LookedAt["how"], place: MapPlace | undefined): void => {
      // A tool in hand draws; it does not look.
      if (takesClicks(store.state()) && place) return;
      // Whoever asks what happens at home says where that is.
      if (how === "picked" && place && store.state().choice.doing === "here") {
        const { lon, lat } = place;
        store.dispatch({ kind: "home", home: { lon, lat, name: "", how: "clicked" } });
        return;
      }
      last = place;
      const view = caseView(store.state());
      if (!view) return;
      if (place?.site !== undefined) {
        store.dispatch({ kind: "look", lookedAt: { kind: "site", number: place.site, how } });
        return;
      }
      if (!finder) {
        void fetchFinder(view.units, how, place);
        return;
      }
      const unit = place && finder.at(place.lon, place.lat);
      const lookedAt = unit === undefined ? undefined : ({ kind: "unit", number: unit, how } as const);
      if (lookedAt || store.state().lookedAt?.how === "pointed" || how === "picked")
        store.dispatch({ kind: "look", lookedAt });
    };
    return {
      onPoint: (place: MapPlace | undefined) => look("pointed", place),
      onPick: (place: MapPlace) => look("picked", place),
    };
  });
  return pointing;
}

/** Draws the outline of the unit looked at, and the route that was asked for. */
function useLookedAt(map: DistrictMap | undefined): void {
  const view = useSelect(caseView);
  const lookedAt = useSelect((state) => state.lookedAt);
  const route = useSelect((state) => state.route);
  const unit = lookedAt?.kind === "unit" ? lookedAt.number : undefined;
  useEffect(() => {
    if (!map || !view || unit === undefined) {
      map?.show("unit", undefined);
      return;
    }
    void unitFinder(view.units).then((finder) => map.show("unit", finder.area(unit)));
  }, [map, view, unit]);
  const home = useSelect((state) => (state.choice.doing === "here" ? state.home : undefined));
  useEffect(() => map?.show("home", home), [map, home]);
  useEffect(() => map?.show("route", route?.route === "none" ? undefined : route?.route?.line), [map, route]);
}
