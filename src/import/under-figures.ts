/** Houses to search for: fetched when they are asked for. */
export const ADDRESSES_FILE = "addresses.csv";
/** The form of the municipality's council papers. */
export const PAPER_FORM_FILE = "paper.json";

/** Whether figures may rest on a file of a case. What they cannot rest on is no part of the case's hash. */
export const isUnderFigures = (path: string): boolean => path !== ADDRESSES_FILE && path !== PAPER_FORM_FILE;
