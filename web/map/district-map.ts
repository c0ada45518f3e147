import type { FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import {
  type GeoJSONSource,
  type GeoJSONSourceDiff,
  Map as Canvas,
  type MapMouseEvent,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Bounds, MapScenery } from "../worker/messages.ts";
import type { Box } from "./card-spot.ts";
import { borderKind, type DrawnPlan } from "./drawn-plan.ts";
import { type Stillness, stillness } from "./hold-still.ts";
import { marks } from "./marks.ts";
import { areaOf, collection, districtNames, paintedData, sceneryData, siteMarks, zoneData } from "./map-data.ts";
import { mapStyle, type SourceData, type SourceName } from "./style.ts";
import type { Zones } from "./zones.ts";

setWorkerUrl(workerUrl);

/** Calm for those who ask their system for less motion; coarse for tests on machines that draw slowly; printed at three dots a pixel. */
export interface MapManner {
  readonly motion: "calm" | "usual";
  readonly drawing: "fine" | "coarse" | "printed";
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
  readonly #stillness: Stillness;
  /** What to draw once the style is there; undefined when it is. */
  #waiting: (() => void)[] | undefined = [];
  #changed: MultiPolygon | undefined;
  #buses: FeatureCollection | undefined;
  #sitesDrawn = "";
  #shown: DrawnPlan | undefined;
  /** Units painted since the last clearing. */
  #painted = new Set<number>();
  #taken: FeatureCollection | undefined;
  #zones: DrawnZones | undefined;
  /** Those before them: tiles may show them until the new ones are there. */
  #zonesBefore: DrawnZones | undefined;

  /** `plan` where there is one already: what is there from the start is drawn in one go. */
  constructor(
    container: HTMLElement,
    scenery: MapScenery,
    plan: DrawnPlan | undefined,
    manner: MapManner,
    events: MapEvents,
  ) {
    this.#manner = manner;
    this.#bounds = scenery.bounds;
    this.canvas = new Canvas({
      container,
      style: mapStyle({ ...sceneryData(scenery), ...(plan && this.#begin(plan)) }),
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
      ...(manner.drawing === "printed" && { pixelRatio: 3 }),
      ...(manner.drawing === "coarse" && { pixelRatio: 0.5, canvasContextAttributes: { antialias: false } }),
    });
    this.#stillness = stillness(this.canvas);
    this.canvas.touchZoomRotate.disableRotation();
    this.canvas.dragPan.enable({ maxSpeed: 0 });
    this.canvas.addControl(new ScaleControl({ maxWidth: SCALE_PIXELS, unit: "metric" }), "bottom-left");
    this.canvas.on("style.load", () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const draw of waiting) draw();
    });
    this.#whenDrawable(() => {
      for (const { name, image, pixelRatio } of marks()) this.canvas.addImage(name, image, { pixelRatio });
    });
    this.#listen(container, events);
    if (plan) this.show(plan);
  }

  /** The plan that is shown last. */
  get shown(): DrawnPlan | undefined {
    return this.#shown;
  }

  /** Colour that the area of a unit's zone is shown in; null where it has none. */
  zoneColour(zone: number): string | null {
    const id = (this.#zones?.first ?? 0) + zone;
    return this.canvas.getFeatureState({ source: "zones", id })["colour"] ?? null;
  }

  /** Draws a plan: a few feature states where its units go together as before, else its areas and borders too. */
  show(plan: DrawnPlan): void {
    if (this.#shown === plan) return;
    this.#shown = plan;
    this.#whenDrawable(() => this.#paint(plan));
  }

  /**
   * Paints units over their districts until they are cleared, in colours as they are to be seen (a district's is its `fill`);
   * null for those that go to no site.
   */
  paintUnits(changes: ReadonlyMap<number, string | null>): void {
    const outlines = this.#shown?.outlines;
    if (!outlines || changes.size === 0) return;
    const add = [...paintedData(outlines, changes)];
    for (const unit of changes.keys()) this.#painted.add(unit);
    this.#whenDrawable(() => this.#changePainted({ add }));
  }

  /** Clears what is painted by now, once the plan that was shown last is drawn: nothing old is seen in between. */
  clearPainted(): void {
    const cleared = this.#painted;
    if (cleared.size === 0) return;
    this.#painted = new Set();
    this.#oncePlanDrawn(() => this.#changePainted({ remove: [...cleared].filter((unit) => !this.#painted.has(unit)) }));
  }

  /** Shows units that a tool takes or would take, in place of those before; filled where they have a colour. */
  showTaken(units: Iterable<number>, colour?: string): void {
    const outlines = this.#shown?.outlines;
    const area = outlines && areaOf(outlines, units);
    const properties = colour === undefined ? {} : { colour };
    const taken: FeatureCollection = {
      type: "FeatureCollection",
      features: area ? [{ type: "Feature", properties, geometry: area }] : [],
    };
    this.#taken = taken;
    this.#whenDrawable(() => this.#set("taken", taken));
  }

  /** Clears what is shown as taken by now, once the plan that was shown last is drawn. */
  clearTaken(): void {
    const cleared = this.#taken;
    this.#oncePlanDrawn(() => {
      if (this.#taken === cleared) this.showTaken([]);
    });
  }

  #oncePlanDrawn(act: () => void): void {
    const look = (): void => {
      if (!this.canvas.isSourceLoaded("zones")) return;
      this.canvas.off("render", look);
      act();
    };
    // The plan may be shown later in the same turn.
    this.#whenDrawable(() => {
      this.canvas.on("render", look);
      queueMicrotask(() => this.canvas.triggerRepaint());
    });
  }

  #changePainted(change: GeoJSONSourceDiff): void {
    void this.canvas.getSource<GeoJSONSource>("painted")?.updateData(change);
  }

  showChanged(changed: MultiPolygon | undefined): void {
    if (this.#changed === changed) return;
    this.#changed = changed;
    this.#whenDrawable(() => this.#set("changed", collection(changed)));
  }

  /** What is locked, as `lockData` gives it. */
  showLocks(locks: FeatureCollection): void {
    this.#whenDrawable(() => this.#set("locks", locks));
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

  /** Until the given function is called, no place moves on the screen when the map gets lower or higher. */
  holdStill(): () => void {
    return this.#stillness.hold();
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

  /** When districts, marks and names are all there. */
  whenDrawn(): Promise<void> {
    return new Promise((done) => {
      const look = (): void => {
        if (this.canvas.queryRenderedFeatures({ layers: ["zones"] }).length === 0) return;
        this.canvas.off("render", look);
        void this.canvas.once("idle", () => done());
      };
      this.canvas.on("render", look);
    });
  }

  end(): void {
    this.canvas.remove();
  }

  #whenDrawable(draw: () => void): void {
    if (this.#waiting) this.#waiting.push(draw);
    else draw();
  }

  #paint(plan: DrawnPlan): void {
    const { picture, zones } = plan;
    const first = this.#setZones(zones);
    plan.districtOfZone.forEach((district, zone) => {
      const colour = picture.districts[district]?.hue.fill ?? null;
      this.canvas.setFeatureState({ source: "zones", id: first + zone }, { colour });
    });
    zones.borders.features.forEach(({ properties }, border) => {
      const kind = borderKind(plan, properties);
      const state = { plan: kind === "between-districts", today: kind === "once-between-districts" };
      this.canvas.setFeatureState({ source: "borders", id: first + border }, state);
    });
    this.#setSites(siteMarks(picture));
    picture.districtOfSite.forEach((district, site) => {
      const ink = picture.districts[district]?.hue.ink ?? null;
      this.canvas.setFeatureState({ source: "sites", id: site }, { ink });
    });
    this.#set("names", districtNames(plan));
  }

  /** What a first plan needs from the start. */
  #begin({ picture, zones }: DrawnPlan): SourceData {
    this.#zones = { zones, first: 0 };
    const sites = siteMarks(picture);
    this.#sitesDrawn = drawnAs(sites);
    return { ...zoneData(zones, 0), sites };
  }

  /**
   * Draws other areas and borders, if they are others, and returns their first number. They are numbered on from those before
   * them: what tiles show in the meantime keeps the states that it has.
   */
  #setZones(zones: Zones): number {
    if (this.#zones?.zones === zones) return this.#zones.first;
    if (this.#zonesBefore) this.#forget(this.#zonesBefore);
    this.#zonesBefore = this.#zones;
    const first = this.#zones ? this.#zones.first + featureCount(this.#zones.zones) : 0;
    this.#zones = { zones, first };
    const data = zoneData(zones, first);
    this.#set("zones", data.zones);
    this.#set("borders", data.borders);
    return first;
  }

  #forget({ zones, first }: DrawnZones): void {
    for (let id = first; id < first + featureCount(zones); id++)
      for (const source of ["zones", "borders"]) this.canvas.removeFeatureState({ source, id });
  }

  /** Marks stay as they are from plan to plan where no school closes, opens or gets other pupils. */
  #setSites(sites: FeatureCollection): void {
    const drawn = drawnAs(sites);
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
      if (this.#stillness.resized() === "free" && this.#shows === "all") this.fit();
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

/** Areas and borders as they are numbered on one map: both from `first` on. */
interface DrawnZones {
  readonly zones: Zones;
  readonly first: number;
}

const featureCount = ({ areas, borders }: Zones): number => Math.max(areas.features.length, borders.features.length);

/** Tells marks apart that look different. */
const drawnAs = ({ features }: FeatureCollection): string =>
  JSON.stringify(features.map(({ properties, geometry }) => [properties, geometry]));

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
