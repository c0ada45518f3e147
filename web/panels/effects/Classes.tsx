import { memo, type ReactNode } from "react";
import { classCapsText, classSizeRule, type MeasureKey, TEACHING_TOGETHER } from "../../../src/index.ts";
import { type Pair, PairedBars, PairTable } from "../../charts/PairedBars.tsx";
import { counted, useVoice, type Voice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { CLASS_SIZE_LIMITS } from "../../worker/messages.ts";
import { Figures } from "./Figures.tsx";
import { Headline } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";

const KEYS: readonly MeasureKey[] = ["class-quotient", "overflow", "capacity-use"];

/** How many classes the law asks for, how full they are, and what pooling cohorts could save. */
export const Classes = memo(function Classes({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, read, number } = voice;
  const pairs = sizePairs(voice, figures);
  const schoolYear = Number(figures.view.schoolYear.slice(0, 4));
  const caps = read(classCapsText(figures.view.grades, schoolYear));
  return (
    <section className="block">
      <h3>{say("classes.title")}</h3>
      <Headline
        figures={figures}
        measure="classes"
        what="classes.headline"
        more="classes.more"
        less="classes.fewer"
        judged="not"
      />
      <PairedBars pairs={pairs} label={say("classes.picture")} axis={say("classes.axis")} values="shown" />
      <Figures figures={figures} keys={KEYS} />
      <p className="aside-text">
        {say("classes.pooling", {
          ...counted(voice, figures.value("pooled-classes") ?? 0),
          km: number(figures.value("pooling-travel") ?? 0),
        })}
      </p>
      <HowComputed
        formula={[say("classes.formula", { caps })]}
        measures={["classes", ...KEYS, "pooled-classes", "pooling-travel"]}
        {...(figures.view.grades.law.kind === "danish" && { rules: [classSizeRule(schoolYear), TEACHING_TOGETHER] })}
      >
        <PairTable pairs={pairs} unit={say("classes.axis")} />
      </HowComputed>
    </section>
  );
});

function sizePairs({ number }: Voice, { effects, view }: PlanFigures): readonly Pair[] {
  const limits = CLASS_SIZE_LIMITS;
  return limits.map((limit, i) => ({
    label: i === 0 ? `1-${number(limit)}` : `${number(limits[i - 1] + 1)}-${number(limit)}`,
    today: view.today.classSizes[i],
    plan: effects?.classSizes[i] ?? 0,
  }));
}
