import { useEffect, useEffectEvent } from "react";
import { useStore } from "../state/store.ts";
import { offerKey } from "./offer-keys.ts";

/** Takes or leaves by a key what is offered on the map, before the map hears it. */
export function useOfferKeys(is: "offered" | "none", take: () => void, leave: () => void): void {
  const store = useStore();
  const taken = useEffectEvent(take);
  const left = useEffectEvent(leave);
  useEffect(() => {
    if (is === "none") return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { drawing, aim } = store.state();
      const line = drawing.way === "lasso" && aim?.by === "key" ? "drawn" : "none";
      const does = offerKey(event, line);
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (does === "take") taken();
      else left();
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [is, store]);
}
