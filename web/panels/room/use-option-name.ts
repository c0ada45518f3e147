import { isMeasureKey, measureByKey } from "../../../src/index.ts";
import type { VoteOption } from "../../../src/protocol/room-acts.ts";
import { useVoice } from "../../i18n/say.ts";
import { useTitleOf } from "./use-room.ts";

/** What something that can be voted for is called. */
export function useOptionName(): (option: VoteOption) => string {
  const { read } = useVoice();
  const titleOf = useTitleOf();
  return (option) => {
    if (option.kind === "version") return titleOf(option.proposal);
    if (option.kind === "text") return option.text;
    const measure = isMeasureKey(option.measure) ? measureByKey.get(option.measure) : undefined;
    return measure ? read(measure.title) : option.measure;
  };
}
