import { catalogue, type Text } from "../domain/language.ts";

/** How each category comes about with every figure at its mean; a line is left out where its count is 0. */
export const LINES = catalogue("report.money-sums.lines", {
  leaders: {
    less: { da: "{count} færre skoleledere × {price}", en: "{count} fewer school leaders × {price}" },
    more: { da: "{count} flere skoleledere × {price}", en: "{count} more school leaders × {price}" },
  },
  deputies: {
    less: { da: "{count} færre afdelingsledere × {price}", en: "{count} fewer deputy leaders × {price}" },
    more: { da: "{count} flere afdelingsledere × {price}", en: "{count} more deputy leaders × {price}" },
  },
  office: {
    less: { da: "{count} færre stillinger på kontoret × {price}", en: "{count} fewer office positions × {price}" },
    more: { da: "{count} flere stillinger på kontoret × {price}", en: "{count} more office positions × {price}" },
  },
  organisations: {
    less: {
      da: "{count} færre selvstændige skoler × {price} i øvrigt",
      en: "{count} fewer independent schools × {price} besides",
    },
    more: {
      da: "{count} flere selvstændige skoler × {price} i øvrigt",
      en: "{count} more independent schools × {price} besides",
    },
  },
  classes: {
    less: { da: "{count} færre klasser at vente × {price}", en: "{count} fewer classes to be expected × {price}" },
    more: { da: "{count} flere klasser at vente × {price}", en: "{count} more classes to be expected × {price}" },
  },
  own: {
    less: { da: "efter skolernes egne regnskaber", en: "by the schools' own accounts" },
    more: { da: "efter skolernes egne regnskaber", en: "by the schools' own accounts" },
  },
  rooms: {
    less: {
      da: "plads til {count} elever færre × {area} m² × {price}",
      en: "room for {count} pupils fewer × {area} m² × {price}",
    },
    more: {
      da: "plads til {count} elever mere × {area} m² × {price}",
      en: "room for {count} more pupils × {area} m² × {price}",
    },
  },
  smallRooms: {
    less: {
      da: "plads til {count} elever færre på små skoler × {area} m² × {price}",
      en: "room for {count} pupils fewer at small schools × {area} m² × {price}",
    },
    more: {
      da: "plads til {count} elever mere på små skoler × {area} m² × {price}",
      en: "room for {count} more pupils at small schools × {area} m² × {price}",
    },
  },
  area: {
    less: { da: "{count} m² mindre × {price}", en: "{count} m² less × {price}" },
    more: { da: "{count} m² mere × {price}", en: "{count} m² more × {price}" },
  },
  pavilions: {
    less: {
      da: "{count} færre elever uden plads, en pavillon for hver {each}, × {price}",
      en: "{count} fewer pupils without a place, a pavilion for every {each}, × {price}",
    },
    more: {
      da: "{count} flere elever uden plads, en pavillon for hver {each}, × {price}",
      en: "{count} more pupils without a place, a pavilion for every {each}, × {price}",
    },
  },
  rights: {
    less: { da: "{count} færre med ret × {price}", en: "{count} fewer with the right × {price}" },
    more: { da: "{count} flere med ret × {price}", en: "{count} more with the right × {price}" },
  },
  byCard: {
    less: {
      da: "{count} færre med ret, hvor en offentlig bus kører, × {price}",
      en: "{count} fewer with the right where a public bus runs × {price}",
    },
    more: {
      da: "{count} flere med ret, hvor en offentlig bus kører, × {price}",
      en: "{count} more with the right where a public bus runs × {price}",
    },
  },
  perhapsByBus: {
    less: {
      da: "{count} færre med ret, hvor det er i tvivl, om en offentlig bus er nok, × {price}",
      en: "{count} fewer with the right where it is in doubt whether a public bus is enough × {price}",
    },
    more: {
      da: "{count} flere med ret, hvor det er i tvivl, om en offentlig bus er nok, × {price}",
      en: "{count} more with the right where it is in doubt whether a public bus is enough × {price}",
    },
  },
  withoutBus: {
    less: {
      da: "{count} færre med ret, hvor ingen offentlig bus kører, × {price}",
      en: "{count} fewer with the right where no public bus runs × {price}",
    },
    more: {
      da: "{count} flere med ret, hvor ingen offentlig bus kører, × {price}",
      en: "{count} more with the right where no public bus runs × {price}",
    },
  },
  byFerry: {
    less: { da: "{count} færre med færgen × {price}", en: "{count} fewer by ferry × {price}" },
    more: { da: "{count} flere med færgen × {price}", en: "{count} more by ferry × {price}" },
  },
  leaving: {
    less: {
      da: "{count} elever × ({price} i bidrag − {share} × {cost} sparet)",
      en: "{count} pupils × ({price} contribution − {share} × {cost} saved)",
    },
    more: {
      da: "{count} elever × ({price} i bidrag − {share} × {cost} sparet)",
      en: "{count} pupils × ({price} contribution − {share} × {cost} saved)",
    },
  },
  leavingCare: {
    less: {
      da: "{count} elever på de yngste klassetrin × {share} i fritidsordning × {price}",
      en: "{count} pupils of the youngest grades × {share} in after-school care × {price}",
    },
    more: {
      da: "{count} elever på de yngste klassetrin × {share} i fritidsordning × {price}",
      en: "{count} pupils of the youngest grades × {share} in after-school care × {price}",
    },
  },
  hours: {
    less: { da: "{count} timer mindre om året × {price}", en: "{count} hours less a year × {price}" },
    more: { da: "{count} timer mere om året × {price}", en: "{count} more hours a year × {price}" },
  },
  moved: {
    less: { da: "{count} elever flytter × {price}", en: "{count} pupils move × {price}" },
    more: { da: "{count} elever flytter × {price}", en: "{count} pupils move × {price}" },
  },
  assumed: {
    less: { da: "egen forudsætning", en: "assumption of its own" },
    more: { da: "egen forudsætning", en: "assumption of its own" },
  },
} as const satisfies Record<string, Readonly<Record<"less" | "more", Text>>>);

