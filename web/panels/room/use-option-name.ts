import { isMeasureKey, measureNamed, saidIn, titleAt } from "../../../src/index.ts";
import type { VoteOption } from "../../../src/protocol/room-acts.ts";
import { useVoice } from "../../i18n/say.ts";
import { useSelect } from "../../state/store.ts";
import { useMeasureTitle } from "../use-measure-title.ts";
import { useTitleOf } from "./use-room.ts";

/** What something that can be voted for is called; a version, what its proposal was called then. */
export function useOptionName(): (option: VoteOption) => string {
  const { language } = useVoice();
  const measureName = useMeasureTitle();
  const titles = useSelect((state) => state.room?.titles);
  const titleOf = useTitleOf();
  return (option) => {
    if (option.kind === "version") {
      const title = titles && titleAt(titles, option.proposal, option.number);
      return title === undefined ? titleOf(option.proposal) : saidIn(title, language);
    }
    if (option.kind === "text") return option.text;
    const measure = isMeasureKey(option.measure) ? measureNamed(option.measure) : undefined;
    return measure ? measureName(measure) : option.measure;
  };
}
