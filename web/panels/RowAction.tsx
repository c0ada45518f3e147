import type { ReactNode } from "react";
import type { ONCE } from "./once.ts";

interface Props {
  /** On the page, where the row tells what it is about. */
  readonly words: ReactNode;
  /** Read aloud, with the row's name. */
  readonly label: string;
  readonly onPress: () => void;
  /** Where each press makes one thing more. */
  readonly once?: typeof ONCE;
}

/** What can be done with one row of a list. */
export const RowAction = ({ words, label, onPress, once }: Props): ReactNode => (
  <button type="button" className="link-button" aria-label={label} onClick={onPress} {...once}>
    {words}
  </button>
);
