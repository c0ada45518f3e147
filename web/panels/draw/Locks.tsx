import { type ReactNode, useMemo, useState } from "react";
import { type Draft, type Lockable, setLock, type Text } from "../../../src/index.ts";
import { lockables, locksOf } from "../../draw/locks.ts";
import { noteText } from "../../i18n/notes.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { LazyPrice } from "../wishes/lazy.tsx";
import { useStudio } from "../../proposals/studio-context.ts";

/** All that is locked, each with its way out, and what else can be: grades, districts and schools. */
export function Locks(): ReactNode {
  const { say, read } = useVoice();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const locks = useMemo(() => (draft ? locksOf(draft) : []), [draft]);
  const setLocked = useSetLocked(draft);
  if (!draft) return null;
  return (
    <details className="draw-locks">
      <summary>
        <h3>{locks.length === 0 ? say("locks.title") : say("locks.titleSome", { count: locks.length })}</h3>
      </summary>
      {locks.length === 0 && <p className="field-help">{say("locks.none")}</p>}
      <ul>
        {locks.map((lock) => {
          const { key, name, what } = lock;
          return (
            <li key={key}>
              <span className="lock-name">{read(name)}</span>
              <button
                type="button"
                className="link-button"
                aria-label={say("schools.unlockIt", { site: read(name) })}
                onClick={() => setLocked(what, name, "off")}
              >
                {say("schools.unlock")}
              </button>
              <LazyPrice draft={draft} is={{ kind: "lock", lock }} />
            </li>
          );
        })}
      </ul>
      <LockMore draft={draft} onLock={(what, name) => setLocked(what, name, "on")} />
    </details>
  );
}

function useSetLocked(draft: Draft | undefined) {
  const studio = useStudio();
  return (what: Lockable, name: Text, to: "on" | "off"): void => {
    if (!draft) return;
    const note = noteText(to === "on" ? "edit.locked" : "edit.unlocked", { what: name });
    studio.edit(setLock(draft, what, to === "on"), note);
  };
}

interface LockMoreProps {
  readonly draft: Draft;
  readonly onLock: (what: Lockable, name: Text) => void;
}

/** Locks one more grade band, district or school. */
function LockMore({ draft, onLock }: LockMoreProps): ReactNode {
  const { say, read } = useVoice();
  const [chosen, setChosen] = useState("");
  const groups = useMemo(() => lockables(draft), [draft]);
  const found = groups.flatMap(({ entries }) => entries).find(({ key }) => key === chosen);
  const lock = (): void => {
    if (!found) return;
    onLock(found.what, found.name);
    setChosen("");
  };
  return (
    <div className="group-list">
      <label htmlFor="lock-more">{say("locks.more")}</label>
      <select
        id="lock-more"
        className="form-select"
        value={chosen}
        onChange={({ target: { value } }) => setChosen(value)}
      >
        <option value="">{say("group.choose")}</option>
        {groups.map(({ kind, entries }) => (
          <optgroup key={kind} label={say(`locks.${kind}`)}>
            {entries.map(({ key, name }) => (
              <option key={key} value={key}>
                {read(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="button" className="button button-secondary small-button" disabled={!found} onClick={lock}>
        {say("schools.lock")}
      </button>
    </div>
  );
}
