/** Texts for what would put right what a step broke. */
export const daMend = {
  "mend.enough":
    "Der er ikke plads til alle. Flyt {count, plural, one {ét område} other {{text} områder}} ({pupils} elever), så er der.",
  "mend.fewer":
    "Der er ikke plads til alle. Flyt {count, plural, one {ét område} other {{text} områder}} ({pupils} elever), så får flere plads.",
  "mend.apart":
    "{what, select, districts {Et distrikt ligger i flere dele.} other {En del er skåret fra resten.}} Flyt {count, plural, one {ét område} other {{text} områder}} ({pupils} elever), så hænger det sammen{what, select, districts {} other { igen}}.",
  "mend.both":
    "Der er ikke plads til alle, og {what, select, districts {et distrikt ligger i flere dele} other {en del er skåret fra resten}}. Flyt {count, plural, one {ét område} other {{text} områder}} ({pupils} elever), så hænger det sammen, og {room, select, all {alle} other {flere}} får plads.",
  "mend.some":
    "{what, select, districts {Et distrikt ligger i flere dele.} other {En del er skåret fra resten.}} Flyt {count, plural, one {ét område} other {{text} områder}} ({pupils} elever), så er noget af det rettet.",
  "mend.stillFull": "Der er stadig ikke plads til alle.",
  "mend.apart.none":
    "{what, select, districts {Et distrikt ligger i flere dele, og der er ikke fundet områder, som samler det. Prøv at flytte en skole, der ligger imellem, til distriktet.} other {En del er skåret fra resten. Der er ikke fundet en måde at samle den på{kept, select, drawn { uden at ændre det, I lige har tegnet, eller det låste} locked { uden at låse noget op} other {}}.}}",
  "mend.apart.never":
    "{what, select, districts {Et distrikt ligger i flere dele, og flere områder samler det ikke{kept, select, locked { uden at låse noget op} other {}}. Prøv at flytte en skole, der ligger imellem, til distriktet.} other {En del er skåret fra resten. Det kan ikke samles{kept, select, drawn { uden at ændre det, I lige har tegnet, eller det låste} locked { uden at låse noget op} other {}}.}}",
  "mend.scope":
    "Her rettes kun det, I lige har gjort. »Ret det for mig« ser på hele forslaget og må flytte alt, der ikke er låst.",
  "mend.hide": "Skjul",
  "mend.fuller": "Til gengæld får mindst én skole flere elever, end den har plads til.",
  "mend.fuller.must":
    "Det kan ikke undgås{kept, select, drawn { uden at ændre det, I lige har tegnet, eller det låste} locked { uden at låse noget op} other {}}.",
  "mend.fuller.unknown": "Om det kan undgås, vides ikke.",
  "mend.longer": "Skolevej i alt: {km} km længere om dagen.",
  "mend.shorter": "Skolevej i alt: {km} km kortere om dagen.",
  "mend.sameWay": "Skolevej i alt: den samme.",
  "mend.dearer": "Koster {kroner} om året.",
  "mend.cheaper": "Sparer {kroner} om året.",
  "mend.sameMoney": "Koster ikke noget.",
  "mend.littleWay": "Skolevej i alt: højst 100 km længere eller kortere om dagen.",
  "mend.littleMoney": "Koster eller sparer højst {most} {currency} om året.",
  "mend.smallest": "Færre områder er ikke nok.",
  "mend.tell": "Mere",
  "mend.tellLess": "Mindre",
  "mend.done": "{units, plural, one {Ét område} other {{text} områder}} flyttet for at rette op",
  "mend.back":
    "{broke, select, both {Der er ikke plads til alle, og en del er skåret fra resten.} apart {En del er skåret fra resten.} other {Der er ikke plads til alle.}} Giv {part, select, all {{of, plural, one {det område} other {alle de {ofText} områder}}} other {{count, plural, one {ét} other {{text}}} af de {ofText} områder}}, I lige har tegnet, tilbage til {count, plural, one {dets} other {deres}} gamle skole ({pupils} elever), så er det rettet.",
  "mend.back.others":
    "{count, plural, one {Ét andet område får} other {{text} andre områder får}} også en anden skole. Deres elever er talt med.",
  "mend.back.unknown": "Der er ikke fundet en måde, som lader alt det, I lige har tegnet, være.",
  "mend.back.must":
    "Alt det, I lige har tegnet, kan ikke blive, uden at andet skæres fra, eller en skole bliver for fuld.",
  "mend.back.fewest": "Færre områder tilbage er ikke nok.",
  "since.better": "Der er fundet noget bedre: {what}.",
  "since.little": "Der er fundet noget bedre, men forskellen er lille.",
  "since.worse": "Til gengæld: {what}.",
  "since.show": "Vis det i stedet",
  "since.over": "{found} elever uden plads, ikke {shown}",
  "since.parts": "{is, select, less {mere} other {mindre}} hænger sammen",
  "since.fuller": "{is, select, less {ingen skole} other {mindst én skole}} bliver for fuld",
  "since.back":
    "{count, plural, =0 {intet af det} one {ét område af det} other {{text} områder af det}}, I lige har tegnet, går tilbage, ikke {shown}",
  "since.areas": "{count, plural, one {ét område} other {{text} områder}} får en anden skole, ikke {shown}",
  "since.pupils": "{found} elever skifter, ikke {shown}",
  "since.way": "skolevejen i alt er {km} km {is, select, less {kortere} other {længere}} om dagen",
};

