import { LANGUAGES, type Language, languageName, type Text } from "../domain/language.ts";
import { escaped } from "./html.ts";
import { REFERENCE_CHAPTERS, type ReferencePage } from "./reference.ts";
import { REFERENCE_WORDS as WORDS } from "./reference-words.ts";

/** Files that stand beside the pages: their looks, their search, their letters. */
export const REFERENCE_PARTS = {
  style: "reference.css",
  script: "reference.js",
  fonts: ["fonts/IBMPlexSans-Regular-Latin1.woff2", "fonts/IBMPlexSans-SemiBold-Latin1.woff2"],
} as const;

/** The reference as files, path to HTML: a page an entry and an index; each in every language, of which one is shown. */
export function referenceHtml(pages: readonly ReferencePage[]): ReadonlyMap<string, string> {
  const titles = new Map(pages.map(({ path, title }) => [path, title]));
  const files = new Map<string, string>();
  for (const page of pages) files.set(`${page.path}.html`, entry(page, titles));
  files.set("index.html", indexOf(pages));
  return files;
}

function entry({ path, title, lines }: ReferencePage, titles: ReadonlyMap<string, Text>): string {
  const up = "../".repeat(path.split("/").length - 1);
  const part = (language: Language): string => {
    const rows = lines.map(({ label, text, see = [] }) => {
      const links = see.map(
        (other) => `<a href="${up}${other}.html">${escaped(titles.get(other)?.[language] ?? other)}</a>`,
      );
      // What a line speaks of is linked by its name, which is the line itself.
      return `<dt>${escaped(label[language])}</dt><dd>${links.length > 0 ? links.join("; ") : escaped(text[language])}</dd>`;
    });
    return `<section lang="${language}"><h1>${escaped(title[language])}</h1><dl>${rows.join("")}</dl></section>`;
  };
  const back = `<nav><a href="${up}index.html">${inBoth(WORDS.back)}</a></nav>`;
  return page(title.da, up, `${back}${LANGUAGES.map(part).join("")}<p><code>${escaped(path)}</code></p>`);
}

function indexOf(pages: readonly ReferencePage[]): string {
  const chapters = Object.entries(REFERENCE_CHAPTERS).map(([key, name]) => {
    const items = pages
      .filter(({ path }) => path.startsWith(`${key}/`))
      .map(
        ({ path, title, lines: [first] }) =>
          `<li><a href="${path}.html">${inBoth(title)}</a>${first ? `<p>${inBoth(first.text)}</p>` : ""}</li>`,
      );
    return `<section><h2>${inBoth(name)}</h2><ul>${items.join("")}</ul></section>`;
  });
  const found = LANGUAGES.map((language) => {
    const said = Object.entries(WORDS.found).map(([key, text]) => `data-${key}="${escaped(text[language])}"`);
    return `<span lang="${language}" ${said.join(" ")}></span>`;
  });
  const body = `<h1>${inBoth(WORDS.title)}</h1><p class="found" role="status">${found.join("")}</p>`;
  return page(WORDS.title.da, "", body + chapters.join(""));
}

const inBoth = (text: Text): string =>
  LANGUAGES.map((language) => `<span lang="${language}">${escaped(text[language])}</span>`).join("");

/** `up`: from the page to the reference's folder; the map's page lies beside that folder. */
const page = (title: string, up: string, body: string): string => `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - skoledistrikt</title>${REFERENCE_PARTS.fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${up}${font}">`).join("")}<link rel="stylesheet" href="${up}${REFERENCE_PARTS.style}">
<script type="module" src="${up}${REFERENCE_PARTS.script}"></script></head>
<body><header><div class="head"><a class="home" href="${up}../">skoledistrikt: ${inBoth(WORDS.home)}</a>
<fieldset class="languages" aria-label="${LANGUAGES.map((language) => WORDS.language[language]).join(" / ")}">${LANGUAGES.map(choice).join("")}</fieldset>
<form action="${up}index.html" role="search"><label>${inBoth(WORDS.search)}<input type="search" name="q"></label><button>${inBoth(WORDS.find)}</button></form></div></header>
<main>${body}</main></body></html>
`;

const choice = (language: Language): string =>
  `<label lang="${language}" title="${languageName(language)}"><input type="radio" name="language" id="language-${language}" value="${language}"${language === "da" ? " checked" : ""} aria-label="${languageName(language)}">${language}</label>`;

/** Goes after the style: while a language is chosen the others do not show. It works without the script too. */
export const oneLanguageAtATime = (): string =>
  LANGUAGES.map(
    (language) =>
      `:root:has(#language-${language}:checked) body [lang]:not([lang="${language}"], .languages [lang]) {\n  display: none;\n}\n`,
  ).join("");
