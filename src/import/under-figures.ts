/** Houses to search for: a large file, which is fetched when somebody searches. */
export const ADDRESSES_FILE = "addresses.csv";
/** What the municipality's council papers look like. */
export const PAPER_FILE = "paper.json";

/** Land around the case's own, and the names of the municipalities there: for the map alone. */
export const SURROUNDINGS_FILE = "surroundings.geojson";
export const NEIGHBOURS_FILE = "neighbours.csv";

const BESIDE = new Set([ADDRESSES_FILE, PAPER_FILE, SURROUNDINGS_FILE, NEIGHBOURS_FILE]);

/** Whether figures may rest on a file of a case. What they cannot rest on is no part of the case's hash. */
export const isUnderFigures = (path: string): boolean => !BESIDE.has(path);
