import type { InstanceFormat } from "./instance.ts";
import { netgen } from "./netgen.ts";

/** The published formats that `bench-instance` reads. */
export const FORMATS: readonly InstanceFormat[] = [netgen];
