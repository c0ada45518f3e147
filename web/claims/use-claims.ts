import { useMemo } from "react";
import {
  assume,
  changeAssumption,
  type Claim,
  type ClaimedFigure,
  COST_PARAMETERS,
  type Currency,
  inMoney,
  type Edit,
  filledText,
  formatFigure,
  inBoth,
  type Text,
} from "../../src/index.ts";
import { textOf } from "../i18n/own-texts.ts";
import { useVoice } from "../i18n/say.ts";
import { useEdits } from "../draw/use-edits.ts";
import { newId } from "../proposals/new-id.ts";
import { assumptionProvenance } from "../proposals/provenance.ts";
import { shownProposal } from "../state/chosen.ts";
import { useSelect } from "../state/store.ts";
import { type ClaimsKey, daClaims, enClaims } from "./claims-texts.ts";

/** Somebody's own figure as it stands beside a proposal, and the step that put it there. */
export interface KeptClaim {
  readonly id: string;
  readonly claim: ClaimedFigure;
  readonly edit?: Edit;
}

/** Those of the proposal looked at, in the order that they were said in. */
export function useKeptClaims(): readonly KeptClaim[] {
  const proposal = useSelect(shownProposal);
  return useMemo(() => {
    const found = [...(proposal?.draft.assumptions ?? [])].flatMap(([id, claim]): KeptClaim[] => {
      if (!proposal || claim.kind !== "claim") return [];
      const edit = assumptionProvenance(proposal, id)?.edit;
      return [{ id, claim, ...(edit && { edit }) }];
    });
    return found.toSorted((a, b) => ((a.edit?.at ?? "") < (b.edit?.at ?? "") ? -1 : 1));
  }, [proposal]);
}

interface Claims {
  /** Beside the proposal looked at; `source`: "" where nobody said, and it is called by the name of the figure. */
  readonly keep: (claim: Claim, source: string, figure: string) => void;
  readonly takeBack: (kept: KeptClaim) => void;
}

/** What can be done with claims; each is one step that can be undone. */
export function useClaims(): Claims {
  const { edit, withDraft } = useEdits();
  const { currency } = useVoice();
  return useMemo(
    () => ({
      keep: ({ item, value }, source, figure) => {
        const name = source.trim() === "" ? figure : source.trim();
        withDraft((draft) => {
          const changes = assume(draft, { kind: "claim", name, item, value }, { mark: newId() });
          edit(changes, note("keep.note", { item, value }, currency));
        });
      },
      takeBack: ({ id, claim }) =>
        withDraft((draft) => {
          edit(changeAssumption(draft, id, undefined), note("keep.gone", claim, currency));
        }),
    }),
    [edit, withDraft, currency],
  );
}

function note(key: ClaimsKey, { item, value }: Claim, currency: Currency): Text {
  const { name, unit } = COST_PARAMETERS[item];
  const written = inBoth((language) => formatFigure(value, language));
  return filledText(textOf<ClaimsKey>({ da: daClaims, en: enClaims }, key), {
    figure: name,
    value: written,
    unit: inMoney(unit, currency),
  });
}
