/** A tag, or what is passed over: comments, sections of plain text, instructions. Values in quotes may hold a bracket. */
const TAG = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s>/]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/**
 * That every tag is closed by its own and nothing stands outside of them: readers of workbooks pass over what they do not know, and with it the
 * rows inside a tag that is damaged.
 */
export function checkTags(xml: string): void {
  const open: string[] = [];
  let end = 0;
  for (const tag of xml.matchAll(TAG)) {
    const { 0: whole, 1: closes, 2: name, 3: closed, index } = tag;
    if (xml.slice(end, index).includes("<")) throw new SyntaxError("a tag is broken");
    end = index + whole.length;
    if (name === undefined) continue;
    if (closes === "/") {
      if (open.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`);
    } else if (closed !== "/") open.push(name);
  }
  if (open.length > 0 || end === 0 || xml.slice(end).trim() !== "") throw new SyntaxError("cut short");
}

const CELL = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d+)"/g;
const ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g;

/** That no row and no cell of a sheet stands there twice: of two a reader keeps the last one without a word. */
export function checkPlaces(xml: string): void {
  checkOnce(xml, ROW, ([, row]) => Number(row));
  checkOnce(xml, CELL, ([, letters, row]) => Number(row) * MOST_COLUMNS + columnNumber(letters));
}

const MOST_COLUMNS = 20_000;
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);

/** Places come in order in all files but those of a few programs; only of these each place has to be remembered. */
function checkOnce(xml: string, pattern: RegExp, placeOf: (match: RegExpExecArray) => number): void {
  let last = -1;
  for (const match of xml.matchAll(pattern)) {
    const place = placeOf(match);
    if (place <= last) return checkEach(xml, pattern, placeOf);
    last = place;
  }
}

function checkEach(xml: string, pattern: RegExp, placeOf: (match: RegExpExecArray) => number): void {
  const seen = new Set<number>();
  for (const match of xml.matchAll(pattern)) {
    const place = placeOf(match);
    if (seen.has(place)) throw new SyntaxError(`${match[0]} is there twice`);
    seen.add(place);
  }
}
