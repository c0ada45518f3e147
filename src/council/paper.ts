import { writtenDate } from "../domain/written-date.ts";
import { type Language, saidIn } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { type Block, list, type Paper, paragraph, type Section, type TableBlock } from "../paper/tree.ts";
import type { PaperAlternative, PaperConsequences, PaperFile } from "../protocol/paper-file.ts";
import type { PaperForm, PaperPart } from "../protocol/paper-form.ts";
import { DEFAULT_FORM } from "./default-form.ts";
import { changesBlock, type CouncilMap, districtItems, madeUpNotice, mapFigure, problemBlocks } from "./page.ts";
import { calendarBlocks, paperVoice, priceTable, schoolBlocks, whoBlocks } from "./paper-tables.ts";
import { FIGURE_SOURCES, PLAIN_TRANSPORT_SOURCE } from "./paper-words.ts";
import { figureNotes, figureTable, schoolLines, type Shown } from "./parts.ts";
import { savingTable } from "./saving-table.ts";
import { COUNCIL_WORDS } from "./words.ts";

/** Maps by what they show: "today", "proposal", or an alternative's id. */
type PaperMaps = ReadonlyMap<string, CouncilMap>;

/** A council's paper in a municipality's form; without maps it says the same in words and tables. */
export function councilPlanPaper(
  file: PaperFile,
  language: Language,
  { form = DEFAULT_FORM, maps = new Map() }: { readonly form?: PaperForm; readonly maps?: PaperMaps } = {},
): Paper {
  const writer = new PaperWriter(file, language, maps);
  return {
    language,
    over: writer.say("over", { place: file.case.name }),
    title: writer.title,
    opening: writer.opening(),
    contents: writer.say("contents"),
    runningHead: writer.say("runningHead", { place: file.case.name, plan: writer.title }),
    sections: form.sections.map((section) => writer.section(section)),
  };
}

/** Each part of a paper from the same file. */
class PaperWriter {
  readonly say: ReturnType<typeof paperVoice>;
  readonly title: string;
  readonly #file: PaperFile;
  readonly #language: Language;
  readonly #maps: PaperMaps;

  constructor(file: PaperFile, language: Language, maps: PaperMaps) {
    this.#file = file;
    this.#language = language;
    this.#maps = maps;
    this.say = paperVoice(language);
    this.title = saidIn(file.proposal.title, language);
  }

