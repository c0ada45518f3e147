/** On a button each press of which makes one thing more, such as a copy: pressed twice as fast as a hand does, it makes one. */
export const ONCE = { "data-once": "" } as const;
