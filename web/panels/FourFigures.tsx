import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import type { PlanFigures } from "../state/plan-figures.ts";
import { headlineFigures } from "./headline-figures.ts";

/** What a plan is judged by first, in sight whatever else is read. */
export function FourFigures({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  return (
    <dl className="four-figures">
      {headlineFigures(voice, figures).map(({ name, said, range }) => (
        <div key={name}>
          <dt>{voice.say(name)}</dt>{" "}
          <dd>
            {said}
            {range !== undefined && <small> {range}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
