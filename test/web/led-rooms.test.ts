import { expect, test } from "vitest";
import { forgetLed, keepLed, ledRooms } from "../../web/room/led-rooms.ts";

function storage(): () => Storage {
  const kept = new Map<string, string>();
  const made: Storage = {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
  return () => made;
}

function none(): Storage {
  throw new Error("not allowed");
}

const room = (id: string) => ({ seat: id, title: `Rum ${id}`, name: "", joined: "{}", links: "{}" });
const rooms = (kept: () => Storage) => ledRooms(kept).map(({ seat }) => seat);

test("rooms led in a browser are kept, the latest five, each once, until one is forgotten", () => {
  const kept = storage();
  for (const id of ["a", "b", "c", "a", "d", "e", "f"]) keepLed(room(id), kept);
  expect(rooms(kept)).toEqual(["f", "e", "d", "a", "c"]);
  forgetLed("d", kept);
  expect(rooms(kept)).toEqual(["f", "e", "a", "c"]);
});

test("what was kept and cannot be read is no room, and a browser that keeps nothing has none", () => {
  const kept = storage();
  for (const written of ["nonsense", "{}", '[{"seat":"a"}, null]']) {
    kept().setItem("skoledistrikt-led", written);
    expect(rooms(kept)).toEqual([]);
  }
  keepLed(room("a"), none);
  expect(rooms(none)).toEqual([]);
});
