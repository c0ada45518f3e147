import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import type { AppState } from "../state/app-state.ts";
import { useSelect } from "../state/store.ts";

/** A part of the page that comes when it is first to be seen; until then a word says so, or nothing where what is around it does. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: "said" | "silent",
): (props: Props) => ReactNode {
  const Part = lazy(async () => ({ default: await load() }));
  return function Later(props) {
    return (
      <Suspense fallback={waiting === "said" ? <Loading /> : null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function Loading(): ReactNode {
  const { say } = useVoice();
  return <p role="status">{say("page.loading")}</p>;
}

/** What comes when the state first asks for it, and then stays: it may have something to clear away. */
export function OnceAskedFor({
  asked,
  children,
}: {
  readonly asked: (state: AppState) => boolean;
  readonly children: ReactNode;
}): ReactNode {
  const isAsked = useSelect(asked);
  const [isHere, setHere] = useState(isAsked);
  if (isAsked && !isHere) setHere(true);
  return isHere && children;
}
