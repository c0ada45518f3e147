import { later } from "../later.tsx";

/** The lamp, which comes when something is drawn. */
export const LazyLamp = later(async () => (await import("./Lamp.tsx")).Lamp, "silent");

/** The price of a lock or a limit, which comes with the first of them. */
export const LazyPrice = later(async () => (await import("./Price.tsx")).Price, "silent");
