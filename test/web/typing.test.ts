import { describe, expect, test } from "vitest";
import { keepTyping, keptTyping, meanwhileText, shownText, writtenText } from "../../web/state/typing.ts";

const none = () => {
  throw new Error("denied");
};

function tab() {
  const rows = new Map<string, string>();
  return () => ({
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  });
}

describe("what is half written", () => {
  test("is there after the page was loaded anew, each field its own, until it is taken", () => {
    const storage = tab();
    keepTyping("a reason", { typed: "Orø har", from: "" }, storage);
    keepTyping("a title", { typed: "Beh", from: "Eget forslag 1" }, storage);
    expect(keptTyping("a reason", storage)).toEqual({ typed: "Orø har", from: "" });
    expect(keptTyping("a title", storage)).toEqual({ typed: "Beh", from: "Eget forslag 1" });
    keepTyping("a reason", undefined, storage);
    expect(keptTyping("a reason", storage)).toBeUndefined();
    // Written back to what it was: nothing is half written.
    keepTyping("a title", { typed: "Eget forslag 1", from: "Eget forslag 1" }, storage);
    expect(keptTyping("a title", storage)).toBeUndefined();
  });

  test("can be written where nothing may be kept", () => {
    expect(() => keepTyping("a", { typed: "x", from: "" }, none)).not.toThrow();
    expect(keptTyping("a", none)).toBeUndefined();
  });

  test("is not written over by what comes from elsewhere, which is told", () => {
    const typing = { typed: "Færgen sejler ", from: "Orø" };
    expect(shownText(typing, "Fra et andet vindue")).toBe("Færgen sejler ");
    expect(meanwhileText(typing, "Fra et andet vindue")).toBe("Fra et andet vindue");
    expect(meanwhileText(typing, "")).toBe("");
    expect([meanwhileText(typing, "Orø"), meanwhileText(typing, "Færgen sejler")]).toEqual([undefined, undefined]);
    expect(shownText(undefined, "Fra et andet vindue")).toBe("Fra et andet vindue");
  });

  test.each([
    [
      "somebody else's text is not taken back by a field in which nothing was written",
      "Orø",
      "Orø",
      "Andet",
      undefined,
    ],
    ["what is there already is no step", "Orø ", "", "Orø", undefined],
    ["without the space around it", " Orø har ingen bro ", "Orø", "Orø", "Orø har ingen bro"],
    ["a text may be deleted", " ", "Orø", "Orø", ""],
  ])("%s", (_, typed, from, value, written) => {
    expect(writtenText({ typed, from }, value)).toBe(written);
  });
});
