/** The reference's language, kept from page to page, and its search: both here, with nothing asked of any server. */
const KEPT = "skoledistrikt-reference-language";
const asked = new URLSearchParams(location.search);

const choices = [...document.querySelectorAll(".languages input")];
const language = () => choices.find(({ checked }) => checked)?.value ?? "da";

/** Where nothing may be kept, each page begins in the browser's language. */
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // The choice is for this page alone.
  }
}

function speak(wanted) {
  for (const choice of choices) choice.checked = choice.value === wanted;
  document.documentElement.lang = wanted;
  const heading = document.querySelector(`main h1 [lang="${wanted}"], main [lang="${wanted}"] h1`);
  if (heading) document.title = `${heading.textContent} - skoledistrikt`;
  document.querySelector(".home").search = wanted === "da" ? "" : `lang=${wanted}`;
  keep(wanted);
  find();
}

/** Letters as they are compared: no capitals, no accents; æ as ae, ø as oe, å as aa. */
const plain = (text) =>
  text
    .toLowerCase()
    .replaceAll("å", "aa")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe");

const field = document.querySelector("input[type=search]");

/** Entries that hold every word, in the language that is read; chapters without any are not shown. */
function find() {
  const entries = [...document.querySelectorAll("main li")];
  if (entries.length === 0) return;
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const entry of entries) {
    const said = [...entry.querySelectorAll(`[lang="${language()}"]`)].map(({ textContent }) => textContent);
    const text = plain(`${said.join(" ")} ${entry.querySelector("a").getAttribute("href")}`);
    entry.hidden = !words.every((word) => text.includes(word));
    if (!entry.hidden) count++;
  }
  for (const chapter of document.querySelectorAll("main section"))
    chapter.hidden = [...chapter.querySelectorAll("li")].every(({ hidden }) => hidden);
  for (const told of document.querySelectorAll(".found [lang]"))
    told.textContent =
      words.length === 0 ? "" : told.dataset[count === 0 ? "none" : count === 1 ? "one" : "some"].replace("#", count);
}

for (const choice of choices) choice.addEventListener("change", () => speak(choice.value));
field.value = asked.get("q") ?? "";
field.addEventListener("input", () => {
  find();
  if (!document.querySelector("main li")) return;
  // Whoever reads an entry and goes back, or loads the page anew, finds what they had searched for.
  const here = new URL(location);
  if (field.value === "") here.searchParams.delete("q");
  else here.searchParams.set("q", field.value);
  history.replaceState(history.state, "", here);
});
// A browser may put back what was written once the page is there.
addEventListener("pageshow", find);
// The server lets no form be sent anywhere: an entry's page goes to the index with the words in its address.
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (document.querySelector("main li")) return;
  const index = new URL(field.form.action);
  index.searchParams.set("q", field.value);
  location.assign(index);
});
const wanted = [asked.get("lang"), kept(), navigator.language.split("-")[0]];
speak(wanted.find((each) => choices.some(({ value }) => value === each)) ?? "en");

// Whoever comes here first has it without a network too, from what the map's page keeps; the reading comes before that.
if ("serviceWorker" in navigator && isSecureContext)
  addEventListener("load", () => {
    const home = new URL(document.querySelector(".home").href);
    home.search = "";
    setTimeout(() => navigator.serviceWorker.register(new URL("service-worker.js", home)).catch(() => undefined), 1000);
  });
