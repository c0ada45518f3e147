import { roundWords, type Vote } from "../../../src/index.ts";
import { counted } from "../../i18n/say.ts";
import { useOptionName } from "./use-option-name.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** What came of a vote in words, as far as it tells nobody's ballot. */
interface Outcome {
  readonly first: string;
  readonly ballots: string;
  /** How the votes fell, a line each, the most first, or why that is not told. */
  readonly spread: readonly string[];
  /** Whether the lines come one after the other. */
  readonly kind: "said" | "points" | "rounds";
}

/** Of a vote that was counted. */
export function useOutcome(): (vote: Vote) => Outcome | undefined {
  const voice = useMeetingVoice();
  const { tell, list, number, read } = voice;
  const nameOf = useOptionName();
  return ({ method, options, result }) => {
    if (!result) return undefined;
    const { ballots, first, points, rounds } = result;
    const names = options.map(nameOf);
    const outcome = (): string => {
      if (ballots < 3) return tell("meet.vote.tooFew");
      if (method === "support") return tell(first.length > 0 ? "meet.vote.carried" : "meet.vote.lost");
      return first.length > 0
        ? tell("meet.vote.first", { what: list(first.map((at) => names[at])) })
        : tell("meet.vote.none");
    };
    const told = { first: outcome(), ballots: tell("meet.vote.closed", counted(voice, ballots)) };
    if (!points) return { ...told, kind: "said", spread: ballots >= 3 ? [tell("meet.vote.few")] : [] };
    if (method === "support") {
      const spread = [tell("meet.vote.support.points", { yes: number(points[0]), no: number(points[1]) })];
      return { ...told, kind: "said", spread };
    }
    if (rounds) {
      const called = names.map((name) => ({ da: name, en: name }));
      return { ...told, kind: "rounds", spread: roundWords(rounds, called).map(read) };
    }
    const spread = [...points.keys()]
      .toSorted((one, other) => points[other] - points[one])
      .map((i) => tell("meet.vote.points", { what: names[i], text: number(points[i]) }));
    return { ...told, kind: "points", spread };
  };
}
