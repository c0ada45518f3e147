import { memo, type ReactNode } from "react";
import { countAt, roundedCell, type MeasureKey } from "../../../src/index.ts";
import { type Pair, PairedBars, PairTable } from "../../charts/PairedBars.tsx";
import { useVoice, type Voice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { WAY_LIMITS } from "../../worker/messages.ts";
import { Figures } from "./Figures.tsx";
import { Headline } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";
import { Who } from "./Who.tsx";

const KEYS: readonly MeasureKey[] = [
  "distance-median",
  "distance-p90",
  "distance-worst",
  "pupil-kilometres",
  "changed-site",
  "open-borders",
  "travel-hours",
  "travel-hours-more",
];

/** How far pupils travel. */
export const Travel = memo(function Travel({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  const pairs = wayPairs(voice, figures);
  const pupils = countAt(figures.counts, figures.view.pupils) - (figures.value("no-route") ?? 0);
  return (
    <section className="block">
      <h3>{say("travel.title")}</h3>
      <Headline
        figures={figures}
        measure="distance-mean"
        what="travel.headline"
        more="travel.longer"
        less="travel.shorter"
      />
      <PairedBars pairs={pairs} label={say("travel.picture")} axis={say("travel.km")} values="hidden" />
      <Who />
      <Figures figures={figures} keys={KEYS} />
      <HowComputed
        formula={[
          say("travel.formula", {
            km: number(figures.value("pupil-kilometres") ?? 0),
            pupils: number(pupils),
          }),
        ]}
        measures={["distance-mean", ...KEYS, "no-route"]}
      >
        <PairTable pairs={pairs} unit={say("travel.km")} />
      </HowComputed>
    </section>
  );
});

/** Pupils by length of their way, in nearest fives; those without one only where there are any. */
function wayPairs({ say, number }: Voice, { effects, view }: PlanFigures): readonly Pair[] {
  const km = (metres: number): string => number(metres / 1000, metres % 1000 === 0 ? 0 : 1);
  const last = WAY_LIMITS.length;
  const labels = [
    say("travel.band.first", { to: km(WAY_LIMITS[0]) }),
    ...WAY_LIMITS.slice(1).map((limit, i) => say("travel.band", { from: km(WAY_LIMITS[i]), to: km(limit) })),
    say("travel.band.last", { from: km(WAY_LIMITS[last - 1]) }),
    say("travel.band.none"),
  ];
  return labels
    .map((label, i) => ({ label, before: view.today.ways[i], after: effects?.ways[i] ?? 0 }))
    .filter(({ before, after }, i) => i <= last || before > 0 || after > 0)
    .map(({ label, before, after }) => ({ label, today: roundedCell(before), plan: roundedCell(after) }));
}
