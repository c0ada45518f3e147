import type { ReactNode } from "react";
import {
  type CheckedPromise,
  countsText,
  countsWhere,
  hitSentences,
  PROMISE_WORDS,
  type Range,
  replayNotes,
  type ReplayStage,
  stageText,
  stageTitle,
} from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { useDetail } from "../../state/detail.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { Dialog } from "../Dialog.tsx";
import { CountTable } from "../effects/TriedBefore.tsx";
import { useRegisterVoice } from "./register-voice.ts";

/** Decided plans one after the other, beside what was promised, what came and what was counted. */
export function ReplayDialog(): ReactNode {
  const { say } = useVoice();
  return (
    <Dialog name="replay" title={say("replay.title")}>
      <Replayed />
    </Dialog>
  );
}

function Replayed(): ReactNode {
  const { tell, read } = useRegisterVoice();
  const view = useSelect(caseView);
  const { answer, is } = useDetail("known");
  if (!view || !answer) return <p role="status">{tell("replay.waiting")}</p>;
  const { replay } = answer;
  return (
    <div className="replay" aria-busy={is !== "current"}>
      <ul className="sentences">
        {[...hitSentences(replay.hits), ...replayNotes(replay)].map((text) => (
          <li key={text.da}>{read(text)}</li>
        ))}
      </ul>
      {replay.stages.map((stage, at) => (
        <Stage key={stage.plan.id} stage={stage} before={replay.stages[at - 1]} view={view} />
      ))}
      {replay.others.length > 0 && (
        <section>
          <h3>{tell("replay.others")}</h3>
          <Promises name={tell("replay.others")} promises={replay.others} />
        </section>
      )}
    </div>
  );
}

interface StageProps {
  readonly stage: ReplayStage;
  readonly before: ReplayStage | undefined;
  readonly view: CaseView;
}

function Stage({ stage, before, view }: StageProps): ReactNode {
  const { say, read } = useVoice();
  const { promises, counts } = stage;
  const { schoolYear: year, notice } = view;
  return (
    <section>
      <h3>{read(stageTitle(stage))}</h3>
      <p>{read(stageText(stage, before, { year, counts: countsWhere(notice) }))}</p>
      {promises.length > 0 && <Promises name={read(stageTitle(stage))} promises={promises} />}
      <p>{read(countsText(counts))}</p>
      {counts && (
        <details className="how">
          <summary>{say("tried.each")}</summary>
          <CountTable cases={counts.cases} sites={view.sites} />
        </details>
      )}
    </section>
  );
}

interface PromisesProps {
  /** What the table is called where it is read aloud: which step it is of. */
  readonly name: string;
  readonly promises: readonly CheckedPromise[];
}

function Promises({ name, promises }: PromisesProps): ReactNode {
  const { tell, read } = useRegisterVoice();
  return (
    <>
      <p className="price-source">{tell("replay.amounts")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={name}>
        <table className="figures replay-table">
          <thead>
            <tr>
              {(["promise", "said", "planned", "comes", "came"] as const).map((word) => (
                <th key={word} scope="col">
                  {read(PROMISE_WORDS[word])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {promises.map((each) => (
              <PromiseRow key={read(each.promise.name)} checked={each} />
            ))}
          </tbody>
        </table>
      </div>
      {promises.map(({ promise }) => (
        <Reading key={read(promise.name)} promise={promise} />
      ))}
    </>
  );
}

function PromiseRow({ checked }: { readonly checked: CheckedPromise }): ReactNode {
  const voice = useVoice();
  const { read, amount } = voice;
  const { promise, planned, comes, isInside, outcome } = checked;
  return (
    <tr>
      <th scope="row">{read(promise.name)}</th>
      <td>
        {amount(promise.kroner, "kroner")} <Inside is={isInside} />
      </td>
      <td>{millions(voice, planned)}</td>
      <td>{millions(voice, comes)}</td>
      <td>
        {outcome ? (
          <>
            {amount(outcome.kroner, "kroner")} <Inside is={outcome.isInside} />
          </>
        ) : (
          read(PROMISE_WORDS.unknown)
        )}
      </td>
    </tr>
  );
}

/** What has to be known to read a promise's row, and where its figures were said; beside the row it would be a narrow column. */
function Reading({ promise: { name, reading, source, outcome } }: Pick<CheckedPromise, "promise">): ReactNode {
  const { say, tell, read } = useRegisterVoice();
  return (
    <p className="price-source">
      {read(name)}: {read(reading)} {say("how.source")}: {read(source)}.
      {outcome && ` ${tell("replay.account", { year: String(outcome.year), source: read(outcome.source) })}`}
    </p>
  );
}

function Inside({ is }: { readonly is: boolean }): ReactNode {
  const { read } = useVoice();
  return (
    <span className={is ? "replay-inside" : "tried-outside"}>{read(PROMISE_WORDS[is ? "inside" : "outside"])}</span>
  );
}

/** "4,0 (1,4 til 7,8)". */
const millions = ({ amount, say }: Voice, { low, mid, high }: Range): string =>
  `${amount(mid, "kroner")} ${say("known.span", { low: amount(low, "kroner"), high: amount(high, "kroner") })}`;
