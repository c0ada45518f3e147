import type { ReactNode } from "react";
import { isMeasureKey, MAIN_MEASURES, measureByKey } from "../../../src/index.ts";
import type { Anchor } from "../../../src/protocol/room-acts.ts";
import { schoolsInView } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { useMeasureTitle } from "../use-measure-title.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** What something said is about, in words; the proposal as a whole has none. */
export function useAnchorName(): (on: Anchor | undefined) => string | undefined {
  const { tell } = useMeetingVoice();
  const titleOf = useMeasureTitle();
  const schools = useSelect(schoolsInView);
  return (on) => {
    if (!on) return undefined;
    switch (on.kind) {
      case "site":
        return schools.find(({ id }) => id === on.site)?.name ?? on.site;
      case "measure": {
        const measure = isMeasureKey(on.measure) ? measureByKey.get(on.measure) : undefined;
        return measure ? titleOf(measure) : on.measure;
      }
      case "place":
        return tell("meet.talk.place");
      default:
        return on satisfies never;
    }
  };
}

interface Props {
  readonly value: Anchor | undefined;
  readonly onChange: (on: Anchor | undefined) => void;
}

const written = (on: Anchor | undefined): string =>
  on?.kind === "site" ? `site ${on.site}` : on?.kind === "measure" ? `measure ${on.measure}` : "";

function anchorOf(value: string): Anchor | undefined {
  const [kind, ...rest] = value.split(" ");
  const name = rest.join(" ");
  return kind === "site" ? { kind, site: name } : kind === "measure" ? { kind, measure: name } : undefined;
}

/** What one writes about: the proposal, one of its schools, or a figure. */
export function AnchorChoice({ value, onChange }: Props): ReactNode {
  const { tell, read } = useMeetingVoice();
  const schools = useSelect(schoolsInView);
  return (
    <label>
      {tell("meet.talk.on")}
      <select
        className="form-select"
        value={written(value)}
        onChange={({ target }) => onChange(anchorOf(target.value))}
      >
        <option value="">{tell("meet.talk.on.all")}</option>
        <optgroup label={tell("meet.talk.on.schools")}>
          {schools.map(({ id, name }) => (
            <option key={id} value={`site ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={tell("meet.talk.on.figures")}>
          {MAIN_MEASURES.map(({ key, title }) => (
            <option key={key} value={`measure ${key}`}>
              {read(title)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
