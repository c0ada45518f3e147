import type { ReactNode } from "react";
import { assumptionText, BANDS, formatBands, roundedCell, siteName, writtenGrades } from "../../../src/index.ts";
import { bandsName } from "../../draw/locks.ts";
import { counted, useVoice, type Voice } from "../../i18n/say.ts";
import type { Moved, SchoolChange } from "../../proposals/what-changed.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { hatched } from "../../proposals/hatched.ts";
import { chosenChanges } from "../../proposals/held-against.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** What the proposal changes against its start or another plan: on the map, and in words by school. */
export function WhatChanged(): ReactNode {
  const voice = useVoice();
  const { say, read, language } = voice;
  const store = useStore();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const changes = useSelect(chosenChanges);
  const marks = useSelect(({ changes: told }) => told.marks);
  const heldAgainst = useSelect(({ changes: told }) => told.against);
  const plans = useSelect((state) => caseView(state)?.plans);
  if (!draft || !changes || !plans) return null;
  const { schools, renamed, assumptions, pupils, bands, units } = changes.changed;
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
      <p>
        {schools.length + renamed.length + assumptions.length === 0
          ? say("what.none")
          : units.length === 0
            ? say("what.nobody")
            : upper(say("what.pupils", { pupils: pupilsInWords(voice, { pupils, bands }) }))}
      </p>
      <ul>
        {schools.map((change) => (
          <li key={change.site}>
            <strong>
              {siteName(draft, change.site)}
              {change.fate && ` ${say(`what.${change.fate}`)}`}
            </strong>
            <p>{sentences(voice, change).join(" ")}</p>
          </li>
        ))}
        {renamed.map(({ before, after }) => (
          <li key={before}>{say("what.renamed", { before, after })}</li>
        ))}
        {assumptions.map((assumption) => {
          const what = assumptionText(assumption, language);
          return <li key={what}>{say("what.assumed", { what })}</li>;
        })}
      </ul>
    </details>
  );
}

/** That the map, which shows some grades, leaves out changes of others. */
function InOtherGrades(): ReactNode {
  const { say, read } = useVoice();
  const hatch = useSelect(hatched);
  if (hatch?.since !== "a-plan" || hatch.others === "none" || hatch.band === "lowest") return null;
  return <p className="field-help">{say("what.others", { grades: read(writtenGrades(BANDS[hatch.band].key)) })}</p>;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Nearest fives; nobody is told whether any child lives where so few do. */
function pupilsInWords({ say, read, cell }: Voice, { pupils, bands }: Pick<Moved, "pupils" | "bands">): string {
  const rounded = roundedCell(pupils);
  const told = pupils === 0 || rounded.kind === "few" ? say("what.few") : say("what.about", { pupils: cell(rounded) });
  // What only some grades meet is said of those: a family with a child in another has nothing to do with it.
  return bands.length === 0 || bands.length === BANDS.length
    ? told
    : say("what.inGrades", { pupils: told, bands: read(bandsName(bands)) });
}

function sentences(voice: Voice, { gained, lost, grades, district, places }: SchoolChange): readonly string[] {
  const { say, read, number } = voice;
  const moved = (key: "what.gained" | "what.lost", change: Moved): string =>
    say(key, { ...counted(voice, change.areas), pupils: pupilsInWords(voice, change) });
  const taught = (bands: number): string => read(writtenGrades(formatBands(bands)));
  const room = (count: number | undefined): string => (count === undefined ? say("what.noPlaces") : number(count));
  return [
    ...(gained ? [moved("what.gained", gained)] : []),
    ...(lost ? [moved("what.lost", lost)] : []),
    ...(grades ? [say("what.grades", { before: taught(grades.before), after: taught(grades.after) })] : []),
    ...(district
      ? [
          say("what.district", {
            before: district.before ?? say("what.noDistrict"),
            after: district.after ?? say("what.noDistrict"),
          }),
        ]
      : []),
    ...(places ?? []).map(({ band, before, after }) =>
      say("what.places", { band: read(writtenGrades(BANDS[band].key)), before: room(before), after: room(after) }),
    ),
  ];
}
