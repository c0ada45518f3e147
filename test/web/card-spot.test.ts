import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cardSpot } from "../../web/map/card-spot.ts";

const ROOM = { width: 700, height: 800 };
const CARD = { width: 300, height: 240 };
const at = (left: number, top: number) => ({ left, top, width: 20, height: 20 });

test("a card stands to the right of its place, to the left where the right has no room", () => {
  expect(cardSpot(at(100, 400), CARD, ROOM)).toEqual({ left: 132, top: 290 });
  expect(cardSpot(at(500, 400), CARD, ROOM)).toEqual({ left: 188, top: 290 });
});

test("a card beside a place near the upper edge begins at the edge", () => {
  expect(cardSpot(at(100, 5), CARD, ROOM).top).toBe(8);
});

test("a card never covers its place where any side has room, and never leaves the map it fits in", () => {
  fc.assert(
    fc.property(
      fc.record({ left: fc.integer({ min: 0, max: 680 }), top: fc.integer({ min: 0, max: 780 }) }),
      fc.record({ width: fc.integer({ min: 120, max: 320 }), height: fc.integer({ min: 60, max: 360 }) }),
      ({ left, top }, card) => {
        const spot = cardSpot(at(left, top), card, ROOM);
        const apart =
          spot.left >= left + 20 ||
          spot.left + card.width <= left ||
          spot.top >= top + 20 ||
          spot.top + card.height <= top;
        const within =
          spot.left >= 0 &&
          spot.top >= 0 &&
          spot.left + card.width <= ROOM.width &&
          spot.top + card.height <= ROOM.height;
        expect([apart, within]).toEqual([true, true]);
      },
    ),
  );
});
