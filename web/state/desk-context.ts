import { createContext, use } from "react";
import type { Desk } from "./desk.ts";

/** The desk, and the way back to the case that lies beside the page. */
interface PageDesk extends Desk {
  readonly openOwnCase: () => Promise<void>;
}

export const DeskContext = createContext<PageDesk | undefined>(undefined);

export function useDesk(): PageDesk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("The page has no desk");
  return desk;
}
