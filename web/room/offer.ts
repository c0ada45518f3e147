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

/** A static host, or none, offers nothing. */
export async function offer(headers: Headers): Promise<Offer> {
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
