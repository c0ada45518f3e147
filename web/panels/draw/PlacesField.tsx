import type { ReactNode } from "react";
import { TypedField } from "../TypedField.tsx";
import { PLACES, placesOf } from "./grades.ts";

interface Props {
  readonly label: string;
  readonly typed: string;
  /** Whether it was left or sent off: before that a number that is half typed is not wrong yet. */
  readonly is: "typing" | "tried";
  readonly onType: (typed: string) => void;
  readonly onLeave: () => void;
}

/** How many places a school has in a band; none are stated where nothing is typed. */
export const PlacesField = ({ typed, is, ...rest }: Props): ReactNode => (
  <TypedField
    labelled="heard"
    typed={typed}
    read={is === "tried" ? placesOf(typed) : undefined}
    limits={PLACES}
    {...rest}
  />
);
