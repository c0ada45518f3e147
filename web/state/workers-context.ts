import { createContext, use } from "react";
import type { Workers } from "./workers.ts";

/** The workers, and the way back to the case that lies beside the page. */
interface PageWorkers extends Workers {
  readonly openOwnCase: () => Promise<void>;
}

export const WorkersContext = createContext<PageWorkers | undefined>(undefined);

export function useWorkers(): PageWorkers {
  const workers = use(WorkersContext);
  if (!workers) throw new Error("The page has no workers");
  return workers;
}
