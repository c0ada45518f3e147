import { catalogue, filled } from "../../domain/language.ts";
import { z } from "zod";
import { counted } from "../../domain/counted.ts";
import type { NetworkRule } from "../../domain/question.ts";
import { row, typedNumber, typedOnly } from "./row.ts";
import { atLeastPupils, atMostPupils, capacity, lock, longestWay } from "./shared.ts";

const SAID = catalogue("protocol.rules.network.said", {
  atEvery: { da: "{pupils} på hver skole", en: "{pupils} at every school" },
  atMostClose: { da: "højst {sites} lukker", en: "at most {sites} close" },
});

type RuleOf<Kind extends NetworkRule["kind"]> = Extract<NetworkRule, { readonly kind: Kind }>;

/** Rules of which schools there are, a row each. */
export const NETWORK = catalogue("protocol.rules.network", {
  capacity,
  "most-closures": row({
    schema: z.strictObject({ kind: z.literal("most-closures"), sites: z.int().min(0) }),
    read: (rule): RuleOf<"most-closures"> => rule,
    words: ({ sites }) => filled(SAID.atMostClose, { sites: counted(sites, "sites") }),
    page: {
      name: { da: "Højst så mange lukkede", en: "At most so many closures" },
      what: { da: "Højst n af de åbne skoler lukker.", en: "At most n of the open schools close." },
      model: "Σⱼ (1 − yⱼ) ≤ n",
    },
    typed: typedOnly(typedNumber("sites", "count", 0), 2),
  }),
  "fewest-pupils": row({
    schema: z.strictObject({ kind: z.literal("fewest-pupils"), pupils: z.int().min(0) }),
    read: (rule): RuleOf<"fewest-pupils"> => rule,
    words: ({ pupils }) => filled(SAID.atEvery, { pupils: atLeastPupils(pupils) }),
    page: {
      name: { da: "Mindst så mange elever på en skole", en: "At least so many pupils at a school" },
      what: { da: "En åben skole har mindst n elever.", en: "An open school has at least n pupils." },
      model: "Σᵢ qᵢ xᵢⱼ ≥ n yⱼ",
    },
    typed: typedOnly(typedNumber("pupils", "pupils", 0), 150),
  }),
  "most-pupils": row({
    schema: z.strictObject({ kind: z.literal("most-pupils"), pupils: z.int().min(1) }),
    read: (rule): RuleOf<"most-pupils"> => rule,
    words: ({ pupils }) => filled(SAID.atEvery, { pupils: atMostPupils(pupils) }),
    page: {
      name: { da: "Højst så mange elever på en skole", en: "At most so many pupils at a school" },
      what: { da: "En skole har højst n elever.", en: "A school has at most n pupils." },
      model: "Σᵢ qᵢ xᵢⱼ ≤ n yⱼ",
    },
    typed: typedOnly(typedNumber("pupils", "pupils", 1), 600),
  }),
  "longest-way": longestWay,
  lock,
} satisfies Readonly<Record<NetworkRule["kind"], unknown>>);
