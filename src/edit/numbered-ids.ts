const NUMBERED = /^(.*-)([1-9a-z][0-9a-z]{0,8})$/;

/** An id that is a number after a stem, as a page gives them; `undefined` for any other. */
export function numberedId(id: string): { readonly stem: string; readonly number: number } | undefined {
  const [, stem, digits] = NUMBERED.exec(id) ?? [];
  return stem === undefined ? undefined : { stem, number: Number.parseInt(digits, 36) };
}

/** Whether a time is written as `toISOString` writes it. */
export const isExactTime = (at: string): boolean => !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;

const ENDS = Array.from({ length: 36 * 36 }, (_, end) => end.toString(36).padStart(2, "0"));

/** Numbers from 1 on to base 36 after a stem: the last two digits are looked up, those before them made where they are others. */
export function numbered(stem: string): (number: number) => string {
  let [front, beginning] = [0, stem];
  return (number) => {
    const own = Math.floor(number / ENDS.length);
    if (own === 0) return stem + number.toString(36);
    if (own !== front) [front, beginning] = [own, stem + own.toString(36)];
    return beginning + ENDS[number % ENDS.length];
  };
}

const MINUTE = 60_000;
const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** Times from 1970 on as `toISOString` writes them, a third of the time where minutes come again. */
export function isoClock(): (time: number) => string {
  const seconds = Array.from({ length: 60 }, (_, second) => padded(second, 2));
  const whole = seconds.map((second) => `${second}.000Z`);
  const thousandths = Array.from({ length: 1000 }, (_, part) => `.${padded(part, 3)}Z`);
  let [minute, date] = [Number.NaN, ""];
  return (time) => {
    const own = Math.floor(time / MINUTE);
    if (own !== minute) [minute, date] = [own, new Date(time).toISOString().slice(0, -"00.000Z".length)];
    const rest = time - own * MINUTE;
    const second = Math.floor(rest / 1000);
    return rest % 1000 === 0 ? date + whole[second] : date + seconds[second] + thousandths[rest % 1000];
  };
}
