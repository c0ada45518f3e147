const LETTERS: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa", ö: "oe", ä: "ae", ü: "ue", ß: "ss" };

/** Ids made of names: small letters and dashes, each once and none that is taken. A name that says nothing has none. */
export function ownIds(names: readonly string[], taken: Iterable<string>): readonly string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const plain = name
      .toLowerCase()
      .replaceAll(/[æøåöäüß]/g, (letter) => LETTERS[letter])
      .normalize("NFD")
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "");
    if (plain === "") return "";
    let id = plain;
    for (let number = 2; used.has(id); number++) id = `${plain}-${number}`;
    used.add(id);
    return id;
  });
}
