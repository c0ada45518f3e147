import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { CloseButton } from "../CloseButton.tsx";

/** Over every screen, until it is read: what of one's own the room did not take, each by what it was called, and why. */
export function NotTaken(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const refused = useSelect(({ roomLook }) => roomLook.refused);
  const reasons = grouped(refused, (each) => each.why.map(read).join(" "));
  return (
    <div role="alert" className="page-notice">
      {reasons.length > 0 && (
        <section className="alert alert-warning link-notice" aria-label={say("notTaken")}>
          <div className="alert-body room-refused">
            {reasons.map(([why, all]) => (
              <Reason key={why} why={why} names={all.flatMap(({ what }) => (what ? [read(what)] : []))} />
            ))}
          </div>
          <CloseButton
            label={say("notice.close")}
            onClose={() => store.dispatch({ kind: "room-look", change: { refused: [] } })}
          />
        </section>
      )}
    </div>
  );
}

function Reason({ why, names }: { readonly why: string; readonly names: readonly string[] }): ReactNode {
  const { say, number } = useVoice();
  const times = grouped(names, (name) => name);
  if (times.length === 0) return <p className="alert-text">{why}</p>;
  const told = times.map(([what, { length }]) =>
    length === 1 ? what : say("notTaken.times", { what, count: length, text: number(length) }),
  );
  if (told.length === 1) return <p className="alert-text">{say("notTaken.one", { what: told[0], why })}</p>;
  return (
    <>
      <p className="alert-text">{say("notTaken.many", { why })}</p>
      <ul>
        {told.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </>
  );
}

/** In the order in which each group came first. */
function grouped<Value>(
  all: readonly Value[],
  keyOf: (value: Value) => string,
): readonly (readonly [string, readonly Value[]])[] {
  const found = new Map<string, Value[]>();
  for (const each of all) found.set(keyOf(each), [...(found.get(keyOf(each)) ?? []), each]);
  return [...found];
}
