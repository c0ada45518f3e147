import { useEffect } from "react";
import type { AskedOf } from "../../ask/asked-of.ts";
import { formOfFile } from "../../ask/from-file.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { session } from "./session-context.ts";

/** A question of a file fills in the form, once. */
export function useOpened(of: AskedOf | undefined): void {
  const store = useStore();
  const question = useSelect((state) => state.question);
  useEffect(() => {
    if (!question || !of) return;
    const known = { ...of.context, names: of.names, open: of.open };
    session.fill(formOfFile(question, known, session.now().form));
    store.dispatch({ kind: "question", question: undefined });
  }, [store, question, of]);
}
