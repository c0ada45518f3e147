/**
 * Hears whether the page's own code came. A browser that is cut off while it fetches some file of it (a network that goes, a new version put in
 * place in that second, what was kept being cleared) starts none of it and says nothing: the page is fetched once more by itself, and where
 * that does not help either it says so, in place of staying white. A script of its own, since the page's cannot tell that it is missing.
 */
(() => {
  const TRIED = "skoledistrikt-started-again";
  /** Milliseconds within which a second failure is no accident. */
  const SOON = 60_000;
  const WORDS = [/* in each language */];

  function hasTriedJustNow() {
    try {
      const before = Number(sessionStorage.getItem(TRIED));
      sessionStorage.setItem(TRIED, String(Date.now()));
      return Date.now() - before < SOON;
    } catch {
      // Where nothing may be kept it is not known, and a page that fetches itself for ever is worse than a white one.
      return true;
    }
  }

  function say() {
    const page = document.querySelector("#page");
    if (!page || page.childElementCount > 0) return;
    for (const [lang, words, again] of WORDS) {
      const part = document.createElement("section");
      part.lang = lang;
      const text = document.createElement("p");
      text.textContent = words;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = again;
      button.addEventListener("click", () => location.reload());
      part.append(text, button);
      page.append(part);
    }
  }

  addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || target.type !== "module") return;
      if (!hasTriedJustNow()) return location.reload();
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", say);
      else say();
    },
    true,
  );
})();
