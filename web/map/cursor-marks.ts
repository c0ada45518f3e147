import type { CursorSign } from "./cursor-sign.ts";
import type { DistrictMap } from "./district-map.ts";

/** Without news for so long a cursor is taken off the map, milliseconds. */
const STALE = 5000;
/** So long it fades then. */
const FADING = 150;

/** Where somebody points, and how it is shown. */
interface CursorLook {
  readonly lon: number;
  readonly lat: number;
  readonly sign: CursorSign;
  /** "": the sign alone. */
  readonly text: string;
}

interface Mark {
  look: CursorLook;
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  stale: ReturnType<typeof setTimeout>;
}

/** Others' cursors over a map, by seat: elements of their own, so that neither map nor panels are drawn anew when one moves. */
export class CursorMarks {
  readonly #map: DistrictMap;
  readonly #marks = new Map<string, Mark>();
  readonly #stopFollowing: () => void;

  constructor(map: DistrictMap) {
    this.#map = map;
    this.#stopFollowing = map.onMoved(() => {
      for (const mark of this.#marks.values()) this.#place(mark, "at once");
    });
  }

  show(seat: string, look: CursorLook): void {
    const known = this.#marks.get(seat);
    const mark = known ?? this.#made(look);
    clearTimeout(mark.stale);
    mark.element.classList.remove("fading");
    mark.stale = setTimeout(() => {
      mark.element.classList.add("fading");
      mark.stale = setTimeout(() => this.hide(seat), FADING);
    }, STALE);
    mark.look = look;
    mark.label.textContent = look.text;
    this.#place(mark, known ? "gliding" : "at once");
    this.#marks.set(seat, mark);
  }

  hide(seat: string): void {
    const mark = this.#marks.get(seat);
    if (!mark) return;
    clearTimeout(mark.stale);
    this.#marks.delete(seat);
    mark.element.remove();
  }

  end(): void {
    this.#stopFollowing();
    for (const seat of this.#marks.keys()) this.hide(seat);
  }

  #made(look: CursorLook): Mark {
    const element = document.createElement("div");
    element.className = "map-cursor";
    element.setAttribute("aria-hidden", "true");
    const label = document.createElement("span");
    element.append(signElement(look.sign), label);
    this.#map.canvas.getContainer().append(element);
    return { look, element, label, stale: setTimeout(() => undefined) };
  }

  #place({ element, look: { lon, lat } }: Mark, how: "gliding" | "at once"): void {
    const { x, y } = this.#map.canvas.project([lon, lat]);
    element.classList.toggle("gliding", how === "gliding");
    element.style.transform = `translate(${x}px, ${y}px)`;
  }
}

const SVG = "http://www.w3.org/2000/svg";

function signElement({ colour, path }: CursorSign): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("fill", colour);
  svg.append(shape);
  return svg;
}
