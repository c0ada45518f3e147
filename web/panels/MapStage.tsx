import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { MapView, type MapViewProps } from "../map/MapView.tsx";
import { chosenDocument, chosenPlan, shownProposal } from "../state/chosen.ts";
import { placeOf, planSites } from "../state/plan-sites.ts";
import { goOwnWay } from "../room/shared-view.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { AppState } from "../state/app-state.ts";
import type { Bounds, MapScenery } from "../worker/messages.ts";
import { BandChoice } from "./BandChoice.tsx";
import { BearerLayer } from "./BearerLayer.tsx";
import { useTogether } from "../map/use-together.ts";
import { useSteadyMap } from "./draw/use-steady-map.ts";
import { OutlineSketch } from "./OutlineSketch.tsx";
import { useSharedLook } from "./room/use-shared-look.ts";
import { later, OnceAskedFor } from "./later.tsx";
import { Legend } from "./Legend.tsx";
import { MapFoot } from "./MapFoot.tsx";
import { showSurface } from "./keys.ts";
import { usePlanTitle } from "./plan-title.ts";
import { useMapInSight } from "./use-map-in-sight.ts";
import { usePictures } from "./use-pictures.ts";

const PlaceCard = later(async () => (await import("./PlaceCard.tsx")).PlaceCard, "silent");
const CursorLayer = later(async () => (await import("./room/CursorLayer.tsx")).CursorLayer, "silent");
const SaidLayer = later(async () => (await import("./room/SaidLayer.tsx")).SaidLayer, "silent");
const MapDrawing = later(async () => (await import("./draw/MapDrawing.tsx")).MapDrawing, "silent");
const DrawLine = later(async () => (await import("./draw/DrawLine.tsx")).DrawLine, "silent");

const isInRoom = ({ room }: AppState): boolean => room !== undefined;
const isDrawing = ({ choice }: AppState): boolean => choice.doing === "draw";
const showsDrawn = (state: AppState): boolean => isDrawing(state) || shownProposal(state) !== undefined;

/** The map, or two that go together, with what stands on it: names, key, notice, the place looked at. */
export function MapStage(): ReactNode {
  const { say } = useVoice();
  const scenery = useSelect(sceneryOf);
  const [failed, setFailed] = useState(false);
  if (failed) return <NoMap />;
  return (
    <section className="stage" aria-label={say("map.region")}>
      {scenery ? <Maps key={scenery.name} scenery={scenery} onFailed={() => setFailed(true)} /> : <Skeleton />}
    </section>
  );
}

function Maps({ scenery, onFailed }: { readonly scenery: MapScenery; readonly onFailed: () => void }): ReactNode {
  const { say } = useVoice();
  const view = useSelect(({ choice }) => choice.view);
  const { today, plan, changed, buses } = usePictures();
  const [main, setMain] = useState<DistrictMap>();
  const [second, setSecond] = useState<DistrictMap>();
  const [swiped, setSwiped] = useState(50);
  const chosenTitle = usePlanTitle(useSelect(chosenPlan));
  const previewed = useSelect((state) => state.preview);
  const previewTitle = usePlanTitle(previewed);
  const isProposed = useSelect((state) => state.proposed !== undefined);
  const previewName = previewed ? say("map.preview", { plan: previewTitle }) : chosenTitle;
  const isPast = useSelect(({ past }) => past !== undefined);
  const shownTitle = isPast ? say("past.map", { plan: chosenTitle }) : previewName;
  const planTitle = isProposed ? say("map.proposed") : shownTitle;
  const two = view === "side" || view === "swipe";
  useTogether(useMemo(() => [main, second], [main, second]));
  useBringIntoSight(main);
  useHomeInSight(main);
  useSteadyMap(main);
  useMapInSight();
  useSharedLook(main);
  const todayTitle = say("map.today");
  const common = { scenery, onFailed };
  return (
    <>
      <div className={`maps maps-${view}`}>
        <OutlineSketch scenery={scenery} />
        {two && <NamedMap {...common} place="second" title={todayTitle} plan={today} onReady={setSecond} />}
        <NamedMap
          {...common}
          place="main"
          title={view === "today" ? todayTitle : planTitle}
          plan={view === "today" ? today : plan}
          changed={view === "today" ? undefined : changed}
          buses={view === "today" ? undefined : buses}
          swiped={view === "swipe" ? swiped : undefined}
          onReady={setMain}
        />
        {view === "swipe" && <Swipe at={swiped} onMove={setSwiped} />}
        <Zoom map={main} />
        <BearerLayer map={main} />
        <PlaceCard map={main} />
        <OnceAskedFor asked={showsDrawn}>
          <MapDrawing map={main} />
        </OnceAskedFor>
        <OnceAskedFor asked={isInRoom}>
          <CursorLayer map={main} />
          <SaidLayer map={main} />
        </OnceAskedFor>
      </div>
      <div className="map-below">
        <BandChoice />
        <OnceAskedFor asked={isDrawing}>
          <DrawLine map={main} />
        </OnceAskedFor>
        <Legend
          pictures={(two ? [today, plan] : [view === "today" ? today : plan]).map((drawn) => drawn?.picture)}
          titles={two ? [todayTitle, planTitle] : []}
        />
        <MapFoot />
      </div>
    </>
  );
}

