/**
 * Quantities: numbers that say what they measure. A `Metres` cannot be passed where `Kroner` are wanted; a plain number
 * becomes a quantity only through its constructor, so the unit is written down exactly once, where the number enters.
 * Arrays of numbers state their unit in their docstring instead.
 */
declare const quantity: unique symbol;
type Quantity<Name extends string> = number & { readonly [quantity]: Name };

export type Metres = Quantity<"metres">;
export type Minutes = Quantity<"minutes">;
export type Kroner = Quantity<"kroner">;
export type Pupils = Quantity<"pupils">;

export const metres = (value: number): Metres => value as Metres;
export const minutes = (value: number): Minutes => value as Minutes;
export const kroner = (value: number): Kroner => value as Kroner;
export const pupils = (value: number): Pupils => value as Pupils;
