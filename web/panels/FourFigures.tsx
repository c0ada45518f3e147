import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import type { PlanFigures } from "../state/plan-figures.ts";
import { openRests } from "../claims/open-rests.ts";
import { useStore } from "../state/store.ts";
import { headlineFigures } from "./headline-figures.ts";

interface Props {
  readonly figures: PlanFigures;
  /** "open": the money leads to what it rests on. "told": where there is no room for a finger between the lines. */
  readonly money: "open" | "told";
}

/** What a plan is judged by first, in sight whatever else is read. */
export function FourFigures({ figures, money }: Props): ReactNode {
  const voice = useVoice();
  const store = useStore();
  return (
    <dl className="four-figures">
      {headlineFigures(voice, figures).map(({ name, said, range }) => {
        const figure = (
          <>
            {said}
            {range !== undefined && <small> {range}</small>}
          </>
        );
        return (
          <div key={name}>
            <dt>{voice.say(name)}</dt>{" "}
            <dd>
              {name === "line.money" && money === "open" ? (
                <button
                  type="button"
                  className="figure-button"
                  title={voice.say("costs.rests")}
                  onClick={() => openRests(store)}
                >
                  {figure}
                </button>
              ) : (
                figure
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
