import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { NameInPlace } from "./NameInPlace.tsx";

interface Props {
  readonly step: string;
  /** The name it has; "" for none. */
  readonly name: string;
  readonly words: string;
  readonly label: string;
}

/** Gives a step a name, or another, or none. */
export function NameStep({ step, ...named }: Props): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const onName = (name: string): void => studio.nameStep(step, name);
  return <NameInPlace {...named} field={say("tree.nameField")} without="allowed" onName={onName} />;
}
