import { useSyncExternalStore } from "react";
import { AskSession, type Session } from "../../ask/session.ts";

/** The page's one question: it is there still when the panel is opened again. */
export const session = new AskSession();

export const useSession = (): Session => useSyncExternalStore(session.subscribe, session.now);
