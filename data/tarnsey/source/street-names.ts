import type { Dice } from "../../source/random.ts";

const FIRST =
  "Anchor Alder Ash Barley Bay Beacon Bell Birch Boat Bracken Bridge Burn Chapel Church Cliff Cooper Cross Curlew Dyke Eel Fern Ferry Fisher Flagstone Furze Gannet Garth Gull Harbour Hazel Heron Hill Kelp Kiln Lantern Lark Linnet Lobster Market Meadow Mill Moor Net North Oar Oyster Peat Pier Plover Pound Quarry Ram Reed Rope Sail Salt Sand School Seal Shepherd Shingle Slate Smithy South Sparrow Spring Station Stone Storm Tern Thrift Tide Tower Wall Well West Whin Willow Wrack".split(
    " ",
  );
const LAST = "Road Road Road Lane Lane Street Street Row Brae Close Rise Way Walk Terrace Path Green".split(" ");
const BEFORE = ["Old", "Upper", "Nether", "Little", "New", "Long"];

const pick = <Value>(from: readonly Value[], dice: Dice): Value => from[Math.floor(dice() * from.length)];

/** A made-up street name. */
export function streetName(dice: Dice): string {
  const name = `${pick(FIRST, dice)} ${pick(LAST, dice)}`;
  return dice() < 0.15 ? `${pick(BEFORE, dice)} ${name}` : name;
}
