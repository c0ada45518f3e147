import {
  Component,
  type ComponentType,
  lazy,
  type LazyExoticComponent,
  type ReactNode,
  Suspense,
  useState,
} from "react";
import { useVoice } from "../i18n/say.ts";
import type { AppState } from "../state/app-state.ts";
import { useSelect } from "../state/store.ts";

/** A part of the page that comes when it is first to be seen; one that was cut off on its way is asked for once more. */
export const part = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await load().catch(load) }));

/** `part` with what stands in its place until then: a word that says so, or nothing where what is around it does. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: "said" | "silent",
): (props: Props) => ReactNode {
  const Part = part(load);
  return function Later(props) {
    return (
      <Awaited fallback={waiting === "said" ? <Loading /> : null}>
        <Part {...props} />
      </Awaited>
    );
  };
}

interface AwaitedProps {
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Around a part that comes later; one that cannot come, or breaks, says so in its own place and leaves the rest of the page as it is. */
export class Awaited extends Component<AwaitedProps, { readonly is: "well" | "broken" }> {
  override state = { is: "well" } as const;
  static getDerivedStateFromError = () => ({ is: "broken" });
  override render(): ReactNode {
    return this.state.is === "well" ? (
      <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>
    ) : (
      <Missing />
    );
  }
}

/** What is drawn is kept, and what is looked at stands in the address, so that fetching the page anew loses nothing. */
function Missing(): ReactNode {
  const { say } = useVoice();
  return (
    <section className="missing" role="alert">
      <p>{say("page.missing")}</p>
      <button type="button" className="button button-secondary" onClick={() => window.location.reload()}>
        {say("page.again")}
      </button>
    </section>
  );
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
