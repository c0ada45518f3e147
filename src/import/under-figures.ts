/** Houses to search for: a large file, which is fetched when somebody searches. */
export const ADDRESSES_FILE = "addresses.csv";
/** What the municipality's council papers look like. */
export const PAPER_FILE = "paper.json";

/** Whether figures may rest on a file of a case. What they cannot rest on is no part of the case's hash. */
export const isUnderFigures = (path: string): boolean => path !== ADDRESSES_FILE && path !== PAPER_FILE;
