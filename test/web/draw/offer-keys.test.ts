import { expect, test } from "vitest";
import { offerKey } from "../../../web/draw/offer-keys.ts";

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  target: null,
  ...held,
});

test("Enter takes what is offered and Escape leaves it; not with another key held, and not while the keys draw a line", () => {
  expect(["Enter", "Escape", " ", "e"].map((key) => offerKey(press(key), "none"))).toEqual([
    "take",
    "leave",
    undefined,
    undefined,
  ]);
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    expect(offerKey(press("Enter", { [held]: true }), "none")).toBeUndefined();
  expect(["Enter", "Escape"].map((key) => offerKey(press(key), "drawn"))).toEqual([undefined, undefined]);
});

test("a control that has the focus keeps its keys", () => {
  class Drawn {
    readonly #name: string;
    constructor(name: string) {
      this.#name = name;
    }
    closest = (selector: string): Drawn | null => (selector.split(", ").includes(this.#name) ? this : null);
  }
  const known = globalThis.Element;
  globalThis.Element = Drawn as unknown as typeof Element;
  try {
    expect(offerKey(press("Enter", { target: new Drawn("button") }), "none")).toBeUndefined();
    expect(offerKey(press("Enter", { target: new Drawn("div") }), "none")).toBe("take");
    // A button knows nothing of Escape, wherever on the page it stands; a field does.
    expect(offerKey(press("Escape", { target: new Drawn("button") }), "none")).toBe("leave");
    expect(offerKey(press("Escape", { target: new Drawn("input") }), "none")).toBeUndefined();
  } finally {
    globalThis.Element = known;
  }
});
