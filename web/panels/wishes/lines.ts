import { gradesText, isFew, roundedCell, unitInSteps, type WishCollision } from "../../../src/index.ts";
import type { NamedWish } from "../../draw/wishes.ts";
import { nearestPlace } from "../../state/places.ts";
import type { CaseView, LampAnswer, MapScenery, PriceView } from "../../worker/messages.ts";
import { type WishVoice, wishInWords } from "./wish-voice.ts";

type Speaking = Pick<WishVoice, "grades" | "wish" | "read" | "list" | "cell" | "number" | "counts">;

export const namedIn = (wishes: readonly NamedWish[], keys: readonly string[]): readonly NamedWish[] =>
  wishes.filter(({ wish }) => keys.includes(wish.key));

type LampYes = Extract<LampAnswer, { readonly status: "yes" }>;

/** What the lamp says, the first line most important; `now`: whether areas and districts hang together already. */
export function lampLines(
  voice: Speaking,
  answer: LampAnswer | undefined,
  wishes: readonly NamedWish[],
  missing: number,
  now: "whole" | "in-parts" = "in-parts",
): readonly string[] {
  const { wish } = voice;
  if (!answer) return [wish("lamp.waiting")];
  if (answer.status === "unknown") return [wish("lamp.unknown"), wish("lamp.unknown.why")];
  if (answer.status === "no") return collisionLines(voice, answer, wishes);
  const { moved, drawn, together } = answer;
  const whole = together === "not-asked" ? [] : [wish(`lamp.together.${together}`)];
  if (moved === 0 && missing === 0)
    return [wish("lamp.done"), ...(now === "whole" ? [wish("lamp.together.is")] : whole)];
  return [
    wish("lamp.yes"),
    moved === 0 ? wish("lamp.yes.none") : movedInWords(voice, answer),
    ...(moved > 0 && drawn !== "unknown" ? [wish(`lamp.drawn.${drawn}`)] : []),
    ...whole,
  ];
}

/** How many get another school: as few as can be, where that is told as one number, or between which two, as far as the lower says anything. */
function movedInWords(voice: Speaking, { moved, least, proven }: Pick<LampYes, "moved" | "least" | "proven">): string {
  // What may be fewer still is no more than that.
  if (isFew(moved)) return voice.wish("lamp.yes.few");
  const [pupils, fewest] = [moved, least].map((count) => pupilsInWords(voice, count));
  if (proven === "optimal" || fewest === pupils) return voice.wish("lamp.yes.best", { pupils });
  return least === 0 || isFew(least)
    ? voice.wish("lamp.yes.most", { pupils })
    : voice.wish("lamp.yes.between", { fewest, pupils });
}

/** What cannot hold together, the first line most important. */
function collisionLines(voice: Speaking, answer: WishCollision, wishes: readonly NamedWish[]): readonly string[] {
  const { grades, wish, read, list } = voice;
  if (answer.lacking.length > 0) return [wish("lamp.no.lacking", { bands: read(gradesText(grades, answer.lacking)) })];
  const named = namedIn(wishes, answer.conflict);
  if (named.length === 0) return [wish("lamp.no.any")];
  const isLocked = named.some(({ is }) => is.kind === "lock");
  const said = namesOf(voice, named).map((name) => wish("wish.quoted", { name }));
  const isTorn = named.some(({ is }) => is.kind === "together");
  const why = isTorn ? "lamp.no.together" : isLocked ? "lamp.no" : "lamp.no.places";
  return [
    wish(why),
    wish(said.length === 1 ? "lamp.no.one" : "lamp.no.some", { wishes: list(said) }),
    ...(answer.smallest === "unproven" && named.length > 1 ? [wish("lamp.no.unproven")] : []),
    ...(isTorn ? [wish("lamp.no.inPieces")] : []),
  ];
}

/** Places of so many schools and grades are named one by one. */
const FEW_PLACES = 3;

/** Where there is not room for all, every school's places are in the way. */
function namesOf(voice: Speaking, named: readonly NamedWish[]): readonly string[] {
  const places = named.flatMap(({ is }) => (is.kind === "places" ? [is.site] : []));
  if (places.length <= FEW_PLACES) return named.map((each) => wishInWords(voice, each));
  const locks = named.filter(({ is }) => is.kind !== "places");
  const count = new Set(places).size;
  return [...locks.map((each) => wishInWords(voice, each)), voice.wish("wish.places.many", { count })];
}

