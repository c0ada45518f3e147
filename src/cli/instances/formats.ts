import { gap } from "./gap.ts";
import { hess } from "./hess.ts";
import { holmberg } from "./holmberg.ts";
import type { InstanceFormat } from "./instance.ts";
import { lcps } from "./lcps.ts";
import { netgen } from "./netgen.ts";
import { orlibCpmp } from "./orlib-cpmp.ts";
import { sjc } from "./sjc.ts";

/** The published formats that `bench-instance` reads. */
export const FORMATS: readonly InstanceFormat[] = [gap, hess, holmberg, ...lcps, netgen, orlibCpmp, sjc];
