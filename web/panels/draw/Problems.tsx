import type { ReactNode } from "react";
import { BANDS, cellOf, siteName } from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { Draft } from "../../../src/index.ts";
import type { PlanEffects } from "../../worker/messages.ts";

interface Problem {
  readonly key: string;
  readonly text: string;
  /** The school to look at. */
  readonly site?: number;
}

/** What is wrong with the plan, each with words and a place; a plan with problems can still be looked at and shown. */
export function Problems(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const effects = useSelect(chosenEffects);
  if (!draft) return null;
  const problems = effects && problemsOf(voice, draft, effects);
  return (
    <section className="draw-problems" aria-busy={!problems}>
      <h3>{say("problems.title")}</h3>
      {problems?.length === 0 && <p className="field-help">{say("problems.none")}</p>}
      {!problems && <p className="field-help">{say("problems.waiting")}</p>}
      {problems && problems.length > 0 && (
        <ul>
          {problems.map(({ key, text, site }) => (
            <li key={key}>
              {text}
              {site !== undefined && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() =>
                    store.dispatch({ kind: "look", lookedAt: { kind: "site", number: site, how: "picked" } })
                  }
                >
                  {say("problem.show")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function problemsOf(voice: Voice, draft: Draft, { sites, districts }: PlanEffects): readonly Problem[] {
  const { say, cell, number } = voice;
  const full = sites.flatMap(({ site, overflow }) =>
    BANDS.flatMap(({ band, key }): Problem[] =>
      overflow[band] > 0
        ? [
            {
              key: `full ${site} ${band}`,
              text: say("problem.full", { site: siteName(draft, site), over: cell(cellOf(overflow[band])), band: key }),
              site,
            },
          ]
        : [],
    ),
  );
  const empty = draft.plan.teaching.flatMap((teaches, site): Problem[] =>
    teaches !== 0 && sites[site]?.pupils.every((pupils) => pupils === 0)
      ? [{ key: `empty ${site}`, text: say("problem.empty", { site: siteName(draft, site) }), site }]
      : [],
  );
  const apart = districts.flatMap(({ name, detached, sites: own }): Problem[] =>
    detached > 0
      ? [
          {
            key: `apart ${name}`,
            text: say("problem.apart", { district: name, parts: detached, text: number(detached) }),
            ...(own.length > 0 && { site: own[0] }),
          },
        ]
      : [],
  );
  return [...full, ...empty, ...apart];
}
