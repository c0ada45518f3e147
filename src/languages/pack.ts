/** What the program says in a language beside the two that it is written in: one file of texts by key. */
export interface Pack {
  /** As its speakers call it: "Deutsch". */
  readonly name: string;
  /** By which its numbers, dates and lists are written: "de-DE". */
  readonly locale: string;
  /**
   * By the text's key, "council.handed"; what is missing or "" is said in English. "@council.handed", where it stands, is what the
   * program says there in its own languages: it is for whoever translates.
   */
  readonly texts: Readonly<Partial<Record<string, string | Source>>>;
}

/** A text as the program is written. */
export interface Source {
  readonly en: string;
  readonly da: string;
}

/** A pack as it is known before it is read. */
export interface Listed extends Pick<Pack, "name" | "locale"> {
  readonly read: () => Promise<Pack>;
}
