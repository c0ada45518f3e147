import type { ReactNode } from "react";

interface Props {
  /** What is closed, for whoever does not see the cross. */
  readonly label: string;
  readonly onClose: () => void;
}

/** The cross of what lies over the page. */
export function CloseButton({ label, onClose }: Props): ReactNode {
  return (
    <button type="button" className="close-button" aria-label={label} onClick={onClose}>
      <span aria-hidden="true">×</span>
    </button>
  );
}
