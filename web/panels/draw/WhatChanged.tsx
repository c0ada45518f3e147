import type { ReactNode } from "react";
import { movedText, otherSentences, schoolSentences, siteName, gradesInWords } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { hatched } from "../../proposals/hatched.ts";
import { chosenChanges } from "../../proposals/held-against.ts";
import { caseView, gradesHere } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** What the proposal changes against its start or another plan: on the map, and in words by school. */
export function WhatChanged(): ReactNode {
  const { say, read, currency } = useVoice();
  const store = useStore();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const changes = useSelect(chosenChanges);
  const marks = useSelect(({ changes: told }) => told.marks);
  const heldAgainst = useSelect(({ changes: told }) => told.against);
  const plans = useSelect((state) => caseView(state)?.plans);
  if (!draft || !changes || !plans) return null;
  const { changed } = changes;
  const { grades } = draft.plan;
  const schools = changed.schools.map((change) => schoolSentences(grades, change));
  const others = otherSentences(grades, currency, changed);
  return (
    <details className="draw-what">
      <summary>
        <h3>{say("what.title")}</h3>
      </summary>
      <label className="paint-to">
        {say("what.against")}
        <select
          className="form-select"
          value={heldAgainst}
          onChange={({ target }) => store.dispatch({ kind: "changes", change: { against: target.value } })}
        >
          <option value="start">{say("what.start")}</option>
          {plans.map(({ id, title }) => (
            <option key={id} value={id}>
              {read(title)}
            </option>
          ))}
        </select>
      </label>
      <div className="check">
        <input
          id="mark-changes"
          type="checkbox"
          className="form-checkbox"
          checked={marks === "shown"}
          onChange={({ target }) =>
            store.dispatch({ kind: "changes", change: { marks: target.checked ? "shown" : "hidden" } })
          }
        />
        <label htmlFor="mark-changes">{say("what.show")}</label>
      </div>
      <InOtherGrades />
      <p>{schools.length + others.length === 0 ? say("what.none") : read(movedText(grades, changed))}</p>
      <ul>
        {schools.map(({ site, fate, sentences }) => (
          <li key={site}>
            <strong>
              {siteName(draft, site)}
              {fate && ` ${read(fate)}`}
            </strong>
            <p>{sentences.map(read).join(" ")}</p>
          </li>
        ))}
        {others.map((sentence) => (
          <li key={read(sentence)}>{read(sentence)}</li>
        ))}
      </ul>
    </details>
  );
}

/** That the map, which shows some grades, leaves out changes of others. */
function InOtherGrades(): ReactNode {
  const grades = useSelect(gradesHere);
  const { say, read } = useVoice();
  const hatch = useSelect(hatched);
  if (hatch?.since !== "a-plan" || hatch.others === "none" || hatch.band === "lowest") return null;
  return (
    <p className="field-help">{say("what.others", { grades: read(gradesInWords(grades.bands[hatch.band].key)) })}</p>
  );
}
