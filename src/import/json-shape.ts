/** Lists and objects within each other; map files have six, and what walks through them deeper runs out of room. */
export const DEEPEST = 100;

/** How deep brackets and braces stand within each other, those in strings left out. */
export function nestingOf(text: string): number {
  let [deepest, depth] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') i = endOfString(text, i);
    else if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth);
    else if (sign === "]" || sign === "}") depth--;
  }
  return deepest;
}

/** The first field that its object has already, in a text that is valid JSON. */
export function fieldGivenTwice(text: string): { readonly field: string; readonly offset: number } | undefined {
  /** The fields so far of each object around; a list has none. */
  const around: (Set<string> | undefined)[] = [];
  let isField = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === "{") around.push(new Set());
    else if (sign === "[") around.push(undefined);
    else if (sign === "]" || sign === "}") around.pop();
    if (sign === "{" || sign === ",") isField = true;
    else if (sign === ":" || sign === "[") isField = false;
    else if (sign === '"') {
      const [offset, fields] = [i, around.at(-1)];
      i = endOfString(text, i);
      if (!isField || !fields) continue;
      const field = written(text.slice(offset + 1, i));
      if (fields.has(field)) return { field, offset };
      fields.add(field);
    }
  }
  return undefined;
}

/** The closing mark of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}

/** A field as it reads: the same name can be written with escapes or without. */
const written = (raw: string): string => (raw.includes("\\") ? String(JSON.parse(`"${raw}"`)) : raw);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
