import { catalogue, type Text } from "../../domain/language.ts";
import { amount, ESTIMATE, MUNICIPALITY, quantity } from "../parameter.ts";

const SAID = catalogue("cost.parameters.time.said", {
  kmAnHour: { da: "km i timen", en: "km an hour" },
});

/** km an hour; nobody's figure but the model's. */
const speed = (name: Text, [low, mid, high]: readonly [number, number, number], confidence: "medium" | "low") =>
  quantity("time", "quantity", {
    name,
    low,
    mid,
    high,
    unit: SAID.kmAnHour,
    priceYear: 2024,
    source: ESTIMATE,
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence,
  });

/** How fast pupils get to school, and what an hour of theirs is said to be worth: nothing, until somebody says. */
export const TIME_PARAMETERS = catalogue("cost.parameters.time", {
  walkSpeed: speed({ da: "Til fods (indtil 1 km)", en: "On foot (up to 1 km)" }, [3.5, 4.5, 5.5], "medium"),
  cycleSpeedYoung: speed({ da: "På cykel, 0.-3. klasse", en: "By bicycle, grades 0-3" }, [8, 10, 12], "low"),
  cycleSpeed: speed({ da: "På cykel, 4.-9. klasse", en: "By bicycle, grades 4-9" }, [12, 14, 16], "low"),
  busSpeed: speed(
    {
      da: "Med bus, hvor vejen er længere end § 26's grænse",
      en: "By bus, where the way is longer than section 26's limit",
    },
    [20, 28, 35],
    "low",
  ),
  busWait: quantity("time", "quantity", {
    name: { da: "Ventetid og gang for hver bustur", en: "Waiting and walking for each ride by bus" },
    low: 5,
    mid: 10,
    high: 20,
    unit: { da: "minutter", en: "minutes" },
    priceYear: 2024,
    source: ESTIMATE,
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence: "low",
  }),
  hourValue: amount("time", {
    name: { da: "Værdi af en elevs time på skolevejen", en: "Value of an hour of a pupil's on the way to school" },
    low: 0,
    mid: 0,
    high: 0,
    unit: {
      da: "{currency} pr. time; 0: elevernes tid regnes ikke som penge",
      en: "{currency} an hour; 0: pupils' time is not counted as money",
    },
    priceYear: 2024,
    source: { da: "ingen, før nogen sætter en pris", en: "none, until somebody sets a price" },
    references: ["timeValue"],
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence: "low",
  }),
});
