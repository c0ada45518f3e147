import { BAND_COUNT } from "../cases/folkeskole.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { setLock } from "../../src/edit/tools.ts";
import { areaOfUnits } from "../../src/geo/outlines/area-of-units.ts";
import { cutOff } from "../../src/evaluate/cut-off.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { clocked, type Code, madeUp, spread, stroke, upTo } from "./drawn-strokes.ts";
import type { Group, Result } from "./measure.ts";
import { pageCode } from "./page-code.ts";

/** What a hand that draws is told while it moves, and when it rests. */
export const strokeGroup: Group = {
  name: "strokes",
  run: async () => {
    const code = await pageCode();
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    return [...strokes(code, value, "Holbæk"), ...strokes(code, madeUp(125, 128, 8), "made up")];
  },
};

const MOVES = 20;
/** All grades with the brush, wherever it goes. */
const PAINTING = {
  tool: "paint",
  bands: [0, 1, 2],
  brush: "middle",
  way: "brush",
  zones: "today",
  blocks: "small",
  within: "anywhere",
  picking: "off",
} as const;

/** Every move of the pointer through 100 strokes, and what happens when each ends. */
function strokes(code: Code, opened: OpenCase, name: string): readonly Result[] {
  const { brush, strokes: tools, soFar, picture } = code;
  const { basis, plans } = opened;
  const { units } = basis.municipality;
  const view = code.caseView.caseViewOf(opened, evaluatePlan(basis, plans[0]), []);
  const ground = brush.brushGround(units);
  const radius = 12 * Math.hypot(ground.x[1] - ground.x[0], ground.y[1] - ground.y[0]) * 0.2;
  const random = seededRandom(1);
  const [moves, live, ends, cuts]: [number[], number[], number[], number[]] = [[], [], [], []];
  let draft = startDraft(basis.municipality, plans[0]);
  const locked = Uint32Array.from(upTo(units.count * BAND_COUNT).filter((pair) => pair % 60 < BAND_COUNT));
  draft = applyChanges(draft, setLock(draft, { pairs: locked }, true));
  // The map shows a plan before any hand can draw on it.
  picture.pictureOf(view, { plan: draft.plan });
  for (let number = 0; number < 100; number++) {
    const { first, site } = stroke(opened, draft, random);
    const painting = { ...PAINTING, site };
    const swept = new Set<number>();
    let at = { x: ground.x[first], y: ground.y[first] };
    const turn = random() * 2 * Math.PI;
    for (let move = 0; move < MOVES; move++)
      clocked(moves, () => {
        const next = { x: at.x + radius * 0.5 * Math.cos(turn), y: at.y + radius * 0.5 * Math.sin(turn) };
        brush.sweep(ground, at, next, radius, swept);
        at = next;
        const shown = picture.pictureOf(view, { plan: draft.plan });
        const chosen = { units: swept, state: "going", from: first } as const;
        areaOfUnits(view.outlines, tools.unitsWithin(draft, painting, chosen));
        clocked(live, () => soFar.aimSoFar({ view, draft, picture: shown }, painting, chosen));
        return shown.districts[shown.districtOfSite[site]]?.hue;
      });
    const before = draft.plan.assignment;
    clocked(ends, () => {
      const stroked = tools.strokeOf(draft, painting, swept, first);
      if (stroked.kind !== "edit" || checkChanges(draft, stroked.changes).length > 0) return;
      draft = applyChanges(draft, stroked.changes);
    });
    clocked(cuts, () => cutOff(basis, before, draft.plan));
  }
  const on = `${name}: ${units.count} units, ${basis.municipality.sites.length} sites, 100 strokes, seed 1`;
  const target = units.count > 7000 ? "16 ms" : "8 ms";
  return [
    {
      what: "each move of a stroke: areas, their outline, colour, and all that is told; 95 of 100",
      on,
      value: spread(moves),
      target,
    },
    {
      what: "of these, what is told: pupils, places, what is cut off, districts' sizes, locks; 95 of 100",
      on,
      value: spread(live),
      target: "",
    },
    {
      what: "end of a stroke, main thread: locks, check, plan; 95 of 100",
      on,
      value: spread(ends),
      target,
    },
    {
      what: "then, in a worker: what it cut off of areas and districts; 95 of 100",
      on,
      value: spread(cuts),
      target: "",
    },
  ];
}
