/** What the program that the page comes from offers: whether this page may make rooms there, for one. */
export interface Offer {
  readonly mayMake: boolean;
  /** Where others reach the page. */
  readonly addresses: readonly string[];
  /** Whoever is signed in may make rooms; absent: nobody signs in here. */
  readonly signIn?: "offered" | "done";
}

const NO_OFFER: Offer = { mayMake: false, addresses: [] };

type Headers = Readonly<Record<string, string>>;

/** What is offered here, for whatever part of the page wants to know; `headers`: who asks. */
export class Offers {
  readonly #headers: () => Headers;
  readonly #told = new Set<(offer: Offer) => void>();

  constructor(headers: () => Headers) {
    this.#headers = headers;
  }

  /** Tells what is offered, and again whenever that may have changed, until the answer is called. */
  follow(tell: (offer: Offer) => void): () => void {
    this.#told.add(tell);
    void this.#ask(tell);
    return () => void this.#told.delete(tell);
  }

  /** Whoever asks is somebody else by now. */
  again(): void {
    for (const tell of this.#told) void this.#ask(tell);
  }

  /** What was asked as somebody who one is no longer is told to nobody. */
  async #ask(tell: (offer: Offer) => void): Promise<void> {
    const as = this.#headers();
    const found = await offer(as);
    const isSame = JSON.stringify(as) === JSON.stringify(this.#headers());
    if (isSame && this.#told.has(tell)) tell(found);
  }
}

/** A static host, or none, offers nothing. */
async function offer(headers: Headers): Promise<Offer> {
  try {
    // The list of the case's files says whether there are rooms, so that no other host is asked for what it does not have.
    const listed = await answerOf("case/index.json", headers);
    if (typeof listed !== "object" || listed === null || !("rooms" in listed)) return NO_OFFER;
    const answer = await answerOf("rooms/offered", headers);
    return isOffer(answer) ? answer : NO_OFFER;
  } catch {
    return NO_OFFER;
  }
}

async function answerOf(path: string, headers: Headers): Promise<unknown> {
  const response = await fetch(path, { headers });
  return response.ok ? response.json() : undefined;
}

const isOffer = (answer: unknown): answer is Offer =>
  typeof answer === "object" && answer !== null && "mayMake" in answer && "addresses" in answer;
