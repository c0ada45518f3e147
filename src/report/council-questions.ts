import { groupStep, inGroupStep } from "../kernels/disclosure/group-step.ts";
import type { Steps } from "./coarse.ts";
import { toldIfFails, toldSpread } from "./told-money.ts";
import type { Closing } from "../compare/closing.ts";
import { fairnessOf } from "../compare/fairness/fairness.ts";
import { type RightsLost, rightsLost } from "../compare/fairness/rights-lost.ts";
import type { IfSavingsFail } from "../compare/if-savings-fail.ts";
import type { CheckedPromise } from "../compare/promises.ts";
import type { Replay } from "../compare/replay.ts";
import type { Range } from "../cost/range.ts";
import type { SavingPromise } from "../domain/cost-items.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import { inList } from "../domain/in-list.ts";
import { catalogue, inBoth, type Language, moneyWords, type Said, saidIn, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { type Cell, cellOf, type Counts, toldIn } from "../kernels/disclosure/shown.ts";
import { protectSums, totalOf } from "../kernels/disclosure/sums.ts";
import { BUS, CLOSING, FAIL, LAST, LISTED, PUPILS, UNTOLD } from "./council-questions-text.ts";
import { fillText, formatNumber } from "./format.ts";
import { CATEGORY_NAMES } from "./money-text.ts";
import { errorShares, levelNote } from "./level-range.ts";
import { hitSentences, replayNotes } from "./replay-sentences.ts";
import { apartFrom, savingApart } from "./saving-apart.ts";
import { savingSentence } from "./saving-sentences.ts";
import { smallestWritten, spanFigures, type SpanSide, spanSide } from "./saving-span.ts";
import { type Figure, kilometres, millions, percent, type Sentence, sentence, whole } from "./sentence.ts";
import { type HowTold, shownMeasures, todaysMeasure, stepsBy, stepsIn, countsIn } from "./shown-measures.ts";
import { pupilEffects, travelSentences } from "./travel-sentences.ts";

const BUS_KEYS: readonly string[] = ["right-lost", "right-gained", "no-way", "no-way-today"];

/** Who loses the right to free transport: how many, from which schools and towns; and who gains it. */
export function busSentences(basis: Basis, evaluation: Evaluation, counts: Counts): readonly Sentence[] {
  const effects = pupilEffects(basis, evaluation, fairnessOf(basis, evaluation.plan), counts);
  const told = travelSentences(effects).toSorted((a, b) => BUS_KEYS.indexOf(a.key) - BUS_KEYS.indexOf(b.key));
  const [lost, ...others] = told.filter(({ key }) => BUS_KEYS.includes(key));
  return [lost, ...lostWhere(rightsLost(basis, evaluation.plan)), ...others];
}

function lostWhere({ schools, towns, status }: RightsLost): readonly Sentence[] {
  if (status === "withheld") return [sentence("bus-withheld", BUS.withheld)];
  const rows = (
    [
      ["schools", schools],
      ["towns", towns],
    ] as const
  ).filter(([, all]) => all.length > 0);
  if (rows.length === 0) return [];
  return [
    ...rows.map(([key, all]) =>
      listed(
        `bus-${key}`,
        BUS[key],
        all.map(({ lost, ...row }) => ({ ...row, cell: lost })),
      ),
    ),
    sentence("bus-how", BUS.how),
  ];
}

/** Whether a plan still holds where the savings do not come. */
export function failSentences({ counts, currency }: HowTold, exact: IfSavingsFail): readonly Sentence[] {
  const { counting, counted, saves, none, all, breakEven, once } = toldIfFails(counts, exact, currency);
  const apart = apartFrom(counting);
  const step = smallestWritten(currency);
  const isPlanned = (["low", "high"] as const).some(
    (end) => Math.round(none[end] / step) !== Math.round(all[end] / step),
  );
  const share =
    breakEven !== undefined && isPlanned
      ? [sentence("fail-even", FAIL.breakEven, { share: whole(Math.ceil(100 * breakEven)) })]
      : [];
  return [
    savingSentence(counted, apart, currency),
    sentence("fail-saves", FAIL.saves, { share: percent(saves) }, { apart }),
    isPlanned ? spanSentence("fail-none", FAIL, none, apart, currency) : sentence("fail-none", FAIL.nothingPlanned),
    ...share,
    ...(spanSide(once, step) === "spent"
      ? [spanSentence("fail-once", { ...FAIL, spent: FAIL.once }, once, apart, currency)]
      : []),
  ];
}

/** A range in the words for the side of nothing on which it lies. */
function spanSentence(
  key: string,
  texts: Readonly<Record<SpanSide, Text>>,
  range: Pick<Range, "low" | "high">,
  apart: Text,
  currency: Currency,
): Sentence {
  const side = spanSide(range, smallestWritten(currency));
  return sentence(key, texts[side], spanFigures(side, range, currency), { apart, ...moneyWords(currency) });
}

/** How often the model's ranges have held, what was promised and what came of it, and what that does not prove. */
export const lastTimeSentences = ({ stages, others, hits }: Replay, currency: Currency): readonly Sentence[] => [
  ...hitSentences(hits).map((text) => ({ key: "last-hits", text, figures: {} })),
  ...[...stages.flatMap(({ promises }) => promises), ...others].flatMap((each) => promised(each, currency)),
  ...(hits.promises.of > 0 ? [sentence("last-why", LAST.why)] : []),
  ...replayNotes({ hits }).map((text) => ({ key: "last-notes", text, figures: {} })),
];

function promised(
  { promise, planned, comes, isInside, outcome }: CheckedPromise,
  currency: Currency,
): readonly Sentence[] {
  const name = inBoth((language) => saidIn(promise.name, language));
  const side = promise.kroner < 0 ? "spent" : "saved";
  const figures = { promised: on(side, promise.kroner, currency), ...spanOn(side, planned, currency) };
  const range = LAST[isInside ? "inside" : "outside"];
  const said = sentence("last-promise", joined(LAST[side], range), figures, {
    name,
    counts: inBoth((language) => countedIn(promise, language)),
    year: inBoth(() => String(promise.priceYear)),
    ...moneyWords(currency),
  });
  if (!outcome) return [said];
  const came = { came: on(side, outcome.kroner, currency), ...spanOn(side, comes, currency) };
  return [
    said,
    sentence("last-outcome", LAST[outcome.isInside ? "cameInside" : "cameOutside"], came, moneyWords(currency)),
  ];
}

/** "ledelse og administration og bygninger" */
const countedIn = ({ counts }: SavingPromise, language: Language): string =>
  inList(
    counts.map((category) => CATEGORY_NAMES[category][language].toLowerCase()),
    language,
  );

const joined = (first: Text, second: Text): Text => inBoth((language) => `${first[language]} ${second[language]}`);

/** An amount as millions, as they are told of what is saved or spent; below zero where it is the other. */
function on(side: "saved" | "spent", amount: number, currency: Currency): Figure {
  const { value, decimals } = millions(amount, currency);
  const isOther = (side === "spent") !== amount < 0;
  return { value: isOther ? 0 - value : value, decimals };
}

function spanOn(
  side: "saved" | "spent",
  { low, high }: Range,
  currency: Currency,
): Readonly<Record<"low" | "high", Figure>> {
  const [least, most] = side === "saved" ? [low, high] : [high, low];
  return { low: on(side, least, currency), high: on(side, most, currency) };
}

/** What closing a school does. `open`, `closed`: the plan with it and without it; both give every pupil a school. */
export function closingSentences(
  basis: Basis,
  closing: Closing,
  [open, closed]: readonly [open: Evaluation, closed: Evaluation],
  counts: Counts,
): readonly Sentence[] {
  const { sites, info } = basis.municipality;
  const currency = moneyOf(info);
  const { site, moved, to, way, saves } = closing;
  const school = inBoth(() => sites[site].name);
  if (moved === 0) return [sentence("closing-nobody", CLOSING.nobody, {}, { school })];
  const cells = protectSums(
    [moved, ...to.map(({ pupils }) => pupils)],
    [
      totalOf(
        0,
        to.map((_, i) => i + 1),
      ),
    ],
  );
  const [all, ...parts] = cells.map((cell) => toldIn(counts, cell));
  const rows = to.map(({ site: other }, i) => ({ name: sites[other].name, cell: parts[i] }));
  return [
    listed("closing-moved", CLOSING.moved, rows, { school, pupils: pupilsText(all) }, figuresOf("moved", all)),
    ...(way ? waySentences(stepsIn(basis), moved, way) : []),
    roomSentence(open, closed, counts),
    rightsSentence(basis, [open, closed], counts),
    ...levelSentence(info),
    ...(saves
      ? [
          spanSentence(
            "closing-money",
            CLOSING,
            toldSpread(countsIn(basis), saves, currency),
            savingApart(info.savingsTarget),
            currency,
          ),
        ]
      : []),
  ];
}

/** The mean way of those whom a closing moves, who may be so few that it is told in wide steps or not at all. */
function waySentences(
  steps: Steps,
  moved: number,
  way: { readonly open: number; readonly closed: number },
): readonly Sentence[] {
  const step = steps === "exactly" ? 0 : groupStep(moved, steps.farthest);
  if (step === undefined) return [];
  const told = (metres: number) => kilometres(step === 0 ? metres : inGroupStep(step, metres));
  return [sentence("closing-way", CLOSING.way, { open: told(way.open), closed: told(way.closed) })];
}

function roomSentence({ totals: open }: Evaluation, { totals: closed }: Evaluation, counts: Counts): Sentence {
  const more = closed.overflow - open.overflow;
  if (more <= 0) return sentence("closing-room", CLOSING.room);
  const cell = toldIn(counts, cellOf(more));
  const text = pupilsText(cell);
  const pupils = inBoth((language) => text[language].charAt(0).toUpperCase() + text[language].slice(1));
  return sentence("closing-room", CLOSING.noRoom, {}, { pupils }, figuresOf("more", cell));
}

function rightsSentence(basis: Basis, plans: readonly Evaluation[], counts: Counts): Sentence {
  const cells = plans.map(
    ({ values }) =>
      shownMeasures(
        basis.municipality.grades,
        (key) => values.get(key),
        todaysMeasure(basis),
        stepsBy(basis, counts),
      ).get("transport-right") ?? cellOf(0),
  );
  const [open, closed] = cells.map(pupilsText);
  return sentence(
    "closing-rights",
    CLOSING.rights,
    {},
    { open, closed },
    { ...figuresOf("open", cells[0]), ...figuresOf("closed", cells[1]) },
  );
}

/** Beside two levels of the right to transport, how far off the roads make them. */
function levelSentence(info: Parameters<typeof levelNote>[0]): readonly Sentence[] {
  const note = levelNote(info);
  if (!note || !info.rightsError) return [];
  const { less, more } = errorShares(info.rightsError);
  return [{ key: "closing-level", text: note, figures: { less: whole(less), more: whole(more) } }];
}

interface Listed {
  readonly name: Said;
  readonly is?: "others";
  readonly cell: Cell;
}

const CELL_WORDS = { count: "some", about: "about", few: "few", hidden: "hidden" } as const;
const OTHERS_IN_LIST: Text = catalogue("report.council-questions", { da: "øvrige", en: "others" });

/** "45 elever", in the middle of a sentence. */
const pupilsText = (cell: Cell): Text =>
  inBoth((language) => fillText(PUPILS[CELL_WORDS[cell.kind]], language, written(cell, language)));

const written = (cell: Cell, language: Language): Readonly<Record<string, string>> =>
  cell.kind === "count" || cell.kind === "about" ? { pupils: formatNumber(cell.pupils, 0, language) } : {};

const figuresOf = (name: string, cell: Cell): Readonly<Record<string, Figure>> =>
  cell.kind === "count" || cell.kind === "about" ? { [name]: whole(cell.pupils) } : {};

/** A sentence with groups of pupils by school or town, most first and those that are not told last. */
function listed(
  key: string,
  template: Text,
  rows: readonly Listed[],
  names: Readonly<Record<string, Text>> = {},
  figures: Readonly<Record<string, Figure>> = {},
): Sentence {
  const order = rows.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const list = inBoth((language) => listText(order, language));
  const parts = order.map(({ cell }, i) => figuresOf(`part${i}`, cell));
  return sentence(key, template, {}, { ...names, list }, Object.assign({}, figures, ...parts));
}

/** "Tuse Skole 50 og øvrige 5, og desuden Udby Skole, hvor antallet er skjult …". */
function listText(rows: readonly Listed[], language: Language): string {
  const nameOf = ({ name, is }: Listed): string =>
    is === "others" ? OTHERS_IN_LIST[language] : saidIn(name, language);
  const list = inList(
    rows.flatMap((row) => {
      const { kind } = row.cell;
      if (kind === "hidden") return [];
      return [fillText(LISTED[CELL_WORDS[kind]], language, { name: nameOf(row), ...written(row.cell, language) })];
    }),
    language,
  );
  const untold = rows.filter(({ cell }) => cell.kind === "hidden").map(nameOf);
  if (untold.length === 0) return list;
  const names = inList(untold, language);
  return list === ""
    ? fillText(UNTOLD.alone, language, { names })
    : fillText(UNTOLD.besides, language, { list, names });
}

/** Those of which least is told come last, and all others together after them. */
function sizeOf({ cell, is }: Listed): number {
  if (is === "others") return -1;
  if (cell.kind === "count" || cell.kind === "about") return cell.pupils;
  return cell.kind === "few" ? 1 : 0;
}
