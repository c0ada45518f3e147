import {
  type LoadSql,
  type OpenCase,
  councilPlanPaper,
  paperCsv,
  paperDocx,
  paperFile,
  paperHtml,
  unreachable,
} from "../../src/index.ts";
import { tablesFile } from "./tables-file.ts";
import type { FromPaperWorker, ToPaperWorker } from "./paper-messages.ts";

/** Makes one paper, away from the page's own thread: works its figures out, then writes them as what is asked for. */
export class PaperSteps {
  #file: ReturnType<typeof paperFile> | undefined;

  readonly #opened: Promise<OpenCase>;
  readonly #loadSql: LoadSql;

  constructor(opened: Promise<OpenCase>, loadSql: LoadSql) {
    this.#opened = opened;
    this.#loadSql = loadSql;
  }

  async answer(message: Exclude<ToPaperWorker, { kind: "open" }>): Promise<FromPaperWorker> {
    const opened = await this.#opened;
    if (message.kind === "tables")
      return { kind: "written", content: await tablesFile(opened, message, this.#loadSql) };
    if (message.kind === "figures") {
      const file = paperFile(opened, message.request);
      this.#file = file;
      return { kind: "measured", title: file.proposal.title, alternatives: file.alternatives.map(({ id }) => id) };
    }
    if (!this.#file) return { kind: "failed", reason: "no figures are there to be written" };
    return { kind: "written", content: await written(this.#file, opened.paperForm, message) };
  }
}

async function written(
  file: ReturnType<typeof paperFile>,
  form: OpenCase["paperForm"],
  { as, language, maps }: Extract<ToPaperWorker, { kind: "write" }>,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (as === "check") return `${JSON.stringify(file)}\n`;
  const paper = councilPlanPaper(file, language, { maps, ...(form && { form }) });
  switch (as) {
    case "page":
      return paperHtml(paper);
    case "word":
      return paperDocx(paper);
    case "figures":
      return paperCsv(paper);
    default:
      return unreachable(as);
  }
}
