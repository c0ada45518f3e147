import type { StructureChange } from "../../src/rules/structure-change.ts";

/** A plan that changes no school: what a test is about is put in its place. */
export const NO_CHANGE: StructureChange = {
  merged: [],
  split: [],
  closed: [],
  opened: [],
  moved: [],
  sitesClosed: [],
  sitesOpened: [],
  grades: [],
  borders: [],
  within: [],
  ceasing: [],
  boards: [],
};
