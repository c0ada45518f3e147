import { memo, type ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useDetail } from "../../state/detail.ts";
import type { PlanMeaning } from "../../worker/messages.ts";

/** What people ask first; the other sentences are folded. */
const FIRST: ReadonlySet<string> = new Set(["changed-site", "longer", "right-gained", "right-lost", "saving"]);

/** The plan in sentences that anybody understands, made from the figures. */
export const Meaning = memo(function Meaning(): ReactNode {
  const { say } = useVoice();
  const { answer: meaning, is } = useDetail("meaning");
  return (
    <section className={`block meaning ${is}`} aria-busy={is !== "current"}>
      <h3>{say("meaning.title")}</h3>
      {meaning ? <Sentences meaning={meaning} /> : <p role="status">{say("meaning.waiting")}</p>}
    </section>
  );
});

const Sentences = memo(function Sentences({ meaning: { sentences } }: { readonly meaning: PlanMeaning }): ReactNode {
  const { say } = useVoice();
  return (
    <>
      <SentenceList sentences={sentences.filter(({ key }) => FIRST.has(key))} />
      <details className="how">
        <summary>{say("meaning.more")}</summary>
        <SentenceList sentences={sentences.filter(({ key }) => !FIRST.has(key))} />
      </details>
    </>
  );
});

export function SentenceList({ sentences }: { readonly sentences: PlanMeaning["sentences"] }): ReactNode {
  const { read } = useVoice();
  return (
    <ul className="sentences">
      {sentences.map(({ key, text }, i) => (
        <li key={`${key}${i}`}>{read(text)}</li>
      ))}
    </ul>
  );
}
