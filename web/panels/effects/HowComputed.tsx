import type { ReactNode } from "react";
import {
  hangsOnRoads,
  measureNamed,
  measuresIn,
  type MeasureKey,
  type Rule,
  sourcedLevelNote,
} from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useMeasureTitle } from "../use-measure-title.ts";

interface Props {
  /** The sum with this plan's own numbers. */
  readonly formula: readonly string[];
  readonly measures: readonly MeasureKey[];
  readonly rules?: readonly Rule[];
  /** The numbers behind the picture. */
  readonly children?: ReactNode;
}

/** What stands behind a block's numbers: the sum, what each figure means, the law. */
export function HowComputed({ formula, measures, rules, children }: Props): ReactNode {
  const { say, read } = useVoice();
  const titleOf = useMeasureTitle();
  // There are several on the page: each by the first measure it is about.
  const view = useSelect(caseView);
  const roads = view && hangsOnRoads(...measures) ? sourcedLevelNote(view) : undefined;
  const about = measureNamed(measures[0]);
  return (
    <details className="how">
      <summary>
        {say("how.title")}
        {about && <span className="sr-only">: {read(about.title)}</span>}
      </summary>
      <h4>{say("how.formula")}</h4>
      {formula.map((line) => (
        <p key={line} className="formula">
          {line}
        </p>
      ))}
      {rules && (
        <>
          <h4>{say("how.rule")}</h4>
          {rules.map(({ key, text, paragraph, note }) => (
            <p key={key}>
              {read(text)} <cite>({paragraph})</cite> {note && read(note)}
            </p>
          ))}
        </>
      )}
      {roads && <p>{read(roads)}</p>}
      <h4>{say("how.measures")}</h4>
      <dl>
        {measures.map((key) => {
          const measure = view && measuresIn(view.grades).find((each) => each.key === key);
          return (
            measure && (
              <div key={key}>
                <dt>{titleOf(measure)}</dt>
                <dd>{read(measure.explanation)}</dd>
              </div>
            )
          );
        })}
      </dl>
      {children && (
        <>
          <h4>{say("how.numbers")}</h4>
          {children}
        </>
      )}
    </details>
  );
}
