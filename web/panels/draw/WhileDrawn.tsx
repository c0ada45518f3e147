import { type ReactNode, useEffect } from "react";
import { takeTool } from "../../draw/tool-keys.ts";
import { hindranceHere } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** What draws: off as a whole where the room lets nobody draw on the proposal, or not oneself; why is said beside it. */
export function WhileDrawn({ children }: { readonly children: ReactNode }): ReactNode {
  const isOff = useSelect((state) => hindranceHere(state) !== undefined);
  return (
    <fieldset className="while-drawn" disabled={isOff}>
      {children}
    </fieldset>
  );
}

/** A tool in hand is laid down where nothing can be drawn with it. */
export function useToolsDown(): void {
  const store = useStore();
  const isIdle = useSelect((state) => hindranceHere(state) !== undefined && state.drawing.tool !== "look");
  useEffect(() => {
    if (isIdle) takeTool(store, { tool: "look" });
  }, [isIdle, store]);
}
