import type { ReactNode } from "react";

/** Longer ones would push what they head out of sight. */
const LONG = 90;

/** A name at the head of something: of a long one so much as three lines hold, all of it under the pointer or gone to by key. */
export function LongName({ name }: { readonly name: string }): ReactNode {
  if (name.length <= LONG) return name;
  return (
    // What is cut short must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <span className="long-name" tabIndex={0}>
      {name}
    </span>
  );
}
