import { gradesHere } from "../../state/selectors.ts";
import { type ReactNode, useState } from "react";
import { hasBand, NO_BANDS, gradesInWords } from "../../../src/index.ts";
import { useMarkingOf } from "../../draw/use-marking.ts";
import { useVoice } from "../../i18n/say.ts";
import { useSelect } from "../../state/store.ts";
import { knownStretch } from "../../state/stretches.ts";
import { useKeptText } from "../use-kept-text.ts";
import { AssumeForm } from "./AssumeForm.tsx";
import type { FormProps } from "./form-props.ts";
import { NameBlank, useNameNear } from "./NameBlank.tsx";
import { Where } from "./Where.tsx";

/** A stretch of road from place to place on the map, and for whom it is dangerous. */
export function DangerForm({ known, onKeep, onCancel }: FormProps<"danger">): ReactNode {
  const grades = useSelect(gradesHere);
  const { say, read } = useVoice();
  const was = known?.was;
  useMarkingOf("danger", known && { id: known.id, at: known.was.along });
  const along = useSelect(({ drawing }) => drawing.marking?.at);
  const stretch = useSelect((state) => along && knownStretch(state, along));
  const proposed = useNameNear("danger");
  const { typed, setTyped, clear } = useKeptText(`danger ${known?.id ?? ""}`, was?.name);
  const [bands, setBands] = useState(was?.bands ?? NO_BANDS);
  const isJoined = stretch?.unjoined === 0 && stretch.lines.length > 0;
  return (
    <AssumeForm
      kind="danger"
      was={was}
      isReady={isJoined && bands !== NO_BANDS}
      onKeep={() => {
        if (along && onKeep({ kind: "danger", name: typed.trim() || proposed, bands, along })) clear();
      }}
      onCancel={() => {
        clear();
        onCancel();
      }}
    >
      <Where say={[say("assume.danger.where"), say("assume.danger.more"), say("assume.danger.whole")]} />
      {stretch && !isJoined && (
        <p role="alert" className="draw-refused">
          {say("assume.danger.unjoined")}
        </p>
      )}
      <NameBlank label={say("assume.danger.name")} typed={typed} proposed={proposed} onType={setTyped} />
      <fieldset>
        <legend>{say("assume.danger.who")}</legend>
        <p className="field-help">{say("assume.danger.grades")}</p>
        {grades.bands.map(({ band, key }) => (
          <span key={key} className="check">
            <input
              id={`danger-for-${key}`}
              type="checkbox"
              className="form-checkbox"
              checked={hasBand(bands, band)}
              onChange={() => setBands(bands ^ (1 << band))}
            />
            <label htmlFor={`danger-for-${key}`}>{read(gradesInWords(key))}</label>
          </span>
        ))}
      </fieldset>
    </AssumeForm>
  );
}
