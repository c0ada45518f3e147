import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  /** From 0 to 1; `undefined` where nobody knows how far it is. */
  readonly share: number | undefined;
}

export function ProgressBar({ label, share }: Props): ReactNode {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share !== undefined && { "aria-valuenow": Math.round(100 * share) })}
    >
      <div style={{ width: `${100 * (share ?? 0)}%` }} />
    </div>
  );
}