export const enMend: Readonly<Record<keyof typeof daMend, string>> = {
  "mend.enough":
    "There is not room for all. Move {count, plural, one {one area} other {{text} areas}} ({pupils} pupils), and there is.",
  "mend.fewer":
    "There is not room for all. Move {count, plural, one {one area} other {{text} areas}} ({pupils} pupils), and fewer lack a place.",
  "mend.apart":
    "{what, select, districts {A district is in several parts.} other {Something is cut off from the rest.}} Move {count, plural, one {one area} other {{text} areas}} ({pupils} pupils), and it is in one piece{what, select, districts {} other { again}}.",
  "mend.both":
    "There is not room for all, and {what, select, districts {a district is in several parts} other {something is cut off from the rest}}. Move {count, plural, one {one area} other {{text} areas}} ({pupils} pupils), and it is in one piece, and {room, select, all {there is room for all} other {fewer lack a place}}.",
  "mend.some":
    "{what, select, districts {A district is in several parts.} other {Something is cut off from the rest.}} Move {count, plural, one {one area} other {{text} areas}} ({pupils} pupils), and some of it is put right.",
  "mend.stillFull": "There is still not room for all.",
  "mend.apart.none":
    "{what, select, districts {A district is in several parts, and no areas were found that join it. Try moving a school that lies between into the district.} other {Something is cut off from the rest. No way was found to join it{kept, select, drawn { without changing what you have just drawn or what is locked} locked { without unlocking something} other {}}.}}",
  "mend.apart.never":
    "{what, select, districts {A district is in several parts, and more areas do not join it{kept, select, locked { without unlocking something} other {}}. Try moving a school that lies between into the district.} other {Something is cut off from the rest. It cannot be joined{kept, select, drawn { without changing what you have just drawn or what is locked} locked { without unlocking something} other {}}.}}",
  "mend.scope":
    "This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  "mend.hide": "Hide",
  "mend.fuller": "But at least one school gets more pupils than it has places for.",
  "mend.fuller.must":
    "That cannot be avoided{kept, select, drawn { without changing what you have just drawn or what is locked} locked { without unlocking something} other {}}.",
  "mend.fuller.unknown": "Whether that can be avoided is not known.",
  "mend.longer": "Travel to school in total: {km} km longer a day.",
  "mend.shorter": "Travel to school in total: {km} km shorter a day.",
  "mend.sameWay": "Travel to school in total: the same.",
  "mend.dearer": "Costs {kroner} a year.",
  "mend.cheaper": "Saves {kroner} a year.",
  "mend.sameMoney": "Costs nothing.",
  "mend.littleWay": "Travel to school in total: at most 100 km longer or shorter a day.",
  "mend.littleMoney": "Costs or saves at most {most} {currency} a year.",
  "mend.smallest": "Fewer areas are not enough.",
  "mend.tell": "More",
  "mend.tellLess": "Less",
  "mend.done": "{units, plural, one {One area} other {{text} areas}} moved to put it right",
  "mend.back":
    "{broke, select, both {There is not room for all, and something is cut off from the rest.} apart {Something is cut off from the rest.} other {There is not room for all.}} Give {part, select, all {{of, plural, one {the area} other {all {ofText} areas}}} other {{count, plural, one {one} other {{text}}} of the {ofText} areas}} you have just drawn back to {count, plural, one {its} other {their}} old school ({pupils} pupils), and it is put right.",
  "mend.back.others":
    "{count, plural, one {One other area goes} other {{text} other areas go}} to another school as well. Their pupils are counted in.",
  "mend.back.unknown": "No way was found that leaves all that you have just drawn.",
  "mend.back.must":
    "All that you have just drawn cannot stay without cutting something off or making a school too full.",
  "mend.back.fewest": "Fewer areas back are not enough.",
  "since.better": "Something better was found: {what}.",
  "since.little": "Something better was found, but there is little between them.",
  "since.worse": "In return: {what}.",
  "since.show": "Show it instead",
  "since.over": "{found} pupils without a place, not {shown}",
  "since.parts": "{is, select, less {more} other {less}} is in one piece",
  "since.fuller": "{is, select, less {no school} other {at least one school}} gets too full",
  "since.back":
    "{count, plural, =0 {nothing} one {one area} other {{text} areas}} of what you have just drawn {count, plural, =0 {goes} one {goes} other {go}} back, not {shown}",
  "since.areas": "{count, plural, one {one area goes} other {{text} areas go}} to another school, not {shown}",
  "since.pupils": "{found} pupils move, not {shown}",
  "since.way": "travel to school in total is {km} km {is, select, less {shorter} other {longer}} a day",
};
