import { useSyncExternalStore } from "react";
import { AnswerShelf } from "../../ask/answers.ts";
import { AskAgain } from "../../ask/ask-again.ts";
import { FIRST_FORM } from "../../ask/form.ts";
import { kept } from "../../ask/kept.ts";
import { ANSWERS_HERE, saveQuestion } from "../../ask/saved.ts";
import { AskSession, type Session } from "../../ask/session.ts";

/** Answers that were given, kept in this browser. */
export const shelf = new AnswerShelf(ANSWERS_HERE);

/** Several questions asked again, one after another. */
export const again = new AskAgain();

/** The page's one question: it is there still when the panel is opened again. */
export const session = new AskSession(FIRST_FORM, {
  onEnd: (ended) => {
    const answer = kept(ended, new Date());
    if (answer) void shelf.keep(answer);
    const { saved } = ended.as;
    // Where the browser keeps nothing that was said when it was saved.
    if (answer && saved) saveQuestion({ ...saved, ...ended.of, form: ended.asked.form }).catch(() => undefined);
    again.ended(ended.run.status === "answered" ? "answered" : "without");
  },
  onLeft: again.stop,
});

export const useSession = (): Session => useSyncExternalStore(session.subscribe, session.now, session.now);
