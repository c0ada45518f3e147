import type { KeyEntry } from "./map-layer.ts";
import { assumed } from "./assumed.tsx";
import { buses } from "./buses.tsx";
import { changed } from "./changed.tsx";
import { covered } from "./covered.ts";
import { dangers } from "./dangers.tsx";
import { home } from "./home.ts";
import { keys } from "./keys.tsx";
import { locks } from "./locks.tsx";
import { names } from "./names.ts";
import { painted } from "./painted.ts";
import { places } from "./places.ts";
import { roads } from "./roads.tsx";
import { route } from "./route.ts";
import { said } from "./said.tsx";
import { scenery } from "./scenery.ts";
import { sites } from "./sites.tsx";
import { taken } from "./taken.ts";
import { unit } from "./unit.ts";
import { zones } from "./zones.tsx";

/** Every layer of the map: within a level they are drawn in this order, and the map's key has their lines in it. */
export const LAYERS = [
  scenery,
  zones,
  painted,
  changed,
  places,
  sites,
  names,
  keys,
  locks,
  dangers,
  assumed,
  taken,
  buses,
  roads,
  unit,
  route,
  said,
  home,
  covered,
] as const;

type Layer = (typeof LAYERS)[number];

/** All that a map can show, a part each, as the layers drawn from it take it. */
export type Parts = { readonly [Each in Layer as Each["part"]]: Parameters<Each["data"]>[0] };

type Words = NonNullable<Layer["key"]>[number]["words"];

/** The map's key, whole; which lines are to be seen hangs on what the map shows. */
export const KEY = LAYERS.flatMap((layer): readonly KeyEntry<Words>[] => layer.key ?? []);