interface NamedMapProps extends MapViewProps {
  readonly place: "main" | "second";
  /** How much of it is slid away, percent from the left. */
  readonly swiped?: number | undefined;
}

/** A map with the name of what it shows. */
function NamedMap({ place, swiped, title, ...map }: NamedMapProps): ReactNode {
  const { say } = useVoice();
  const style = swiped === undefined ? undefined : { clipPath: `inset(0 0 0 ${swiped}%)` };
  return (
    <div className={`map-frame map-${place}`} style={style}>
      <MapView {...map} title={`${say("map.title")}: ${title}`} />
      {title !== "" && <p className="map-name">{title}</p>}
    </div>
  );
}

/** A place picked in the table is brought into sight on the map. */
function useBringIntoSight(map: DistrictMap | undefined): void {
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const lookedAt = useSelect((state) => state.lookedAt);
  const bring = useEffectEvent((): void => {
    const at = view && lookedAt && placeOf(view, planSites(view, chosen), lookedAt);
    if (at) map?.bringIntoSight(at.lon, at.lat);
  });
  useEffect(() => {
    if (map && view && lookedAt?.how === "picked") bring();
  }, [map, view, lookedAt]);
}

/** A place found by its name is brought into sight together with the way to school from there, for as long as it is asked about. */
function useHomeInSight(map: DistrictMap | undefined): void {
  const home = useSelect(({ home: at, choice }) => (at?.how === "found" && choice.doing === "here" ? at : undefined));
  const around = useRef<Bounds>(undefined);
  useEffect(() => {
    if (!map) return;
    if (!home) {
      if (around.current) map.leave(around.current);
      around.current = undefined;
      return;
    }
    if (!home.way) return;
    const [lons, lats] = [[home, ...home.way].map(({ lon }) => lon), [home, ...home.way].map(({ lat }) => lat)];
    const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const [wide, high] = [AROUND_WAY + (east - west) / 4, (AROUND_WAY + north - south) / 4];
    around.current = [west - wide, south - high, east + wide, north + high];
    map.lookAt({ lon: home.lon, lat: home.lat, zoom: 0, bounds: around.current });
  }, [map, home]);
}

/** How much of the land around a way is shown at least, degrees: some streets. */
const AROUND_WAY = 0.01;

function Swipe({ at, onMove }: { readonly at: number; readonly onMove: (at: number) => void }): ReactNode {
  const { say } = useVoice();
  return (
    <>
      <div className="swipe-line" style={{ left: `${at}%` }} aria-hidden="true" />
      <input
        type="range"
        className="swipe"
        min={0}
        max={100}
        value={at}
        aria-label={say("map.swipe")}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </>
  );
}

/** Nearer, farther, and the whole municipality. */
export function Zoom({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const move = (how: (map: DistrictMap) => void) => (): void => {
    goOwnWay(store);
    if (map) how(map);
  };
  return (
    <div className="zoom">
      <button
        type="button"
        aria-label={say("map.zoomIn")}
        title={say("map.zoomIn")}
        onClick={move((each) => each.zoom(1))}
      >
        <span aria-hidden="true">+</span>
      </button>
      <button
        type="button"
        aria-label={say("map.zoomOut")}
        title={say("map.zoomOut")}
        onClick={move((each) => each.zoom(-1))}
      >
        <span aria-hidden="true">−</span>
      </button>
      <button type="button" aria-label={say("map.fit")} title={say("map.fit")} onClick={move((each) => each.fit())}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M2 6V2h4M12 2h4v4M16 12v4h-4M6 16H2v-4" />
        </svg>
      </button>
    </div>
  );
}

function Skeleton(): ReactNode {
  const { say } = useVoice();
  return (
    <div className="map-skeleton" role="status">
      <p>{say("page.loading")}</p>
    </div>
  );
}

function NoMap(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <section className="stage" aria-label={say("map.region")}>
      <div className="notice centred">
        <p className="notice-title">{say("map.none")}</p>
        <p>{say("map.none.do")}</p>
        <button
          type="button"
          className="button button-primary small-button"
          onClick={() => showSurface(store, "table")}
        >
          {say("map.none.table")}
        </button>
      </div>
    </section>
  );
}
