import type { ReactNode } from "react";

interface Props {
  /** On the page, where the row tells what it is about. */
  readonly words: ReactNode;
  /** Read aloud, with the row's name. */
  readonly label: string;
  readonly onPress: () => void;
}

/** What can be done with one row of a list. */
export const RowAction = ({ words, label, onPress }: Props): ReactNode => (
  <button type="button" className="link-button" aria-label={label} onClick={onPress}>
    {words}
  </button>
);
