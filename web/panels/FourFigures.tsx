import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import type { PlanFigures } from "../state/plan-figures.ts";
import { openRests } from "../claims/open-rests.ts";
import { useStore } from "../state/store.ts";
import { headlineFigures } from "./headline-figures.ts";

/** What a plan is judged by first, in sight whatever else is read. */
export function FourFigures({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const store = useStore();
  return (
    <dl className="four-figures">
      {headlineFigures(voice, figures).map(({ name, said, range }) => (
        <div key={name}>
          <dt>{voice.say(name)}</dt>{" "}
          <dd>
            {name === "line.money" ? (
              <button
                type="button"
                className="figure-button"
                aria-haspopup="dialog"
                title={voice.say("costs.rests")}
                onClick={() => openRests(store)}
              >
                {said}
              </button>
            ) : (
              said
            )}
            {range !== undefined && <small> {range}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