/** Nearest fives; nobody is told whether any child lives where so few do. */
function pupilsInWords({ wish, cell }: Speaking, pupils: number): string {
  const rounded = roundedCell(pupils);
  return rounded.kind === "few" ? wish("pupils.few") : wish("wish.pupils", { pupils: cell(rounded) });
}

type PricedView = Extract<PriceView, { readonly status: "priced" }>;

/** Whether a lock makes a difference, and to more than a few: of what only a few bear no more is told than that. */
export const isTold = (price: PriceView): price is PricedView =>
  price.status === "priced" && price.pupils > 0 && !isFew(price.pupils);

/** What is priced, as the sentences have it: a lock, or a limit of places. */
type PricedKind = "lock" | "places";

interface PricedWish {
  readonly of: PricedKind;
  /** Those that may collide with it. */
  readonly wishes: readonly NamedWish[];
  /** Around which places the way gets longer. */
  readonly places: readonly string[];
}

/** What a wish costs, who bears it and how sure that is; most important first. Where it has no price, what is in the way. */
export function priceLines(voice: Speaking, price: PriceView, { of, wishes, places }: PricedWish): readonly string[] {
  const { wish, number, list, counts } = voice;
  if (price.status === "unpriced") return [wish("price.unpriced")];
  if (price.status === "impossible") {
    const { collision, without } = price;
    const [why, ...what] = collision ? collisionLines(voice, collision, wishes) : [];
    return [wish(without === "possible" ? "price.impossible" : "price.impossible.both", { of })].concat(
      what.length > 0 ? what : (why ?? []),
    );
  }
  const certain = wish(price.proven === "optimal" ? "price.proven" : "price.stopped");
  const about = `${certain} ${wish("price.about", { of })}`;
  if (price.pupils === 0) return [wish("price.nothing", { of }), about];
  if (isFew(price.pupils)) return [wish("price.few", { of }), about];
  // What is not proven may seem to cost less than nothing.
  const changes = Math.max(0, price.changes);
  const kilometres = Math.round(Math.abs(unitInSteps(counts, "pupil-kilometres", price.kilometres)));
  const blanks = { of, pupils: pupilsInWords(voice, changes), km: number(kilometres) };
  const isFarther = price.kilometres > 0;
  const isExact = counts === "exactly";
  const key =
    changes === 0
      ? "price.way"
      : kilometres === 0
        ? isExact
          ? "price.changes"
          : "price.changes.about"
        : isFarther
          ? "price.both"
          : "price.saves";
  const nothing = kilometres === 0 && changes === 0;
  return [
    wish(nothing ? (isExact ? "price.nothing" : "price.nothing.about") : key, blanks),
    ...(places.length > 0 ? [wish("price.where", { places: list(places) })] : []),
    about,
  ];
}

/** A place is named where at least so much of the longer way is borne around it. */
const MUCH = 0.25;

/** Around which towns and villages the way gets longer, most first; two at most. */
export function placesNamed(
  price: PriceView | undefined,
  view: CaseView | undefined,
  scenery: MapScenery | undefined,
): readonly string[] {
  if (price?.status !== "priced" || !view || !scenery) return [];
  const { lon, lat } = view.units;
  const around = new Map<string, number>();
  let all = 0;
  for (const { unit, metres } of price.bearers) {
    const place = nearestPlace(scenery, lon[unit], lat[unit]);
    all += metres;
    if (place !== undefined) around.set(place, (around.get(place) ?? 0) + metres);
  }
  const much = [...around].filter(([, metres]) => metres >= MUCH * all).toSorted(([, a], [, b]) => b - a);
  return much.slice(0, 2).map(([place]) => place);
}

/** Over what can be let go of, of so many that collide: not all can, such as that areas are to hang together. */
export function letGoTitle(
  colliding: number,
  open: number,
): "lamp.no.letGo" | "lamp.no.letGoOne" | "lamp.no.letGoOnly" {
  if (colliding === 1) return "lamp.no.letGoOne";
  return open === 1 ? "lamp.no.letGoOnly" : "lamp.no.letGo";
}
