import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { Picture } from "../../map/picture.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { Classes } from "./Classes.tsx";
import { Law } from "./Law.tsx";
import { Meaning } from "./Meaning.tsx";
import { Money } from "./Money.tsx";
import { Pairing } from "./Pairing.tsx";
import { Structure } from "./Structure.tsx";
import { TransportRight } from "./TransportRight.tsx";
import { Travel } from "./Travel.tsx";
import { YearsAhead } from "./YearsAhead.tsx";

interface Props {
  readonly figures: PlanFigures;
  readonly picture: Picture;
  /** Whether another plan is held against: what differs is then told first. */
  readonly pairing: "first" | "last";
}

/** All that a plan means, in the order of what matters to a parent, then to a council, then to a planner. */
export function EffectBlocks({ figures, picture, pairing }: Props): ReactNode {
  return (
    <>
      {pairing === "first" && <Pairing figures={figures} />}
      <Meaning />
      {figures.counts === "in-fives" && <InFives />}
      <Structure figures={figures} picture={picture} />
      <Travel figures={figures} />
      <TransportRight figures={figures} />
      <Classes figures={figures} />
      <Money figures={figures} />
      {pairing === "last" && <Pairing figures={figures} />}
      <YearsAhead figures={figures} />
      <Law figures={figures} />
    </>
  );
}

/** Why no figure is any other number. */
function InFives(): ReactNode {
  const { say } = useVoice();
  return <p className="field-help in-fives">{say("effects.inFives")}</p>;
}
