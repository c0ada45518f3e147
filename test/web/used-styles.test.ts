import { expect, test } from "vitest";
import { usedStyles, wordsOf } from "../../web/style/used-styles.ts";

const words = wordsOf([`<p className="alert alert-error">`, "`button ${kind}`"]);

test.each([
  [".button:hover{color:red}", ".button:hover{color:red}"],
  [".accordion{color:red}", ""],
  [".accordion,.alert-error b{color:red}", ".alert-error b{color:red}"],
  [".alert .accordion{color:red}", ""],
  ["h2{color:red}:root{--ink:#123456}", "h2{color:red}:root{--ink:#123456}"],
  ["@media (width>=9px){.accordion{color:red}.alert{color:red}}", "@media (width>=9px){.alert{color:red}}"],
])("of %s the page gets what it names: %s", (css, left) => expect(usedStyles(css, words)).toBe(left));