  section({ title, holds }: PaperForm["sections"][number]): Section {
    const blocks = holds.flatMap((each) => {
      if (typeof each === "string") return this.#part(each);
      if ("text" in each) return [paragraph(saidIn(each.text, this.#language))];
      return [paragraph(this.say("blank", { what: saidIn(each.blank, this.#language) }), "blank")];
    });
    return { title: saidIn(title, this.#language), blocks };
  }

  opening(): readonly Block[] {
    const { case: of, made } = this.#file;
    const years = Number(made.slice(0, 4)) - Number(of.schoolYear.slice(0, 4));
    const day = writtenDate(made, this.#language);
    return [
      paragraph(this.say("made", { year: of.schoolYear, price: String(of.priceYear), day })),
      ...(years > 1 ? [paragraph(this.say("old", { years }), "notice")] : []),
      ...madeUpNotice(of, this.#language),
      paragraph(this.say("program"), "soft"),
    ];
  }

  #part(part: PaperPart): readonly Block[] {
    const { figures, consequences, alternatives } = this.#file;
    const language = this.#language;
    switch (part) {
      case "summary":
        return this.#summary();
      case "map":
        return this.#mapBlocks();
      case "changes":
        return this.#changes();
      case "figures":
        return this.#figures("main", this.say("mainCaption"));
      case "all-figures":
        return this.#figures("all", this.say("allCaption"));
      case "environment":
        return [
          ...this.#figures(({ group }) => group === "travel" || group === "transport", this.say("environmentCaption")),
          paragraph(this.say("environment"), "soft"),
        ];
      case "problems":
        return [this.#heading(COUNCIL_WORDS.problems[language]), ...problemBlocks(figures, language)];
      case "schools":
        return schoolBlocks(consequences, this.title, language);
      case "towns":
        return whoBlocks(consequences, this.title, language);
      case "alternatives": {
        const others = alternatives.filter(({ role }) => role === "alternative");
        return others.length === 0
          ? [paragraph(this.say("noAlternatives"))]
          : others.flatMap((each) => this.#other(each));
      }
      case "money":
        return this.#money();
      case "law":
        return figures.procedure && figures.procedure.length > 0
          ? [list(figures.procedure.map((sentence) => sentence[language]))]
          : [];
      case "calendar":
        return calendarBlocks(this.#file, language);
      case "dissent":
        return this.#dissent();
      case "assumptions":
        return [
          this.#heading(COUNCIL_WORDS.assumes[language]),
          figures.assumptions.length > 0
            ? list(figures.assumptions.map((each) => each[language]))
            : paragraph(COUNCIL_WORDS.assumesNothing[language]),
        ];
      case "prices":
        return [priceTable(this.#file, language)];
      case "sources":
        return this.#sources();
      case "check":
        return this.#check();
      default:
        return unreachable(part);
    }
  }

  #heading(text: string): Block {
    return { kind: "heading", text };
  }

  #summary(): readonly Block[] {
    const { alternatives, figures, reason } = this.#file;
    const names = alternatives.map(({ proposal }) => `»${saidIn(proposal.title, this.#language)}«`);
    return [
      paragraph(this.say("about", { plan: this.title })),
      ...(names.length > 0 ? [paragraph(this.say("besides", { list: names.join(", ") }))] : []),
      ...(reason === "" ? [] : [paragraph(reason, "said")]),
      ...schoolLines(figures, this.#language).map((line) => paragraph(line)),
    ];
  }

  #mapBlocks(): readonly Block[] {
    const { figures } = this.#file;
    const shown = [...this.#maps].map(([of, map]) => {
      const other = this.#file.alternatives.find(({ id }) => id === of);
      const plan = other ? saidIn(other.proposal.title, this.#language) : this.title;
      const caption = of === "today" ? this.say("mapToday") : this.say("mapOf", { plan });
      const isOwn = of === "proposal";
      const districts = isOwn
        ? figures.districts.map(({ name, schools }) => this.say("districtOf", { name, schools: schools.join(", ") }))
        : map.districts.map(({ name }) => name);
      return mapFigure(map, this.#language, {
        alt: `${caption}. ${this.say("mapAlt", { districts: districts.join("; ") })}`,
        caption,
        key: of === "today" ? this.say("keyToday") : COUNCIL_WORDS.key[this.#language],
      });
    });
    return shown.length > 0 ? shown : [paragraph(this.say("noMap"), "soft")];
  }

  #changes(): readonly Block[] {
    const { figures } = this.#file;
    return [
      this.#heading(COUNCIL_WORDS.what[this.#language]),
      changesBlock({ changes: figures.changes ?? [] }, this.#language),
      this.#heading(COUNCIL_WORDS.districts[this.#language]),
      list(districtItems(figures, this.#language)),
    ];
  }

  #figures(which: Shown, caption: string): readonly Block[] {
    const { figures } = this.#file;
    if (figures.rows.length === 0) return [paragraph(this.say("noFigures"), "notice")];
    const source = {
      head: this.say("source"),
      of: ({ group }: { readonly group: keyof typeof FIGURE_SOURCES }) => FIGURE_SOURCES[group].letter,
    };
    const table = { ...figureTable(figures, this.#language, which, source), caption };
    return [table, ...figureNotes(figures, this.#language, which)];
  }

  #money(): readonly Block[] {
    const { figures } = this.#file;
    if (figures.rows.length === 0) return [paragraph(this.say("noFigures"), "notice")];
    return savingTable(figures, this.#language).map((block): Block =>
      block.kind === "table" ? ({ ...block, caption: this.say("moneyCaption") } satisfies TableBlock) : block,
    );
  }

  #dissent(): readonly Block[] {
    const dissents = this.#file.alternatives.filter(({ role }) => role === "dissent");
    const blank = paragraph(this.say("dissentBlank"), "blank");
    const head = [
      this.#heading(this.say("dissent")),
      paragraph(this.say(this.#file.case.rules === "plain" ? "dissentPlain" : "dissentHow")),
    ];
    if (dissents.length === 0) return [...head, blank, paragraph(this.say("dissentNone"), "soft")];
    return [
      ...head,
      ...dissents.flatMap((each) => {
        const plan = saidIn(each.proposal.title, this.#language);
        return [
          each.reason === "" ? blank : paragraph(each.reason, "said"),
          paragraph(this.say("dissentPlan", { plan })),
          ...this.#consequences(each.figures, plan),
        ];
      }),
    ];
  }

  #other({ proposal, reason, figures, changes }: PaperAlternative): readonly Block[] {
    const plan = saidIn(proposal.title, this.#language);
    return [
      this.#heading(this.say("alternative", { plan })),
      ...(reason === "" ? [] : [paragraph(reason, "said")]),
      changesBlock({ changes }, this.#language),
      ...this.#consequences(figures, plan),
    ];
  }

  #consequences(figures: PaperConsequences, plan: string): readonly Block[] {
    return [...schoolBlocks(figures, plan, this.#language), ...whoBlocks(figures, plan, this.#language)];
  }

  #sources(): readonly Block[] {
    const { transport, ...others } = FIGURE_SOURCES;
    const right = this.#file.case.rules === "plain" ? { ...transport, text: PLAIN_TRANSPORT_SOURCE } : transport;
    const letters = Object.values({ ...others, right })
      .toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
      .map(({ letter, text }) => `${letter}: ${text[this.#language]}`);
    const data = this.#file.sources.map(({ what, from }) => this.say("dataItem", { what, from }));
    return [
      this.#heading(this.say("source")),
      paragraph(this.say("sourcesHow")),
      list(letters),
      ...(data.length > 0 ? [this.#heading(this.say("data")), list(data)] : []),
    ];
  }

  #check(): readonly Block[] {
    return [
      this.#heading(COUNCIL_WORDS.check[this.#language]),
      paragraph(this.say("checkHow")),
      { kind: "file", name: "tal.json", label: this.say("file"), text: JSON.stringify(this.#file) },
      list([
        [`${this.say("sum")}: `, { kind: "code", text: this.#file.sum }],
        [`${COUNCIL_WORDS.dataHash[this.#language]}: `, { kind: "code", text: this.#file.case.data }],
      ]),
    ];
  }
}
