import { type AssignmentPrices, type PriceCurve, pricedCurve } from "../cost/assignment-prices.ts";
import { valuesAt } from "../cost/saving.ts";
import { ownTransportCost, rightCost } from "../cost/state-cost.ts";
import { classCurve } from "../rules/class-curve.ts";
import { classCap } from "../rules/class-size.ts";
import type { Ground } from "./basis.ts";

const known = new WeakMap<Ground, AssignmentPrices>();

/** The prices of a case: a class at the site's own price where its accounts say one; grades of a band that nobody in the case goes to have none. */
export function assignmentPrices(ground: Ground): AssignmentPrices {
  const made = known.get(ground) ?? pricesOf(ground);
  known.set(ground, made);
  return made;
}

function pricesOf({ municipality, travel, unitGrade, accounts, costs }: Ground): AssignmentPrices {
  const attended = new Set<number>();
  unitGrade.forEach((pupils, at) => {
    if (pupils > 0) attended.add(at % municipality.grades.count);
  });
  const middle = valuesAt(costs, "mid");
  const curves = municipality.grades.bands.map(({ first, last }) => {
    const grades = [...attended].filter((grade) => grade >= first && grade <= last);
    return classCurve(grades.map((grade) => classCap(municipality.grades, grade, municipality.info.schoolYear)));
  });
  const priced = new Map<number, readonly PriceCurve[]>();
  const pricedAt = (price: number): readonly PriceCurve[] => {
    const there = priced.get(price) ?? curves.map((curve) => pricedCurve(curve, price));
    priced.set(price, there);
    return there;
  };
  return {
    classes: accounts.flatMap((account) => pricedAt(account.class ?? costs.class.mid)),
    class: costs.class.mid,
    right: Math.round(travel.byBus ? ownTransportCost(middle) : rightCost(middle)),
    rightByBus: Math.round(middle.travelCard),
    rightPerhapsByBus: Math.round(rightCost(middle)),
  };
}
