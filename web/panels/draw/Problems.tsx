import type { ReactNode } from "react";
import { BANDS, isFew, roundedCell, siteName, writtenGrades } from "../../../src/index.ts";
import { bandsName } from "../../draw/locks.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import type { LookedAt } from "../../state/app-state.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { Draft } from "../../../src/index.ts";
import type { PlanEffects } from "../../worker/messages.ts";

interface Problem {
  readonly key: string;
  readonly text: string;
  /** The school or the area to look at. */
  readonly at?: Pick<LookedAt, "kind" | "number">;
}

/** What is wrong with the plan, each with words and a place; a plan with problems can still be looked at and shown. */
export function Problems(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const effects = useSelect(chosenEffects);
  if (!draft || !effects) return null;
  const problems = problemsOf(voice, draft, effects);
  if (problems.length === 0) return null;
  return (
    <ul className="draw-problems" aria-label={say("problems.title")}>
      {problems.map(({ key, text, at }) => (
        <li key={key}>
          {text}
          {at && (
            <button
              type="button"
              className="link-button"
              onClick={() => store.dispatch({ kind: "look", lookedAt: { ...at, how: "picked" } })}
            >
              {say("problem.show")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function problemsOf(
  voice: Voice,
  draft: Draft,
  { sites, districts, apart: zones }: PlanEffects,
): readonly Problem[] {
  const { say, read, cell, list, number } = voice;
  const full = sites.flatMap(({ site, overflow }): Problem[] => {
    const lacking = BANDS.flatMap(({ band, key }) =>
      overflow[band] > 0
        ? [
            say("problem.fullIn", {
              over: isFew(overflow[band]) ? say("problem.few") : cell(roundedCell(overflow[band])),
              grades: read(writtenGrades(key)),
            }),
          ]
        : [],
    );
    if (lacking.length === 0) return [];
    return [
      {
        key: `full ${site}`,
        text: say("problem.full", { site: siteName(draft, site), over: list(lacking) }),
        at: atSite(site),
      },
    ];
  });
  const empty = draft.plan.teaching.flatMap((teaches, site): Problem[] =>
    teaches !== 0 && sites[site]?.pupils.every((pupils) => pupils === 0)
      ? [{ key: `empty ${site}`, text: say("problem.empty", { site: siteName(draft, site) }), at: atSite(site) }]
      : [],
  );
  const pieces = zones.map(({ site, bands, unit }): Problem => ({
    key: `pieces ${site}`,
    text: say("problem.pieces", { site: siteName(draft, site), bands: read(bandsName(bands)) }),
    at: { kind: "unit", number: unit },
  }));
  // Where a school's own area is in pieces the district is as well; that is said once.
  const inPieces = new Set(zones.map(({ site }) => site));
  const apart = districts.flatMap(({ name, detached, sites: own }): Problem[] =>
    detached > 0 && !own.some((site) => inPieces.has(site))
      ? [
          {
            key: `apart ${name}`,
            text: say("problem.apart", { district: name, parts: detached, text: number(detached) }),
            ...(own.length > 0 && { at: atSite(own[0]) }),
          },
        ]
      : [],
  );
  return [...full, ...pieces, ...apart, ...empty];
}

const atSite = (number: number) => ({ kind: "site", number }) as const;
