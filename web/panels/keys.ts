import { useEffect } from "react";
import { stepOfKey } from "../draw/step-keys.ts";
import { VIEWS } from "../state/choice.ts";
import { PICK_LETTER, TOOLS, WAYS } from "../state/drawing.ts";
import { planList } from "../state/selectors.ts";
import { type Store, useStore } from "../state/store.ts";
import type { Studio } from "../proposals/studio.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { walk } from "../state/walk.ts";

/** The keys that work everywhere on the page; help lists them. */
export const KEYS = [
  { keys: ["↓", "↑"], does: "key.walk" },
  { keys: ["t"], does: "key.table" },
  { keys: ["1", "2", "3", "4"], does: "key.views" },
  { keys: ["b"], does: "key.decision" },
  { keys: ["s"], does: "key.search" },
  { keys: ["Ctrl", "Z"], does: "key.undo" },
  { keys: TOOLS.map(({ letter }) => letter), does: "key.tools" },
  { keys: WAYS.map(({ letter }) => letter), does: "key.ways" },
  { keys: [PICK_LETTER], does: "key.pick" },
  { keys: ["[", "]"], does: "key.brush" },
  { keys: ["?"], does: "key.help" },
  { keys: ["Esc"], does: "key.close" },
] as const;

const BRACKETS: readonly string[] = ["[", "]"];

export const SEARCH_FIELD = "search";

export function useKeys(): void {
  const store = useStore();
  const studio = useStudio();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      // Brackets are typed with other keys held down on many keyboards.
      if (BRACKETS.includes(event.key)) {
        if (!isTaken(event.key, event.target) && press(store, event.key)) event.preventDefault();
        return;
      }
      if (event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        if (isDrawing(store) && !isTaken(event.key, event.target) && stepByKey(studio, event)) event.preventDefault();
        return;
      }
      if (event.key === "Escape" && event.target instanceof HTMLInputElement && event.target.id === SEARCH_FIELD)
        leaveSearch(store, event.target);
      else if (event.key === "Escape") letGo(store);
      else if (!isTaken(event.key, event.target) && press(store, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store, studio]);
}

const isDrawing = (store: Store): boolean => store.state().choice.doing === "draw" && !store.state().past;

function stepByKey(studio: Studio, event: KeyboardEvent): boolean {
  const step = stepOfKey(event);
  if (step) studio[step]();
  return step !== undefined;
}

/** Typing takes every key; choosing and moving in a part of the page takes the arrows. */
function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("select, textarea, input:not([type=radio], [type=checkbox], [type=range])")) return true;
  return key.startsWith("Arrow") && target.closest("input, [data-own-keys]") !== null;
}

/** Does what a key stands for; says whether it stands for anything where the page is. */
export function press(store: Store, key: string): boolean {
  const { choice, shortcuts, dialog } = store.state();
  if (dialog) return false;
  // Where the list is not in sight, its keys would only take away the plan that is drawn or asked about.
  const isListed = choice.doing === "find";
  if (isListed && key === "ArrowDown") return walk(store, 1);
  if (isListed && key === "ArrowUp") return walk(store, -1);
  if (shortcuts === "off") return false;
  const view = VIEWS[Number(key) - 1];
  if (view) store.dispatch({ kind: "choose", change: { view, surface: "map" } });
  else if (key === "t") showSurface(store, choice.surface === "table" ? "map" : "table");
  else if (key === "?") store.dispatch({ kind: "dialog", dialog: "help" });
  else if (isListed && key === "s") focusSearch();
  else if (isListed && key === "b") return goToDecision(store);
  else return isDrawing(store) && pressTool?.(store, key) === true;
  return true;
}

let pressTool: ((store: Store, key: string) => boolean) | undefined;

/** What does what a tool's key stands for comes with the tools. */
export function takeToolKeys(come: typeof pressTool): void {
  pressTool = come;
}

/** The field may lie in a part that is folded, within another. */
function focusSearch(): void {
  const field = document.querySelector<HTMLElement>(`#${SEARCH_FIELD}`);
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  field?.focus();
}

/** The map or the table, in whichever way there is room for it. */
export function showSurface(store: Store, surface: "map" | "table"): void {
  store.dispatch({ kind: "choose", change: { surface } });
  store.dispatch({ kind: "tab", tab: surface === "table" ? "table" : "plans" });
}

export const SOURCES = "help-sources";

/** Help is long: it opens where the sources stand. */
export function showSources(store: Store): void {
  store.dispatch({ kind: "dialog", dialog: "help" });
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>(`#${SOURCES}`);
    heading?.scrollIntoView();
    heading?.focus();
  });
}

function goToDecision(store: Store): boolean {
  const plan = planList(store.state())?.decisions.find((decision) => decision.plan !== undefined)?.plan;
  if (plan === undefined) return false;
  store.dispatch({ kind: "choose", change: { plan: { from: "list", number: plan } } });
  return true;
}

/** The first time it empties the field, then it leaves it. */
function leaveSearch(store: Store, field: HTMLInputElement): void {
  if (field.value === "") field.blur();
  else store.dispatch({ kind: "choose", change: { search: "" } });
}

function letGo(store: Store): void {
  if (store.state().dialog) store.dispatch({ kind: "dialog", dialog: undefined });
  else if (store.state().drawing.placing) store.dispatch({ kind: "drawing", change: { placing: undefined } });
  else if (store.state().past && store.state().lookedAt?.how !== "picked")
    store.dispatch({ kind: "past", past: undefined });
  else store.dispatch({ kind: "look", lookedAt: undefined });
}
