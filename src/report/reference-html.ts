import { LANGUAGES, type Language } from "../domain/language.ts";
import { escaped } from "./html.ts";
import { REFERENCE_CHAPTERS, type ReferencePage } from "./reference.ts";

const STYLE = `body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-top:1px solid #dcdcdc;padding-top:1rem}dt{font-weight:600;margin-top:.6rem}dd{margin:0}
a{color:#004d99}nav{margin-bottom:1.5rem}`;

const WORDS = {
  title: { da: "Opslagsværk", en: "Reference" },
  back: { da: "Alle opslag", en: "All entries" },
} as const;

/** The reference as files, path to HTML: a page an entry in both languages, Danish first, and an index. */
export function referenceHtml(pages: readonly ReferencePage[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const page of pages) files.set(`${page.path}.html`, entry(page));
  files.set("index.html", indexOf(pages));
  return files;
}

function entry({ path, title, lines }: ReferencePage): string {
  const up = "../".repeat(path.split("/").length - 1);
  const part = (language: Language): string => {
    const rows = lines.map(({ label, text, see = [] }) => {
      const links = see.map((other) => `<a href="${up}${other}.html">${escaped(other.split("/").at(-1) ?? other)}</a>`);
      const more = links.length > 0 ? ` (${links.join(", ")})` : "";
      return `<dt>${escaped(label[language])}</dt><dd>${escaped(text[language])}${more}</dd>`;
    });
    const heading = language === "da" ? `<h1>${escaped(title.da)}</h1>` : `<h2>${escaped(title.en)}</h2>`;
    return `<section lang="${language}">${heading}<dl>${rows.join("")}</dl></section>`;
  };
  const back = `<nav><a href="${up}index.html">${WORDS.back.da} / ${WORDS.back.en}</a></nav>`;
  return page(title.da, `${back}${LANGUAGES.map(part).join("")}<p><code>${escaped(path)}</code></p>`);
}

function indexOf(pages: readonly ReferencePage[]): string {
  const chapters = Object.entries(REFERENCE_CHAPTERS).map(([key, name]) => {
    const items = pages
      .filter(({ path }) => path.startsWith(`${key}/`))
      .map(
        ({ path, title }) =>
          `<li><a href="${path}.html">${escaped(title.da)}</a> <span lang="en">${escaped(title.en)}</span></li>`,
      );
    return `<h2>${escaped(name.da)} <span lang="en">/ ${escaped(name.en)}</span></h2><ul>${items.join("")}</ul>`;
  });
  const title = `${WORDS.title.da} / ${WORDS.title.en}`;
  return page(title, `<h1>skoledistrikt: ${title}</h1>${chapters.join("")}`);
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>\n`;
