import { memo, type ReactNode } from "react";
import { bandName, type ChangeBand, type Fairness } from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { useDetail } from "../../state/detail.ts";
import { useStore } from "../../state/store.ts";

/** How many pupils get farther or nearer to school, in a small picture; towns and grades stand in a table of their own. */
export function Who(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const { answer, is } = useDetail("meaning");
  if (!answer || !changesAnything(answer.fairness)) return null;
  return (
    <div className={`who ${is}`}>
      <h4>{say("who.title")}</h4>
      <ChangeBars bands={answer.fairness.bands} />
      {hasBroken(answer.fairness.bands) && <p className="field-help">{say("who.broken")}</p>}
      <button
        type="button"
        className="link-button"
        aria-haspopup="dialog"
        onClick={() => store.dispatch({ kind: "dialog", dialog: "who" })}
      >
        {say("who.open")}
      </button>
    </div>
  );
}

const changesAnything = ({ bands }: Fairness): boolean => bands.filter(({ pupils }) => pupils > 0).length > 1;

/** The bars are to the scale of those whose way changes. */
const mostChanged = (bands: readonly ChangeBand[]): number =>
  Math.max(1, ...bands.filter((band) => directionOf(band) !== "same").map(({ pupils }) => pupils));

const hasBroken = (bands: readonly ChangeBand[]): boolean => bands.some(({ pupils }) => pupils > mostChanged(bands));

/** Shorter ways, about the same, longer ways. */
export const directionOf = ({ over, upTo }: ChangeBand): "shorter" | "same" | "longer" =>
  over >= 0 ? "longer" : upTo <= 0 ? "shorter" : "same";

/** "over 5", "2-5" in kilometres, and in words which way; a band that small groups were merged into has its ends. */
export function bandWords({ say, number, language }: Voice, band: ChangeBand): readonly [km: string, way: string] {
  const direction = directionOf(band);
  const km = (metres: number): string => number(Math.abs(metres) / 1000, metres % 1000 === 0 ? 0 : 1);
  if (direction === "same") {
    const [shorter, longer] = [-band.over, band.upTo];
    if (longer <= ABOUT_THE_SAME && shorter <= ABOUT_THE_SAME) return [bandName(band, language), say("who.same")];
    const way =
      shorter <= ABOUT_THE_SAME ? "who.longerOrSame" : longer <= ABOUT_THE_SAME ? "who.shorterOrSame" : "who.either";
    const most = Math.max(shorter, longer);
    return [Number.isFinite(most) ? say("who.upTo", { from: km(most) }) : "", say(way)];
  }
  const [near, far] = direction === "longer" ? [band.over, band.upTo] : [band.upTo, band.over];
  const reach = Number.isFinite(far)
    ? say("who.between", { from: km(near), to: km(far) })
    : say("who.beyond", { from: km(near) });
  return [reach, say(`who.${direction}`)];
}

/** Half a kilometre either way counts as about the same, metres. */
const ABOUT_THE_SAME = 500;
/** Of the highest bar, pixels. */
const HEIGHT = 52;

/** A bar for each band of change, none where nobody is. Those whose way stays are often so many that their bar is broken. */
export const ChangeBars = memo(function ChangeBars({ bands }: { readonly bands: readonly ChangeBand[] }): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  const most = mostChanged(bands);
  const spoken = bands
    .map((band) => [...bandWords(voice, band), number(band.pupils)])
    .map(([km, way, pupils]) => say("who.told", { band: km, way, pupils }))
    .join(", ");
  return (
    <div className="change-bars" role="img" aria-label={`${say("who.picture")}. ${spoken}`}>
      {bands.map((band) => {
        const direction = directionOf(band);
        const [km, way] = bandWords(voice, band);
        const isBroken = band.pupils > most;
        const height = band.pupils === 0 ? 0 : Math.max(2, HEIGHT * Math.min(1, band.pupils / most));
        return (
          <span key={band.over} className={`change-bar ${direction} ${isBroken ? "broken" : ""}`}>
            <span className="change-count">{number(band.pupils)}</span>
            <span className="change-fill" style={{ height }} />
            <span className="change-name">{km}</span>
            <span className="change-way">{way}</span>
          </span>
        );
      })}
    </div>
  );
});
