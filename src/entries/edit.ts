/** A plan that is being drawn: changes, their log, and the file of a proposal. */
export { applyChanges, type Computed, type Edit, fold } from "../edit/log.ts";
export { changesTo } from "../edit/towards.ts";
export { isSameByIds, isSameDrawn, isSamePlan } from "../edit/same.ts";
export { Sheet } from "../edit/sheet.ts";
export { type Change, invert, type Lockable } from "../edit/change.ts";
export { checkChanges } from "../edit/check.ts";
export { writeEdit } from "../edit/edit-file.ts";
export { draftSum } from "../edit/draft-sum.ts";
export { groundOfPacks, type ReadEdit } from "../edit/log-pack.ts";
export { LogUnpacker } from "../edit/log-unpacker.ts";
export { partedBytes } from "../kernels/number-bytes.ts";
export { completed } from "../edit/completed.ts";
export { received } from "../edit/received.ts";
export { restated, takenBack } from "../edit/restated.ts";
export {
  changesOfStep,
  dropped,
  type Followed,
  followed,
  hears,
  type Numbered,
  ownSteps,
  type OwnSteps,
  taken,
  waitsFor,
} from "../edit/shared-log.ts";
export { conflictKey, type JoinChoices, type JoinConflict, type Whose } from "../edit/join-conflict.ts";
export { joined, type Joined } from "../edit/joined.ts";
export { compose } from "../edit/compose.ts";
export { freeName } from "../edit/free-name.ts";
export {
  type Draft,
  type Locks,
  type NewSite,
  NO_LOCKS,
  type ProposalText,
  proposalText,
  siteName,
  siteState,
  type SiteState,
  startDraft,
} from "../edit/draft.ts";
export { unlocking, type Unlocking } from "../edit/unlocking.ts";
export { EDIT_ISSUES, type EditIssueCode, type Refusal } from "../edit/issue-texts.ts";
export { lockedPairs, placesAroundLocks } from "../edit/around-locks.ts";
export { type Hold, holdsIn, siteHolds } from "../edit/locked.ts";
export { assume, changeAssumption } from "../edit/assumption-tools.ts";
export {
  type Assigning,
  assignPairs,
  changeNewSite,
  closeSite,
  joinDistricts,
  moveSite,
  newDistrict,
  openSite,
  type PlacedSite,
  placeSite,
  renameDistrict,
  setCapacity,
  setLock,
  setReason,
  setTeaching,
  setTitle,
  takeAwaySite,
} from "../edit/tools.ts";
export {
  type Proposal,
  type ProposalContext,
  readProposal,
  writePlanFile,
  writeProposal,
} from "../edit/proposal-file.ts";
export { joinedPlan, type JoinedPlan, type Joins, namedAsIn } from "../edit/joins.ts";
export { packedWords, packProposal, unpackProposal } from "../edit/proposal-pack.ts";
export { PROPOSAL_ISSUES } from "../edit/proposal-issues.ts";
export {
  type CodedProposal,
  codedChanges,
  listedStart,
  LONGEST_CODE,
  type Move,
  readShortCode,
  shortCode,
  tickedCode,
} from "../edit/short-code.ts";
