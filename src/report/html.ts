import { catalogue, type Language, perLanguage, type Text } from "../domain/language.ts";
import { cleaned } from "../protocol/words.ts";

/** Text as it may stand in a page. Directions of writing that nobody sees are taken out: they could turn what stands beside them around. */
export const escaped = (text: string): string =>
  cleaned(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** How a page by itself looks, on a screen and on A4. */
const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{line-height:1.2}h2{margin-top:2rem;break-after:avoid}h3{break-after:avoid}
time{color:#555;font-variant-numeric:tabular-nums}li{margin:.3rem 0}li,p{overflow-wrap:anywhere}tbody th{overflow-wrap:break-word;hyphens:auto}td{white-space:nowrap}td.in-words{white-space:normal;text-align:left}.scrolled{overflow-x:auto}.wide{font-size:.85em;line-height:1.3}.wide :is(th,td){padding:.2rem .3rem;hyphens:auto}.wide th:not(:first-child){vertical-align:bottom}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.25rem .5rem;border-bottom:1px solid #dcdcdc;text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}tr{break-inside:avoid}th{font-weight:600}tbody th{font-weight:400}caption{text-align:left;break-after:avoid}thead{display:table-header-group}
figure{margin:1rem 0}img{max-width:100%;border:1px solid #dcdcdc}code{overflow-wrap:anywhere}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}.key li{margin:0}.swatch{display:inline-block;box-sizing:border-box;min-width:1.5rem;height:1.5rem;margin-right:.4rem;padding:0 .2rem;border:2px solid;border-radius:.75rem;font-size:.8rem;font-weight:600;line-height:calc(1.5rem - 4px);text-align:center;print-color-adjust:exact;-webkit-print-color-adjust:exact}
tfoot :is(th,td){font-weight:600;border-top:2px solid #1a1a1a}
caption{font-weight:600;padding:.5rem 0}nav ol{columns:2}table.words :is(th,td){text-align:left;white-space:normal}.blank{padding:.75rem 1rem;border:2px dashed #767676}
.sheet img{display:block;max-height:16rem;margin:auto}.said{padding:.5rem 1rem;border-left:4px solid #8e8e8e}.notice{padding:.5rem 1rem;border:2px solid #1a1a1a}.soft{color:#555}
@page{size:A4;margin:18mm}@media print{body{margin:0;max-width:none;font-size:10.5pt}.sheet{font-size:9.5pt;line-height:1.3}.sheet :is(th,td){padding:.05rem .4rem}.sheet :is(p,figure){margin:.45rem 0}.sheet h1{font-size:14pt;margin:0}.sheet img{max-height:58mm}a{color:inherit;text-decoration:none}}`;

/** Texts in a style sheet: nothing in them may end the text, the sheet or the page's style. */
const inStyle = (text: string): string =>
  cleaned(text).replaceAll(/[^\p{L}\p{N} .,:;()/»«–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);

const PAGE: Text = catalogue("report.html", { da: "side", en: "page" });

/** Page numbers on paper, and what stands over every page but the first. */
const onPages = (language: Language, head: string): string =>
  `@page{margin:22mm 18mm 20mm;@top-left{content:"${inStyle(head)}";font:8.5pt system-ui,sans-serif;color:#555}@bottom-right{content:"${PAGE[language]} " counter(page) " / " counter(pages);font:8.5pt system-ui,sans-serif;color:#555}}@page:first{@top-left{content:""}}`;

/**
 * A page that needs neither the program nor a network; no script runs in it and nothing is fetched for it, whatever somebody has written.
 * `runningHead`: what stands over every printed page but the first, with its number below.
 */
export const documentOf = (
  title: string,
  language: Language,
  body: string,
  runningHead?: string,
): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}${runningHead === undefined ? "" : onPages(language, runningHead)}</style>
</head><body>
${body}
</body></html>
`;

const moments = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Copenhagen" }),
);

/** A moment by the clocks of Denmark: "29. november 2026 kl. 19.40". `at`: ISO 8601. */
export const writtenMoment = (at: string, language: Language): string => moments(language).format(new Date(at));
