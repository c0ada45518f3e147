/**
 * How long an answer is looked for after the first is there: a lamp that is not lit by then says that it does not know, a smaller repair
 * of a stroke comes too late when the hand has moved on, and a price may take longer, since somebody asked for it.
 */
const USUAL = { lamp: 4.5, stroke: 5, price: 30 } as const;

/** Those who wait for a test see what was found by then, not how far it could have been made better. */
const IN_HASTE = { ...USUAL, lamp: 0.4, stroke: 0.6 } as const;

export const WORKER_NAME = { usual: "case", haste: "case in haste" } as const;

/** Outside a browser there is no `self`. */
export const SECONDS = typeof self !== "undefined" && self.name === WORKER_NAME.haste ? IN_HASTE : USUAL;
