import type { FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import { type GeoJSONSource, Map as Canvas, type MapMouseEvent, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Bounds, CaseView, MapScenery } from "../worker/messages.ts";
import type { Box } from "./card-spot.ts";
import { marks } from "./marks.ts";
import { caseData, collection, districtNames, sceneryData, siteMarks } from "./map-data.ts";
import { borderKind, type Picture } from "./picture.ts";
import { mapStyle, type SourceName } from "./style.ts";

setWorkerUrl(workerUrl);

/** Calm for those who ask their system for less motion; coarse for tests on machines that draw slowly. */
export interface MapManner {
  readonly motion: "calm" | "usual";
  readonly drawing: "fine" | "coarse";
}

/** What the map tells: the unit or site under the pointer, what was clicked, and when it was moved. */
interface MapEvents {
  readonly onPoint: (place: MapPlace | undefined) => void;
  readonly onPick: (place: MapPlace) => void;
}

export interface MapPlace {
  readonly lon: number;
  readonly lat: number;
  /** The site whose mark is there. */
  readonly site?: number;
}

const STEP_PIXELS = 80;
/** Around the whole municipality. */
const PADDING = 24;
/** The scale bar is at most this long, pixels. */
const SCALE_PIXELS = 110;
const ZOOM_MILLISECONDS = 140;

/** One map of districts. What it shows is set piece by piece as the data comes; a plan is a matter of feature states. */
export class DistrictMap {
  readonly canvas: Canvas;
  readonly #manner: MapManner;
  readonly #bounds: Bounds;
  /** A map that shows the whole municipality goes on showing it when its room changes. */
  #shows: "all" | "part" = "all";
  /** What to draw once the style is there; undefined when it is. */
  #waiting: (() => void)[] | undefined = [];
  #view: CaseView | undefined;
  #changed: MultiPolygon | undefined;
  #buses: FeatureCollection | undefined;
  #sitesDrawn = "";
  #shown: { readonly picture: Picture; readonly today: Picture } | undefined;

  /** `view` where the case is already open: what is there from the start is drawn in one go. */
  constructor(
    container: HTMLElement,
    scenery: MapScenery,
    view: CaseView | undefined,
    manner: MapManner,
    events: MapEvents,
  ) {
    this.#manner = manner;
    this.#bounds = scenery.bounds;
    this.canvas = new Canvas({
      container,
      style: mapStyle({ ...sceneryData(scenery), ...(view && caseData(view)) }),
      bounds: [...scenery.bounds],
      fitBoundsOptions: { padding: PADDING },
      maxBounds: [...scenery.frame],
      attributionControl: false,
      keyboard: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      maxZoom: 15,
      fadeDuration: manner.motion === "calm" || manner.drawing === "coarse" ? 0 : 100,
      ...(manner.drawing === "coarse" && { pixelRatio: 0.5, canvasContextAttributes: { antialias: false } }),
    });
    this.canvas.touchZoomRotate.disableRotation();
    this.canvas.dragPan.enable({ maxSpeed: 0 });
    this.canvas.addControl(new ScaleControl({ maxWidth: SCALE_PIXELS, unit: "metric" }), "bottom-left");
    this.canvas.on("style.load", () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const draw of waiting) draw();
    });
    this.#view = view;
    this.#whenDrawable(() => {
      for (const { name, image, pixelRatio } of marks()) this.canvas.addImage(name, image, { pixelRatio });
    });
    this.#listen(container, events);
  }

  /** Sites, zones and borders of a case. */
  setCase(view: CaseView): void {
    if (this.#view === view) return;
    this.#view = view;
    this.#shown = undefined;
    this.#whenDrawable(() => {
      const { zones, borders, sites } = caseData(view);
      this.#set("zones", zones);
      this.#set("borders", borders);
      this.#setSites(sites);
    });
  }

  /** Recolours the map: a few feature states, no new geometry but the districts' names. */
  show(picture: Picture, today: Picture): void {
    if (this.#shown?.picture === picture) return;
    this.#shown = { picture, today };
    this.#whenDrawable(() => this.#paint());
  }

  showChanged(changed: MultiPolygon | undefined): void {
    if (this.#changed === changed) return;
    this.#changed = changed;
    this.#whenDrawable(() => this.#set("changed", collection(changed)));
  }

  showUnit(area: Polygon | MultiPolygon | undefined): void {
    this.#whenDrawable(() => this.#set("unit", collection(area)));
  }

  showRoute(line: LineString | undefined): void {
    this.#whenDrawable(() => this.#set("route", collection(line)));
  }

  /** Bus routes and stops, as `layer` says of each. */
  showBuses(routes: FeatureCollection | undefined): void {
    if (this.#buses === routes) return;
    this.#buses = routes;
    this.#whenDrawable(() => this.#set("buses", routes ?? collection(undefined)));
  }

  setTitle(title: string): void {
    this.canvas.getCanvas().setAttribute("aria-label", title);
  }

  /** Shows the whole municipality. */
  fit(): void {
    this.canvas.fitBounds([...this.#bounds], { padding: PADDING, duration: 0 });
    this.#shows = "all";
  }

  zoom(by: 1 | -1): void {
    this.#shows = "part";
    const duration = this.#manner.motion === "calm" ? 0 : ZOOM_MILLISECONDS;
    this.canvas.easeTo({ zoom: this.canvas.getZoom() + by, duration });
  }

  /** Moves to a place that is out of sight, near enough to see its unit; one in sight is left where it is. */
  bringIntoSight(lon: number, lat: number): void {
    if (this.canvas.getBounds().contains([lon, lat])) return;
    this.#shows = "part";
    this.canvas.jumpTo({ center: [lon, lat], zoom: Math.max(11.5, this.canvas.getZoom()) });
  }

  /** Where a stretch of land is in the window. */
  boxOf([west, south, east, north]: Bounds): Box {
    const frame = this.canvas.getContainer().getBoundingClientRect();
    const [upper, lower] = [this.canvas.project([west, north]), this.canvas.project([east, south])];
    return {
      left: frame.left + upper.x,
      top: frame.top + upper.y,
      width: lower.x - upper.x,
      height: lower.y - upper.y,
    };
  }

  /** Tells of every move; returns what ends it. */
  onMoved(tell: () => void): () => void {
    this.canvas.on("move", tell);
    return () => this.canvas.off("move", tell);
  }

  /** Copies what the map shows: browsers print no picture that a graphics card drew. */
  copyOnto(paper: HTMLCanvasElement): void {
    this.canvas.redraw();
    const drawn = this.canvas.getCanvas();
    [paper.width, paper.height] = [drawn.width, drawn.height];
    paper.getContext("2d")?.drawImage(drawn, 0, 0);
  }

  end(): void {
    this.canvas.remove();
  }

  #whenDrawable(draw: () => void): void {
    if (this.#waiting) this.#waiting.push(draw);
    else draw();
  }

  #paint(): void {
    if (!this.#view || !this.#shown) return;
    const { picture, today } = this.#shown;
    const { zoneMap } = this.#view;
    picture.districtOfZone.forEach((district, zone) => {
      const colour = picture.districts[district]?.hue.base ?? null;
      this.canvas.setFeatureState({ source: "zones", id: zone }, { colour });
    });
    this.#setSites(siteMarks(this.#view, picture));
    picture.districtOfSite.forEach((district, site) => {
      const ink = picture.districts[district]?.hue.ink ?? null;
      this.canvas.setFeatureState({ source: "sites", id: site }, { ink });
    });
    zoneMap.borders.features.forEach(({ properties }, id) => {
      const kind = borderKind(picture, today, properties);
      const state = { plan: kind === "between-districts", today: kind === "once-between-districts" };
      this.canvas.setFeatureState({ source: "borders", id }, state);
    });
    this.#set("names", districtNames(picture, zoneMap));
  }

  /** Marks stay as they are from plan to plan where no school closes, opens or gets other pupils. */
  #setSites(sites: FeatureCollection): void {
    const drawn = JSON.stringify(sites.features.map(({ properties }) => properties));
    if (drawn === this.#sitesDrawn) return;
    this.#sitesDrawn = drawn;
    this.#set("sites", sites);
  }

  #set(source: SourceName, data: FeatureCollection): void {
    void this.canvas.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #listen(container: HTMLElement, { onPoint, onPick }: MapEvents): void {
    const place = ({ lngLat, point }: MapMouseEvent): MapPlace => {
      const [mark] = this.canvas.queryRenderedFeatures(point, { layers: ["sites", "sites-closed"] });
      return { lon: lngLat.lng, lat: lngLat.lat, ...(typeof mark?.id === "number" && { site: mark.id }) };
    };
    this.canvas.on("mousemove", (event) => onPoint(place(event)));
    this.canvas.on("movestart", ({ originalEvent }) => {
      if (originalEvent && originalEvent.type !== "resize") this.#shows = "part";
    });
    this.canvas.on("resize", () => {
      if (this.#shows === "all") this.fit();
    });
    this.canvas.on("mouseout", () => onPoint(undefined));
    this.canvas.on("click", (event) => onPick(place(event)));
    container.addEventListener("keydown", (event) => this.#moveByKey(event));
  }

  /** The library's own keys glide for longer than this page allows. */
  #moveByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      this.#shows = "part";
      this.canvas.panBy([step[0] * STEP_PIXELS, step[1] * STEP_PIXELS], { duration: 0 });
    } else if (event.key === "0") this.fit();
    else if (event.key === "+" || event.key === "=") this.zoom(1);
    else if (event.key === "-") this.zoom(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves each of two maps where the other goes. Returns what parts them. */
export function moveTogether(one: DistrictMap, other: DistrictMap): () => void {
  let following = false;
  const follow = (leader: Canvas, follower: Canvas) => () => {
    if (following) return;
    following = true;
    follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    following = false;
  };
  const there = follow(one.canvas, other.canvas);
  const back = follow(other.canvas, one.canvas);
  there();
  one.canvas.on("move", there);
  other.canvas.on("move", back);
  return () => {
    one.canvas.off("move", there);
    other.canvas.off("move", back);
  };
}
