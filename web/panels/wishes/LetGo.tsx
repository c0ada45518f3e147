import type { ReactNode } from "react";
import { noteText } from "../../i18n/notes.ts";
import type { Draft } from "../../../src/index.ts";
import { letGoTitle } from "./lines.ts";
import { type NamedWish, widened } from "../../draw/wishes.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { freedText, subjectOf, useWishVoice, widenedText } from "./wish-voice.ts";

/** More are folded away. */
const FEW_WISHES = 4;

interface LetGoProps {
  readonly draft: Draft;
  readonly unitBand: Uint32Array;
  readonly wishes: readonly NamedWish[];
}

/** Each colliding wish with the button that lets go of it, and one that gives a school the places it lacks. */
export function LetGo({ draft, unitBand, wishes }: LetGoProps): ReactNode {
  const voice = useWishVoice();
  const { wish, read, number } = voice;
  const studio = useStudio();
  const open = wishes.filter(({ letGo }) => letGo.length > 0);
  if (open.length === 0) return null;
  return (
    <details className="lamp-let-go" open={open.length <= FEW_WISHES}>
      <summary>{wish(letGoTitle(wishes.length, open.length))}</summary>
      <ul>
        {open.map((named) => {
          const isLock = named.is.kind === "lock";
          const name = read(subjectOf(voice.grades, named));
          const note = isLock
            ? noteText("edit.unlocked", { what: subjectOf(voice.grades, named) })
            : freedText(voice.grades, named);
          const wide = widened(draft, unitBand, named, wishes);
          return (
            <li key={named.wish.key}>
              <span className="lock-name">{name}</span>
              <button
                type="button"
                className="link-button"
                aria-label={wish(isLock ? "wish.unlockIt" : "wish.freeIt", { name })}
                onClick={() => studio.edit(named.letGo, note)}
              >
                {wish(isLock ? "wish.unlock" : "wish.free")}
              </button>
              {wide && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={wish("wish.widenIt", { name, more: number(wide.more) })}
                  onClick={() => studio.edit(wide.changes, widenedText(voice.grades, named, wide.more))}
                >
                  {wish("wish.widen", { more: number(wide.more) })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