export const SAID = catalogue("report.money-sums.said", {
  sum: { da: "{line} {is} {result}", en: "{line} {is} {result}" },
  sole: { da: "{line}: {result}", en: "{line}: {result}" },
  /** What is planned, and the share of it that is taken to come. */
  comes: {
    da: "heraf regnes {percent} % med at komme: {planned} × {share} {is} {result}",
    en: "of this {percent} % is taken to come: {planned} × {share} {is} {result}",
  },
  capped: {
    da: "højst, hvad de lukkede skolers elever koster i dag, og heraf den del, der kommer: {result}",
    en: "at most what the pupils of the closed schools cost today, and of this the share that comes: {result}",
  },
  mean: {
    da: "prisen: {cards} × {card} på buskort + {buses} × {bus} i egen bus + {taxis} × {taxi} i taxa",
    en: "the price: {cards} × {card} by travel card + {buses} × {bus} by own bus + {taxis} × {taxi} by taxi",
  },
  meanWithoutBus: {
    da: "prisen: {buses} × {bus} i egen bus + {taxis} × {taxi} i taxa",
    en: "the price: {buses} × {bus} by own bus + {taxis} × {taxi} by taxi",
  },
  carePrice: {
    da: "prisen: {price} i bidrag + {fee} i mistet forældrebetaling − {share} × {cost} sparet i fritidsordningen",
    en: "the price: {price} contribution + {fee} of parents' payment lost − {share} × {cost} saved in after-school care",
  },
  none: { da: "ingen ændring", en: "no change" },
} as const satisfies Record<string, Text>);

/** What comes out, in kroner a year: saved, or spent; and once. */
export const RESULTS = catalogue("report.money-sums.results", {
  saved: { da: "{kroner} {currency}", en: "{currency} {kroner}" },
  spent: { da: "{kroner} {currency} i merudgift", en: "{currency} {kroner} of extra cost" },
  once: { da: "{kroner} {currency} én gang", en: "{currency} {kroner} once" },
} as const satisfies Record<string, Text>);

export const PRICE: Text = catalogue("report.money-sums.price", {
  da: "{kroner} {currency}",
  en: "{currency} {kroner}",
});
