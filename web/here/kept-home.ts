import type { Home } from "../state/app-state.ts";

const NAME = "skoledistrikt-home";

/**
 * Remembers the place that is asked about in a case, or forgets it: over a reload, in this tab alone and no longer than the tab lives. It
 * stands in no address and is sent nowhere.
 */
export function keepHome(dataHash: string, home: Home | undefined, storage = tabStorage): void {
  try {
    if (!home) return storage().removeItem(NAME);
    const { way: _, ...place } = home;
    storage().setItem(NAME, JSON.stringify({ dataHash, ...place }));
  } catch {
    // Where nothing may be kept the place is asked for again.
  }
}

/** The place that was asked about in a case before the page was loaded anew. */
export function keptHome(dataHash: string, storage = tabStorage): Home | undefined {
  try {
    const kept: Readonly<Record<string, unknown>> = JSON.parse(storage().getItem(NAME) ?? "{}");
    const { dataHash: of, lon, lat, name, how, unknownHouse } = kept;
    if (of !== dataHash || typeof lon !== "number" || typeof lat !== "number") return undefined;
    if (typeof name !== "string" || (how !== "found" && how !== "clicked")) return undefined;
    return { lon, lat, name, how, ...(typeof unknownHouse === "string" && { unknownHouse }) };
  } catch {
    return undefined;
  }
}

const tabStorage = (): Pick<Storage, "getItem" | "setItem" | "removeItem"> => window.sessionStorage;
