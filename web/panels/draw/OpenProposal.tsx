import { type ReactNode, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { later } from "../later.tsx";

const OpenFields = later(async () => (await import("./OpenFields.tsx")).OpenFields, "said");

interface Props {
  /** What it is called where it stands: to somebody who draws already, or to whoever comes with something in the hand. */
  readonly title: "open.title" | "open.begin";
}

/** The way in for a proposal that somebody passed on; its fields come only once it is unfolded. */
export function OpenProposal({ title }: Props): ReactNode {
  const { say } = useVoice();
  const { awaitFile } = useStudio();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="draw-open"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        awaitFile();
      }}
    >
      <summary>{say(title)}</summary>
      {isOpen && <OpenFields />}
    </details>
  );
}
