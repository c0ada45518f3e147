import { type Language, languageOfCase } from "../../src/index.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { saidLanguage } from "./address.ts";
import type { Store } from "./store.ts";

/** What is spoken where an address says nothing of the language: the browser's, until the page's own case says which it is to be told in. */
export interface UsualLanguage {
  readonly usual: () => Language;
  /** Whoever chose a language, by the link or on the page, keeps it. */
  readonly hear: (files: readonly CaseFileBytes[]) => void;
}

export function usualLanguageOf(store: Store, browser: Language, query: string): UsualLanguage {
  let usual = browser;
  return {
    usual: () => usual,
    hear: (files) => {
      const bytes = files.find(({ path }) => path === "case.json")?.bytes;
      const language = bytes && languageOfCase(new TextDecoder().decode(bytes));
      const isChosen = saidLanguage(query) !== undefined || store.state().choice.language !== usual;
      usual = language ?? usual;
      if (!isChosen && language) store.dispatch({ kind: "choose", change: { language } });
    },
  };
}
