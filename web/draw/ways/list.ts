import type { WayName } from "../../state/drawing.ts";
import { block } from "./block.ts";
import { brush } from "./brush.ts";
import { lasso } from "./lasso.ts";
import { parish } from "./parish.ts";
import { town } from "./town.ts";
import type { Way } from "./way.ts";
import { zone } from "./zone.ts";

/** Every way of choosing areas. One more is a file here and a name in `web/state/drawing.ts`. */
export const WAY: Readonly<Record<WayName, Way>> = { brush, lasso, zone, parish, town, block };
