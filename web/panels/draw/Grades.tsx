import { gradesHere } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { type ReactNode, useId } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { Drawing } from "../../state/drawing.ts";

interface GradesProps {
  readonly drawing: Drawing;
  readonly onChange: (bands: Drawing["bands"]) => void;
}

/** The grades that are painted or locked; at least one is always chosen. */
export function Grades({ drawing: { bands }, onChange }: GradesProps): ReactNode {
  const grades = useSelect(gradesHere);
  const { say } = useVoice();
  const own = useId();
  return (
    <fieldset className="grade-choice">
      <legend>{say("paint.bands")}</legend>
      {grades.bands.map(({ band, key }) => (
        <span key={key} className="check">
          <input
            id={`${own}-${key}`}
            type="checkbox"
            className="form-checkbox"
            checked={bands.includes(band)}
            disabled={bands.length === 1 && bands[0] === band}
            onChange={({ target }) =>
              onChange(
                grades.bands.flatMap((each) =>
                  (each.band === band ? target.checked : bands.includes(each.band)) ? [each.band] : [],
                ),
              )
            }
          />
          <label htmlFor={`${own}-${key}`}>{key.replace("-", ".-")}.</label>
        </span>
      ))}
    </fieldset>
  );
}
