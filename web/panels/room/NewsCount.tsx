import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";

/** How much is new, beside what leads to it. */
export function NewsCount({ count }: { readonly count: number }): ReactNode {
  const { number } = useVoice();
  return (
    count > 0 && (
      <span className="room-news" aria-hidden="true">
        {number(count)}
      </span>
    )
  );
}
