/** Houses to search for. */
export const ADDRESSES_FILE = "addresses.csv";

/** Whether figures may rest on a file of a case. What they cannot rest on is no part of the case's hash, and is fetched when it is asked for. */
export const isUnderFigures = (path: string): boolean => path !== ADDRESSES_FILE;
