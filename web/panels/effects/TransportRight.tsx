import { memo, type ReactNode } from "react";
import { cellOf, countWords, FREE_CHOICE, transportNote, TRANSPORT_RIGHT, limitsText } from "../../../src/index.ts";
import { PairedBars, PairTable } from "../../charts/PairedBars.tsx";
import { bandTold, useVoice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { assumptionsOf } from "../../state/plans.ts";
import { MeasuredWith } from "../assumptions/MeasuredWith.tsx";
import { Buses } from "./Buses.tsx";
import { Headline } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";

const NOBODY = cellOf(0);

/** Who has a right to free transport, who gets it, who loses it. */
export const TransportRight = memo(function TransportRight({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const { say, read, language } = useVoice();
  const pairs = figures.view.grades.bands.map(({ key }) => ({
    label: say("unit.band", bandTold({ read }, key)),
    today: figures.todaysCell(`transport-right:${key}`) ?? NOBODY,
    plan: figures.cell(`transport-right:${key}`) ?? NOBODY,
  }));
  const gained = figures.cell("right-gained") ?? NOBODY;
  const lost = figures.cell("right-lost") ?? NOBODY;
  const { grades } = figures.view;
  return (
    <section className="block">
      <h3>{say("right.title")}</h3>
      <Headline
        figures={figures}
        measure="transport-right"
        what="right.headline"
        more="right.more"
        less="right.fewer"
        judged="not"
      />
      <MeasuredWith plan={figures.plan} kinds={["danger"]} />
      {assumptionsOf(figures.plan).some(({ kind }) => kind === "danger") && (
        <p className="aside-text">{say("right.dangerToday")}</p>
      )}
      <p className="gain-loss">
        <span>{say("right.gained", { value: countWords(gained, language) })}</span>
        <span>{say("right.lost", { value: countWords(lost, language) })}</span>
      </p>
      {(lost.kind !== "count" || lost.pupils > 0) && <p className="aside-text">{say("right.why")}</p>}
      <PairedBars pairs={pairs} label={say("right.picture")} values="shown" />
      <p className="aside-text">{read(transportNote(grades))}</p>
      <Buses figures={figures} />
      <HowComputed
        formula={[say("right.formula", { limits: read(limitsText(grades)) })]}
        measures={["transport-right", "right-gained", "right-lost"]}
        {...(grades.law.kind === "danish" && { rules: [TRANSPORT_RIGHT, FREE_CHOICE] })}
      >
        <PairTable pairs={pairs} unit={say("table.pupils")} />
      </HowComputed>
    </section>
  );
});
