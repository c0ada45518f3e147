// What the barrel has of papers for a council: their figures, their form and what writes them.
export { proposalHash } from "./council/canonical.ts";
export { checkCouncilFile, readCouncilFile } from "./council/check.ts";
export { checkedWords, paperCheckedWords } from "./council/checked-words.ts";
export { councilFile } from "./council/council-file.ts";
export { councilFigures } from "./council/figures.ts";
export { type CouncilMap, councilPage } from "./council/page.ts";
export { checkPaper, readPaperFile } from "./council/paper-check.ts";
export { paperFile, type PaperPlan } from "./council/paper-file.ts";
export { councilPlanPaper } from "./council/paper.ts";
export { figureTable, schoolLines } from "./council/parts.ts";
export { paperCsv } from "./paper/csv.ts";
export { paperDocx } from "./paper/docx.ts";
export { blocksHtml, paperHtml } from "./paper/html.ts";
export { documentOf, escaped, writtenMoment } from "./report/html.ts";
export { paperSheet } from "./report/paper-sheet.ts";
