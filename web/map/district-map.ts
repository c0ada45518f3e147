import { Map as Canvas, type MapMouseEvent, type PaddingOptions, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
// Vite makes a program of its own of it, and its address is what is imported.
// oxlint-disable-next-line import/default
import workerUrl from "./map-worker.ts?worker&url";
import type { Bounds, MapScenery } from "../worker/messages.ts";
import type { Box } from "./card-spot.ts";
import type { DrawnPlan } from "./drawn-plan.ts";
import { copyFinely } from "./copy-finely.ts";
import { keepClear } from "./keep-clear.ts";
import { type Stillness, stillness } from "./hold-still.ts";
import { layerPen, type LayerPen } from "./layer-pen.ts";
import type { SourceData } from "./layers/map-layer.ts";
import { LAYERS, type Parts } from "./layers/table.ts";
import { imageOf, PIXEL_RATIO } from "./marks.ts";
import { mapStyle } from "./style.ts";
import { namesOver, underNames } from "./under-names.ts";

setWorkerUrl(workerUrl);

/** By how much the big screen's style shows the map larger than it is laid out, so that its names are read from the last row. */
const ENLARGED = 2.2;

/** Calm for those who ask their system for less motion; coarse for tests on machines that draw slowly; printed out of sight, to be copied finely; enlarged where it is shown at {@link ENLARGED} times its size. */
export interface MapManner {
  readonly motion: "calm" | "usual";
  readonly drawing: "fine" | "coarse" | "printed" | "enlarged";
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

/** The middle of the map, and how near it is. */
interface Look {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

const STEP_PIXELS = 80;
/** Around the whole municipality, pixels; less where the map is low. */
const PADDING = 24;
function paddingIn(container: HTMLElement): PaddingOptions {
  const around = Math.min(PADDING, Math.round(0.07 * container.clientHeight));
  return { top: around, left: around, right: around, bottom: around + coveredBelow(container) };
}
/** How high what lies over the map's lower edge is, as the style sheet states it for the map, pixels. */
const coveredBelow = (container: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(container).scrollPaddingBottom) || 0;
/** The scale bar is at most this long, pixels. */
const SCALE_PIXELS = 110;
const ZOOM_MILLISECONDS = 140;

/** One map of districts. What it shows is set part by part as the data come; its layers follow from `layers/table.ts`. */
export class DistrictMap {
  readonly canvas: Canvas;
  readonly #manner: MapManner;
  readonly #bounds: Bounds;
  /** A map that shows the whole municipality, or the land between bounds, goes on showing it when its room changes. */
  #shows: "all" | "part" | Bounds = "all";
  readonly #stillness: Stillness;
  /** What to draw once the style is there; undefined when it is. */
  #waiting: (() => void)[] | undefined = [];
  /** What was told last of each part. */
  readonly #parts: { [Part in keyof Parts]?: Parts[Part] | undefined } = {};
  /** To be called when what lies over the map may have changed. */
  #lookAgain: () => void = () => {};
  readonly #pens: readonly LayerPen[] = LAYERS.map((layer) => layerPen(layer, () => this.canvas));

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
      style: mapStyle(LAYERS, { ...this.#begin("scenery", scenery), ...(plan && this.#begin("plan", plan)) }),
      bounds: [...scenery.bounds],
      fitBoundsOptions: { padding: paddingIn(container) },
      maxBounds: [...scenery.frame],
      attributionControl: false,
      keyboard: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      maxZoom: 15,
      fadeDuration: manner.motion === "calm" || manner.drawing === "coarse" ? 0 : 100,
      // Finer only once all is there: see `copyFinely`. At so many dots a pixel no edge needs smoothing.
      ...(manner.drawing === "printed" && { pixelRatio: 1, canvasContextAttributes: { antialias: false } }),
      ...(manner.drawing === "enlarged" && { pixelRatio: ENLARGED * window.devicePixelRatio }),
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
      for (const mark of LAYERS.flatMap(({ marks = [] }) => marks))
        this.canvas.addImage(mark.name, imageOf(mark), { pixelRatio: PIXEL_RATIO });
    });
    this.#listen(container, events);
    this.#whenDrawable(() => {
      this.#lookAgain = keepClear(this.canvas, (spots) => this.show("covered", spots));
    });
    if (plan) this.show("plan", plan);
  }

  /** The plan that is shown last. */
  get shown(): DrawnPlan | undefined {
    return this.#parts.plan;
  }

  /** Colour that the area of a unit's zone is shown in; null where it has none. */
  zoneColour(zone: number): string | null {
    const first = this.#pens.find(({ layer }) => layer.sources.includes("zones"))?.first ?? 0;
    return this.canvas.getFeatureState({ source: "zones", id: first + zone })["colour"] ?? null;
  }

  /** Shows a part in place of what was shown of it, or nothing; what is painted comes on top of what was painted before. */
  show<Part extends keyof Parts>(part: Part, value: Parts[Part] | undefined): void {
    this.#parts[part] = value;
    this.#whenDrawable(() => {
      for (const pen of this.#pensOf(part)) pen.draw(value);
      if (part !== "plan") return;
      this.#lookAgain();
      // Its name is in the map's corner, and may be longer; how long is known for nothing where the page is laid out anyway.
      void this.canvas.once("render", () => {
        if (this.#shows === "all" && this.#underNames() > 0) this.fit();
      });
    });
  }

  /** Clears what is shown of a part by now, once the plan that was shown last is drawn: nothing old is seen in between. */
  clear(part: keyof Parts): void {
    this.#whenDrawable(() => {
      const clear = this.#pensOf(part).map((pen) => pen.clearing());
      this.#oncePlanDrawn(() => clear.forEach((each) => each()));
    });
  }

  #begin<Part extends keyof Parts>(part: Part, value: Parts[Part]): Readonly<Record<string, SourceData>> {
    return Object.assign({}, ...this.#pensOf(part).map((pen) => pen.begin(value)));
  }

  #pensOf(part: keyof Parts): readonly LayerPen[] {
    return this.#pens.filter(({ layer }) => layer.part === part);
  }

  #oncePlanDrawn(act: () => void): void {
    const look = (): void => {
      if (!this.canvas.isSourceLoaded("zones")) return;
      this.canvas.off("render", look);
      act();
    };
    this.canvas.on("render", look);
    // The plan may be shown later in the same turn.
    queueMicrotask(() => this.canvas.triggerRepaint());
  }

  setTitle(title: string): void {
    this.canvas.getCanvas().setAttribute("aria-label", title);
  }

  /** Until the given function is called, no place moves on the screen when the map gets lower or higher. */
  holdStill(): () => void {
    return this.#stillness.hold();
  }

  /** Shows the whole municipality, below what the map is called where that would lie over a school. */
  fit(): void {
    const padding = paddingIn(this.canvas.getContainer());
    this.canvas.fitBounds([...this.#bounds], { padding, duration: 0 });
    const top = this.#underNames();
    if (top > 0) this.canvas.fitBounds([...this.#bounds], { padding: { ...padding, top }, duration: 0 });
    this.#shows = "all";
  }

  #underNames(): number {
    const schools = this.#parts.plan?.picture.sites ?? [];
    return underNames(
      namesOver(this.canvas.getContainer()),
      schools.map(({ lon, lat }) => this.canvas.project([lon, lat])),
    );
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

  /** Moves to a middle and a nearness, or so that all between given bounds is in sight. */
  lookAt({ lon, lat, zoom, bounds }: Look & { readonly bounds?: Bounds }): void {
    this.#shows = bounds ?? "part";
    if (bounds) this.canvas.fitBounds([...bounds], { duration: 0 });
    else this.canvas.jumpTo({ center: [lon, lat], zoom });
  }

  /** Shows the whole municipality again where what is shown is still the land between given bounds. */
  leave(bounds: Bounds): void {
    if (this.#shows === bounds) this.fit();
  }

  /** Tells when somebody moves the map, by pointer, wheel or key, until the given function is called. */
  onHand(tell: () => void): () => void {
    const moved = ({ originalEvent }: { readonly originalEvent?: unknown }): void => {
      if (originalEvent !== undefined) tell();
    };
    this.canvas.on("movestart", moved);
    return () => void this.canvas.off("movestart", moved);
  }

  /** Tells where the map looks, now and whenever it has moved, until the given function is called. */
  onLook(tell: (at: Look & { readonly bounds: Bounds }) => void): () => void {
    const look = (): void => {
      const { lng: lon, lat } = this.canvas.getCenter();
      const seen = this.canvas.getBounds();
      const bounds = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()] as const;
      tell({ lon, lat, zoom: this.canvas.getZoom(), bounds });
    };
    look();
    this.canvas.on("moveend", look);
    return () => void this.canvas.off("moveend", look);
  }

  /** Where a stretch of land is in the window. */
  boxOf([west, south, east, north]: Bounds): Box {
    const bounds = this.canvas.getContainer().getBoundingClientRect();
    const [upper, lower] = [this.canvas.project([west, north]), this.canvas.project([east, south])];
    return {
      left: bounds.left + upper.x,
      top: bounds.top + upper.y,
      width: lower.x - upper.x,
      height: lower.y - upper.y,
    };
  }

  /** Tells of every move; returns what ends it. */
  onMoved(tell: () => void): () => void {
    this.canvas.on("move", tell);
    return () => this.canvas.off("move", tell);
  }

  /** Tells where a pointer of any kind is over the map, and once when it has left; returns what ends it. */
  onPointer(tell: (at: Pick<MapPlace, "lon" | "lat"> | undefined) => void): () => void {
    const container = this.canvas.getContainer();
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const { left, top } = container.getBoundingClientRect();
      const { lng: lon, lat } = this.canvas.unproject([clientX - left, clientY - top]);
      tell({ lon, lat });
    };
    const leave = (): void => tell(undefined);
    // Before whatever draws with the pointer keeps it to itself.
    container.addEventListener("pointermove", move, { capture: true });
    container.addEventListener("pointerleave", leave);
    return () => {
      container.removeEventListener("pointermove", move, { capture: true });
      container.removeEventListener("pointerleave", leave);
    };
  }

  /** Copies what the map shows: browsers print no picture that a graphics card drew. */
  copyOnto(paper: HTMLCanvasElement): void {
    this.canvas.redraw();
    const drawn = this.canvas.getCanvas();
    [paper.width, paper.height] = [drawn.width, drawn.height];
    paper.getContext("2d")?.drawImage(drawn, 0, 0);
  }

  /** Copies what the map shows at `ratio` dots a pixel, and lets others have their turn meanwhile. */
  copyFinely(paper: HTMLCanvasElement, ratio: number): Promise<void> {
    return copyFinely(this.canvas, paper, ratio);
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

  #listen(container: HTMLElement, { onPoint, onPick }: MapEvents): void {
    const place = ({ lngLat, point }: MapMouseEvent): MapPlace => {
      const [mark] = this.canvas.queryRenderedFeatures(point, { layers: ["sites", "sites-closed"] });
      const site: unknown = mark?.properties["site"];
      return { lon: lngLat.lng, lat: lngLat.lat, ...(typeof site === "number" && { site }) };
    };
    this.canvas.on("mousemove", (event) => onPoint(place(event)));
    this.canvas.on("movestart", ({ originalEvent }) => {
      if (originalEvent && originalEvent.type !== "resize") this.#shows = "part";
    });
    this.canvas.on("resize", () => {
      if (this.#stillness.resized() === "kept") return;
      if (this.#shows === "all") this.fit();
      else if (this.#shows !== "part") this.canvas.fitBounds([...this.#shows], { duration: 0 });
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

/** Moves each of some maps where another goes. Returns what parts them. */
export function moveTogether(maps: readonly DistrictMap[]): () => void {
  let following = false;
  const follow = (leader: Canvas) => () => {
    if (following) return;
    following = true;
    for (const { canvas } of maps)
      if (canvas !== leader) canvas.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    following = false;
  };
  const leading = maps.map(({ canvas }) => ({ canvas, lead: follow(canvas) }));
  leading[0]?.lead();
  for (const { canvas, lead } of leading) canvas.on("move", lead);
  return () => {
    for (const { canvas, lead } of leading) canvas.off("move", lead);
  };
}
