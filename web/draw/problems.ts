import {
  type Apart,
  type Band,
  BANDS,
  type Change,
  type Draft,
  formatBands,
  GRADE_SPAN,
  siteName,
  siteState,
  type Text,
  writtenGrades,
} from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { LookedAt } from "../state/app-state.ts";
import type { PlanEffects } from "../worker/messages.ts";
import { type GradeGap, gradeGaps } from "./grade-gap.ts";
import { unlockedStep } from "./held-back.ts";
import { bandsName, lockedNames } from "./locks.ts";
import { noteText } from "./notes.ts";
import { tooFullText } from "./places.ts";

export interface Problem {
  /** The same for the same problem of another plan. */
  readonly key: string;
  /** Of a district in pieces, which may be called otherwise in another plan or joined with others. */
  readonly parted?: { readonly sites: readonly number[]; readonly parts: number };
  readonly text: string;
  /** The school or the area to look at, and the grades in which it is to be seen. */
  readonly at?: Pick<LookedAt, "kind" | "number"> & { readonly band?: Band | undefined };
  /** What puts it right at once. */
  readonly mend?: { readonly label: string; readonly changes: readonly Change[]; readonly note: Text };
}

/** What is wrong with a drawn plan, whether it stands already or is only offered. */
export function problemsOf(voice: Voice, draft: Draft, { sites, districts, apart }: PlanEffects): readonly Problem[] {
  const { say, read, number } = voice;
  const full = sites.flatMap(({ site, overflow }): Problem[] => {
    const text = tooFullText(draft, site, overflow);
    if (!text) return [];
    return [
      {
        key: `full ${site}`,
        text: read(text),
        at: { ...atSite(site), band: BANDS.find(({ band }) => overflow[band] > 0)?.band },
      },
    ];
  });
  const empty = draft.plan.teaching.flatMap((teaches, site): Problem[] =>
    teaches !== 0 && sites[site]?.pupils.every((pupils) => pupils === 0)
      ? [{ key: `empty ${site}`, text: say("problem.empty", { site: siteName(draft, site) }), at: atSite(site) }]
      : [],
  );
  const zones = apart.filter(({ kind }) => kind === "zone");
  const pieces = zones.map(({ sites: [site], bands, seen }): Problem => ({
    key: `pieces ${site}`,
    text: say("problem.pieces", { site: siteName(draft, site), bands: read(bandsName(bands)) }),
    at: atUnit(seen),
  }));
  // Where the area of a district's only school is in pieces the district is as well; that is said once.
  const inPieces = new Set(zones.map(({ sites: [site] }) => site));
  const parted = districts.flatMap(({ name, detached, sites: own }): Problem[] => {
    if (detached === 0 || (own.length === 1 && inPieces.has(own[0]))) return [];
    const found = apart.find(({ kind, sites: all }) => kind === "district" && all.join() === own.join());
    const text = say("problem.apart", { district: name, parts: detached, text: number(detached) });
    return [
      { key: `apart ${name}`, text, parted: { sites: own, parts: detached }, ...(found && { at: atUnit(found.seen) }) },
    ];
  });
  return [...full, ...gradeGaps(draft).map((gap) => gapProblem(voice, draft, gap)), ...pieces, ...parted, ...empty];
}

/** A school whose grades are not in a row, with what the law says and the smallest way out, and what must be unlocked for it. */
function gapProblem({ say, read }: Voice, draft: Draft, { site, missing, mend, unlocking }: GradeGap): Problem {
  const words = { site: siteName(draft, site), grades: read(writtenGrades(formatBands(missing))) };
  const law = `${read(GRADE_SPAN.text)} (${GRADE_SPAN.paragraph})`;
  const text = `${say("problem.gap", words)} ${law}`;
  const at = atSite(site);
  const note = noteText("edit.teaches", {
    site: siteName(draft, site),
    grades: writtenGrades(formatBands(siteState(draft, site).teaches | missing)),
  });
  const key = `gap ${site}`;
  if (!unlocking) return { key, text, at, mend: { label: say("problem.gapMend", words), changes: mend, note } };
  const { locks, changes } = unlocking;
  const what = read(lockedNames(draft, locks));
  const step = unlockedStep(draft, { locks, step: { changes, note } });
  return {
    key,
    text: `${text} ${say("problem.gapLocked", { what })}`,
    at,
    mend: { label: say("problem.gapUnlock", words), changes: step.changes, note: step.note },
  };
}

const atSite = (number: number) => ({ kind: "site", number }) as const;
const atUnit = ({ unit, band }: Apart["seen"]) => ({ kind: "unit", number: unit, band }) as const;
