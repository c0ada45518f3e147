import type { About, DetailQuestion } from "../worker/messages.ts";
import { detailQuestion } from "./detail.ts";
import type { Store } from "./store.ts";

/** Plans walked through faster than this are not asked about, milliseconds. */
const BEFORE_ASKING = 250;

/** Asks about one thing once a plan has been looked at for a moment. */
export class DetailAsker {
  readonly #store: Store;
  readonly #about: About;
  readonly #ask: (question: DetailQuestion) => void;
  #waiting: { readonly key: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(store: Store, about: About, ask: (question: DetailQuestion) => void) {
    this.#store = store;
    this.#about = about;
    this.#ask = ask;
  }

  askWhatIsMissing(): void {
    const state = this.#store.state();
    const question = detailQuestion(state, this.#about);
    if (question && question.key === this.#waiting?.key) return;
    this.forget();
    if (!question || state.details[this.#about]?.key === question.key) return;
    const timer = setTimeout(() => this.#ask(question), BEFORE_ASKING);
    this.#waiting = { key: question.key, timer };
  }

  forget(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }
}
