/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a place and its card, and between a card and the edge. */
const GAP = 12;
const EDGE = 8;

/**
 * Where a card stands beside a place: on the side with room, the right one first, else above or below it. Where no side has
 * room, on the one that hides least of the place.
 */
export function cardSpot(place: Box, card: Size, frame: Size): { readonly left: number; readonly top: number } {
  const across = clamp(place.left + place.width / 2 - card.width / 2, EDGE, frame.width - card.width - EDGE);
  const upward = clamp(place.top + place.height / 2 - card.height / 2, EDGE, frame.height - card.height - EDGE);
  const spots = [
    { left: place.left + place.width + GAP, top: upward },
    { left: place.left - GAP - card.width, top: upward },
    { left: across, top: place.top + place.height + GAP },
    { left: across, top: place.top - GAP - card.height },
  ];
  const inside = spots.find(
    ({ left, top }) =>
      left >= EDGE &&
      top >= EDGE &&
      left + card.width <= frame.width - EDGE &&
      top + card.height <= frame.height - EDGE,
  );
  if (inside) return inside;
  const moved = spots.map(({ left, top }) => ({
    left: clamp(left, EDGE, frame.width - card.width - EDGE),
    top: clamp(top, EDGE, frame.height - card.height - EDGE),
  }));
  return moved.reduce((best, spot) => (hidden(spot, card, place) < hidden(best, card, place) ? spot : best));
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Square pixels of a place that a card at a spot covers. */
const hidden = ({ left, top }: { left: number; top: number }, card: Size, place: Box): number =>
  shared(left, card.width, place.left, place.width) * shared(top, card.height, place.top, place.height);

/** How much two stretches have in common. */
const shared = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));
