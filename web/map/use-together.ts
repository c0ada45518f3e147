import { useEffect } from "react";
import type { DistrictMap } from "./district-map.ts";

/** Maps that are there move where any of them is moved; the array is the same for as long as the maps are. */
export function useTogether(maps: readonly (DistrictMap | undefined)[]): void {
  useEffect(() => {
    const there = maps.filter((map) => map !== undefined);
    if (there.length < 2) return undefined;
    let part: (() => void) | undefined;
    let ended = false;
    const join = async (): Promise<void> => {
      const { moveTogether } = await import("./district-map.ts");
      if (!ended) part = moveTogether(there);
    };
    void join();
    return () => {
      ended = true;
      part?.();
    };
  }, [maps]);
}
