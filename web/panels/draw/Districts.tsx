import type { ReactNode } from "react";
import { type Draft, siteName } from "../../../src/index.ts";
import { useDistricts } from "../../draw/use-districts.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { pictureOf } from "../../map/picture.ts";
import { pupilsAsShown } from "../../map/shown-pupils.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { Spot } from "../Spot.tsx";
import { NameField } from "./NameField.tsx";

/** The districts of the proposal: what they are called, two made one, one school made a district. */
export function Districts(): ReactNode {
  const { say } = useVoice();
  const proposal = useSelect(chosenProposal);
  if (!proposal) return null;
  const { draft } = proposal;
  return (
    <details className="draw-districts">
      <summary>
        <h3>{say("districts.title", { count: draft.plan.districts.length })}</h3>
      </summary>
      <ul>
        {draft.plan.districts.map(({ id }, number) => (
          <District key={`${proposal.id} ${id}`} proposal={proposal.id} draft={draft} number={number} />
        ))}
      </ul>
    </details>
  );
}

interface DistrictProps {
  readonly proposal: string;
  readonly draft: Draft;
  readonly number: number;
}

function District({ proposal, draft, number }: DistrictProps): ReactNode {
  const voice = useVoice();
  const { say, cell } = voice;
  const tools = useDistricts();
  const view = useSelect(caseView);
  if (!view) return null;
  const { id, name, sites } = draft.plan.districts[number];
  const picture = pictureOf(view, draftedPlan(draft));
  const { hue, key } = picture.districts[number];
  const pupils = cell(pupilsAsShown(picture).districts[number]);
  const told = picture.counts === "in-fives" ? say("pupils.about", { pupils }) : pupils;
  const isLocked = draft.locks.districts.has(id);
  const open = sites.filter((site) => draft.plan.teaching[site] !== 0);
  return (
    <li className="draw-district">
      <div className="draw-district-name">
        <Spot hue={hue} letter={key} />
        <NameField
          of={{ proposal, field: `district ${id}` }}
          name={name}
          label={say("districts.name", { district: name })}
          isLocked={isLocked}
          onKeep={(wished) => tools.rename(id, wished)}
        />
      </div>
      <p className="field-help">{say("districts.about", { ...counted(voice, open.length), pupils: told })}</p>
      <div className="draw-school-tools">
        <Choice
          label={say("districts.joinIt", { district: name })}
          first={say("districts.join")}
          disabled={isLocked}
          options={draft.plan.districts.flatMap((other) => (other.id === id ? [] : [[other.id, other.name]]))}
          onChoose={(joined) => tools.join(id, joined)}
        />
        <Choice
          label={say("districts.splitIt", { district: name })}
          first={say("districts.split")}
          disabled={isLocked}
          options={sites.length < 2 ? [] : sites.map((site) => [String(site), siteName(draft, site)])}
          onChoose={(site) =>
            tools.split(Number(site), say("schools.newName", { site: siteName(draft, Number(site)) }))
          }
        />
        <button
          type="button"
          className="link-button"
          aria-label={say(isLocked ? "schools.unlockIt" : "schools.lockIt", { site: name })}
          onClick={() => tools.lock(id, !isLocked)}
        >
          {say(isLocked ? "schools.unlock" : "schools.lock")}
        </button>
      </div>
    </li>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What stands in it while nothing is chosen. */
  readonly first: string;
  readonly disabled: boolean;
  readonly options: readonly (readonly string[])[];
  readonly onChoose: (value: string) => void;
}

/** Does something with what is chosen, at once; nothing where there is nothing to choose. */
function Choice({ label, first, disabled, options, onChoose }: ChoiceProps): ReactNode {
  if (options.length === 0) return null;
  return (
    <select
      className="inline-select"
      aria-label={label}
      value=""
      disabled={disabled}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="" disabled>
        {first}
      </option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
