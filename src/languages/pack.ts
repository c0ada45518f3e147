/** What the program says in a language beside the two that it is written in: one file of texts by key. */
export interface Pack {
  /** As its speakers call it: "Deutsch". */
  readonly name: string;
  /** By which its numbers, dates and lists are written: "de-DE". */
  readonly locale: string;
  /** By the text's key, "council.handed"; what is missing is said in English. */
  readonly texts: Readonly<Partial<Record<string, string>>>;
}
