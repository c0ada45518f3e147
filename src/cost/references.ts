import { catalogue, type Text } from "../domain/language.ts";

/** Something published that figures rest on, so that anybody can look it up. */
export interface Reference {
  readonly title: string;
  readonly publisher: string;
  /** As it is dated there; absent where it is not. */
  readonly date?: string;
  /** Absent where no address was found. Addresses of newspapers may have moved since. */
  readonly url?: string;
  /** What exactly it says of the figure. */
  readonly says: Text;
}

/** What the cost model's figures and the known cases rest on. */
export const REFERENCES = catalogue("cost.references", {
  classPrice: {
    title: "Her lægges skoleklasser sammen",
    publisher: "sn.dk (Nordvestnyt)",
    date: "2018-03-22",
    url: "https://sn.dk/Holbaek/Her-laegges-skoleklasser-sammen/artikel/733584",
    says: {
      da: "Lederen af Holbæk By Skole: en klasse koster cirka 750.000 kr. om året i løn, en lærer i runde tal 500.000 kr. Spændene er skøn.",
      en: "The head of Holbæk By Skole: a class costs about DKK 750,000 a year in pay, a teacher DKK 500,000 in round figures. The ranges are estimates.",
    },
  },
  leaderPay: {
    title: "Ledere af folkeskoler tjener 850.000 kroner i gennemsnit",
    publisher: "journalista.dk",
    url: "https://journalista.dk/ledere-af-folkeskoler-tjener-850-000-kroner-i-gennemsnit-men-der-er-store-lokale-og-regionale-forskelle",
    says: {
      da: "Ledere af folkeskoler tjener 850.000 kr. om året i gennemsnit. Spændet er et skøn.",
      en: "Heads of municipal schools earn DKK 850,000 a year on the mean. The range is an estimate.",
    },
  },
  promise2016: {
    title: "Omstillingen på børne- og ungeområdet",
    publisher: "Holbæk Kommune",
    url: "https://holbaek.dk/indholdsblokke/hoejrebokse/kommunikationsafdelingen/omstillingen-paa-boerne-og-ungeomraadet-1",
    says: {
      da: "Nye distrikter og ny ledelsesstruktur for skoler og dagtilbud »kan til sammen bidrage med 10 millioner kroner«. At det er om året, er læst ud af sammenhængen.",
      en: "New districts and a new leadership structure for schools and day care “can together contribute 10 million kroner”. That this is a year is read from the context.",
    },
  },
  structure2021: {
    title: "Ny skolestruktur",
    publisher: "Holbæk Kommune",
    date: "2021",
    url: "https://holbaek.dk/borger/boern-unge-og-uddannelse/dagtilbud-og-skoler/skole-og-sfo/ny-skolestruktur",
    says: {
      da: "Budgetaftalen 2021-24 sætter 3,2 mio. kr. af »til indførelse af ny skolestruktur«; de fire skoler nedlægges, og elleve oprettes. At det er om året, er læst ud af sammenhængen.",
      en: "The budget agreement of 2021-24 sets aside DKK 3.2 million “for introducing a new school structure”; the four schools cease and eleven are set up. That this is a year is read from the context.",
    },
  },
  kundby: {
    title: "Udvalg behandler lukning af skolen i Kundby",
    publisher: "holbaekonline.dk",
    date: "2015-02-03",
    url: "https://holbaekonline.dk/2015/02/03/udvalg-behandler-lukning-af-skolen-i-kundby/",
    says: {
      da: "Lukkes skolen med 80 elever, spares 1,8 mio. kr. om året; dertil kommer 1,7 mio. kr. i bygningsdrift.",
      en: "Closing the school of 80 pupils saves DKK 1.8 million a year; DKK 1.7 million of running its buildings comes on top.",
    },
  },
  moves2020: {
    title: "Forslag: Flyt klasser fra små skoler over på store skoler",
    publisher: "sn.dk",
    date: "2020-08-31",
    url: "https://sn.dk/Holbaek/Forslag-Flyt-klasser-fra-smaa-skoler-over-paa-store-skoler/artikel/1351185",
    says: {
      da: "Forvaltningens forslag sparer 1,7 mio. kr. i 2021 og derefter 4,1 mio. kr. om året, fuldt ud kun, hvis Orø og Stestrup lukker helt.",
      en: "The administration's proposal saves DKK 1.7 million in 2021 and DKK 4.1 million a year after that, in full only if Orø and Stestrup close altogether.",
    },
  },
  travelCard: {
    title: "Skolekort: Priser",
    publisher: "Din Offentlige Transport",
    url: "https://dinoffentligetransport.dk/skolekort/priser/",
    says: {
      da: "Et skolekort i Vestsjælland koster for et skoleår 1.810 kr. (to zoner), 2.650 (tre), 3.485 (fire) og 7.035 (alle zoner). Priserne gjaldt til 16. januar 2022.",
      en: "A school card in West Zealand costs for a school year DKK 1,810 (two zones), 2,650 (three), 3,485 (four) and 7,035 (all zones). The prices held until 16 January 2022.",
    },
  },
  ferry: {
    title: "Færgefarten Orø-Holbæk",
    publisher: "Holbæk Kommune",
    date: "2017-01-01",
    url: "https://holbaek.dk/borger/teknik-og-miljoe/faergefarten-oroe-holbaek",
    says: {
      da: "Et månedskort koster 558 kr. for en voksen og 280 kr. for et barn på 4-11 år. Et skolekort nævnes ikke.",
      en: "A month card costs DKK 558 for an adult and 280 for a child of 4-11. No school pass is named.",
    },
  },
  busOrder: {
    title: "Bestilling af kollektiv trafik for 29,6 millioner",
    publisher: "sn.dk",
    date: "2021-08-18",
    url: "https://sn.dk/Holbaek/Bestilling-af-kollektiv-trafik-for-296-millioner/artikel/1462942",
    says: {
      da: "En eller to afgange mere på alle linjer, der betjener skoler, koster 1,5-3 mio. kr. om året.",
      en: "One or two more departures on all lines that serve schools cost DKK 1.5-3 million a year.",
    },
  },
  busesThisted: {
    title: "Derfor kører det som hidtil: hjulene på skolebussen ruller billigst i NT-regi",
    publisher: "nordjyske.dk",
    date: "2023-03",
    url: "https://nordjyske.dk/nyheder/thisted/derfor-koerer-det-som-hidtil-hjulene-paa-skolebussen-ruller-billigst-i-nt-regi/4163656",
    says: {
      da: "Thisted 2021: 15 skolebusser koster 9,5 mio. kr., altså 633.000 kr. pr. bus.",
      en: "Thisted, 2021: 15 school buses cost DKK 9.5 million, that is DKK 633,000 a vehicle.",
    },
  },
  busesSkallerup: {
    title: "Skolebestyrelsen 18.11.10",
    publisher: "Skallerup Skole, havtornensrige.dk",
    date: "2010-11-18",
    url: "https://havtornensrige.dk/boern-og-unge/nyt-om-og-fra-skallerup-skole-og-boernehave/skolebestyrelsen-18-11-10/",
    says: {
      da: "Skolebestyrelsens eget regnestykke: 85 elever befordres for 972.400 kr., 11.440 kr. pr. elev; 22 uden for ruterne koster 25.400 kr. hver.",
      en: "The school board's own sum: 85 pupils are carried for DKK 972,400, DKK 11,440 a pupil; 22 off the routes cost DKK 25,400 each.",
    },
  },
  area: {
    title: "Property management in local government (KOSTRA)",
    publisher: "Statistics Norway",
    date: "2010-08-27",
    url: "https://ssb.no/a/en/static/eiendom_kostra_en/tab-2010-08-27-01-en.html",
    says: {
      da: "Norske grundskoler har 17,6 og 17,8 m² pr. elev (2008 og 2009). Om danske skoler siger den intet.",
      en: "Norwegian schools have 17.6 and 17.8 m² a pupil (2008 and 2009). It says nothing of Danish ones.",
    },
  },
  pavilion: {
    title: "Skole står til ekstra udgift",
    publisher: "sn.dk",
    date: "2017-01-21",
    url: "http://sn.dk/Holbaek/Skole-staar-til-ekstra-udgift/artikel/629024",
    says: {
      da: "At beholde pavillonerne skoleåret 2017/18 koster 950.000 kr.: 550.000 i leje fra januar til sommer 2018 og 400.000 for at fjerne dem. De var til omkring 125 elever uden plads.",
      en: "Keeping the pavilions in the school year 2017/18 costs DKK 950,000: 550,000 of rent from January to summer 2018, and 400,000 for taking them away. They were for some 125 pupils without room.",
    },
  },
  contribution: {
    title: "Grundskoler: takster for frie grundskoler",
    publisher: "REFUD, Børne- og Undervisningsministeriet",
    date: "2022",
    url: "https://refud.dk/grundskole10fri",
    says: {
      da: "Kommunens bidrag er 776 kr. pr. elev pr. uge i 52 uger: 40.352 kr. om året.",
      en: "The municipality's contribution is DKK 776 a pupil a week for 52 weeks: DKK 40,352 a year.",
    },
  },
  contributionCare: {
    title: "Sparer millioner på skolelukning",
    publisher: "sn.dk (Kalundborg)",
    date: "2018-05",
    url: "https://sn.dk/Kalundborg/Sparer-millioner-paa-skolelukning/artikel/747834",
    says: {
      da: "Kalundborg 2018: 38.017 kr. pr. elev i den nye friskole og yderligere 7.699 kr. pr. elev i dens SFO.",
      en: "Kalundborg, 2018: DKK 38,017 a pupil of the new free school, and DKK 7,699 more a pupil in its after-school care.",
    },
  },
  careLaw: {
    title: "Lov om friskoler og private grundskoler m.v., §§ 15 og 28",
    publisher: "danskelove.dk",
    url: "https://danskelove.dk/friskoleloven/28",
    says: {
      da: "»Til skolefritidsordninger ved frie grundskoler betaler elevens bopælskommune bidrag til staten, som svarer til statens tilskud pr. årselev«; det gælder indskrevne fra børnehaveklassen til 3. klasse, og beløbet fastsættes på de årlige finanslove. Om teksten gælder i dag, er ikke efterset.",
      en: "For after-school care at free schools the pupil's home municipality pays the state a contribution that equals the state's grant a pupil; this is for those enrolled from the reception class to grade 3, and the amount is set in the yearly finance acts. Whether the text is in force today was not checked.",
    },
  },
  inCare: {
    title: "Rapport: Status på børn og unges brug af fritids- og klubtilbud",
    publisher: "Skolelederforeningen, efter EVA",
    date: "2018",
    url: "https://www.skolelederforeningen.org/nyheder-medier/nyheder/2018/rapport-status-paa-boern-og-unges-brug-af-fritids-og-klubtilbud/",
    says: {
      da: "Næsten alle børn er indskrevet i et fritidstilbud ved skolestart; andelen falder fra 85 % i 2. klasse til 69 % i 3. og 50 % i 4.",
      en: "Nearly all children are enrolled in a leisure offer at school start; the share falls from 85 % in grade 2 to 69 % in grade 3 and 50 % in grade 4.",
    },
  },
  careFees: {
    title: "Svar på spørgsmål 390 (alm. del), Børne- og Undervisningsudvalget",
    publisher: "Børne- og Undervisningsministeriet",
    date: "2024-09-27",
    url: "https://ft.dk/samling/20231/almdel/buu/spm/390/svar/2071316/2911517/index.htm",
    says: {
      da: "Bruttoforældrebetalingen på landsplan i 2023 er 55.873 kr. for tre børn (2024-priser): 18.624 kr. pr. barn om året, før fripladser og søskendetilskud.",
      en: "Parents' gross payment in all the country in 2023 is DKK 55,873 for three children (prices of 2024): DKK 18,624 a child a year, before free places and siblings' rebates.",
    },
  },
  careFeesOdsherred: {
    title: "Takster i dagtilbud",
    publisher: "Odsherred Kommune",
    date: "2024-01-01",
    url: "https://www.odsherred.dk/da/bo-og-leve/familie-boern-og-unge/boernepasning/takster-i-dagtilbud/",
    says: {
      da: "En heldagsplads i SFO koster 1.470 kr. om måneden; at der betales elleve måneder, er læst ud af sammenhængen.",
      en: "A full-day place in after-school care costs DKK 1,470 a month; that eleven months are paid is read from the context.",
    },
  },
  careFeesSlagelse: {
    title: "2025 priser for SFO og fritidsklubber",
    publisher: "Slagelse Kommune",
    date: "2025",
    url: "https://slagelse.dk/da/om-kommunen/okonomi-og-priser/2025-priser-for-sfo-og-fritidsklubber",
    says: {
      da: "Et heldagsmodul koster 2.090 kr. om måneden; at der betales elleve måneder, er læst ud af sammenhængen.",
      en: "A full-day module costs DKK 2,090 a month; that eleven months are paid is read from the context.",
    },
  },
  careShare: {
    title: "Svar på spørgsmål 241 (alm. del), bilag 4, tabel 4",
    publisher: "Børne- og Undervisningsministeriet",
    date: "2024-05-14",
    url: "https://ft.dk/samling/20231/almdel/buu/spm/241/svar/2048169/2866205/index.htm",
    says: {
      da: "Forældrenes nettobetaling i SFO er 35,0 % af udgiften i hele landet (2016). Ministeriet kalder tallene behæftet med betydelig usikkerhed.",
      en: "Parents' net payment in after-school care is 35.0 % of the cost in all the country (2016). The ministry calls the figures considerably uncertain.",
    },
  },
  discountRate: {
    title: "Ny vejledning i samfundsøkonomiske konsekvensvurderinger",
    publisher: "Finansministeriet",
    date: "2023-06-22",
    url: "https://fm.dk/nyheder/nyhedsarkiv/2023/juni/ny-vejledning-i-samfundsoekonomiske-konsekvensvurderinger/",
    says: {
      da: "»Diskonteringsrenten til brug for omregning af fremtidige værdier til nutidsværdier er sænket til 3,5 pct. for år 0-35, 2,5 pct. for år 36-70 og til 1,5 pct. efter år 70.« Den er til ministeriers vurderinger; intet siger, at en kommune skal bruge den.",
      en: "“The discount rate for turning future values into present ones is lowered to 3.5 % for years 0-35, 2.5 % for years 36-70 and 1.5 % after year 70.” It is for ministries' appraisals; nothing says that a municipality must use it.",
    },
  },
  priceIndex: {
    title: "Fastprisberegninger",
    publisher: "Økonomistyrelsen",
    date: "2024-06",
    url: "https://oes.dk/statsregnskab/finanslov-og-udgiftsopfoelgning/indeks/fastprisberegninger/",
    says: {
      da: "Generel pris- og lønstigning fra året før, i procent: 1,6 (2012), 0,5, 0,4, 0,5, 0,5, 1,2, 1,9, 1,3, 1,1, 1,2, 4,3, 2,5, 4,0 (2024) og 2,8 (2025). De to sidste er skøn. Det er statens indeks, ikke kommunernes.",
      en: "General rise of wages and prices from the year before, per cent: 1.6 (2012), 0.5, 0.4, 0.5, 0.5, 1.2, 1.9, 1.3, 1.1, 1.2, 4.3, 2.5, 4.0 (2024) and 2.8 (2025). The last two are estimates. It is the state's index, not the municipalities'.",
    },
  },
  timeValue: {
    title: "Transportøkonomiske Enhedspriser, version 2.0",
    publisher: "Transportministeriet, DTU",
    date: "2022-05",
    url: "https://www.cta.man.dtu.dk/Modelbibliotek/TERESA/Transportoekonomiske-Enhedspriser",
    says: {
      da: "Statens priser på rejsetid til transportprojekter, i 2022-priser. Den, der vil sætte en pris på elevernes tid, kan begynde der; intet tal er taget derfra.",
      en: "The state's prices of travel time for transport projects, in prices of 2022. Whoever wants to price pupils' time may begin there; no figure was taken from it.",
    },
  },
  pupilCost: {
    title: "Kommunens skoler klarer sig dårligt i forhold til resten af landet",
    publisher: "holbaekonline.dk (uvm.dk/kommunetal)",
    date: "2017-07-07",
    url: "https://holbaekonline.dk/2017/07/07/kommunens-skoler-klarer-sig-daarligt-i-forhold-til-resten-af-landet/",
    says: {
      da: "En elev i kommunens skoler koster 64.339 kr. om året (2016). Landets gennemsnit var 64.243 kr. (Danmarks Statistik).",
      en: "A pupil of the municipality's schools costs DKK 64,339 a year (2016). The national mean was DKK 64,243 (Statistics Denmark).",
    },
  },
  realisation: {
    title: "Færre skoleledere giver kun små besparelser",
    publisher: "folkeskolen.dk, efter Jyllands-Posten og KORA",
    url: "https://www.folkeskolen.dk/ledelse-skoleledelse-skolen-i-samfundet/faerre-skoleledere-giver-kun-sma-besparelser/486355",
    says: {
      da: "Ni af ti af 24 kommuner med fælles ledelse siger, at færre ledere gav begrænsede besparelser eller ingen.",
      en: "Nine of ten of 24 municipalities with merged leaderships say that fewer leaders gave limited savings or none.",
    },
  },
  closings: {
    title: "Cepos: Skolelukninger giver ikke bedre eller billigere skoler",
    publisher: "dr.dk",
    date: "2013",
    url: "https://www.dr.dk/nyheder/indland/cepos-skolelukninger-giver-ikke-bedre-eller-billigere-skoler",
    says: {
      da: "Udgiften pr. elev steg mere, hvor skoler blev nedlagt; kun direkte driftsudgifter, foreløbigt.",
      en: "Cost per pupil grew more where schools were cut; direct operating cost only, provisional.",
    },
  },
  classQuotients: {
    title: "Folkeskoler efter størrelse, 2014",
    publisher: "KORA/VIVE",
    says: {
      da: "Elever pr. klasse: 13,9 på skoler under 100 elever, 17,8 ved 100-199, 19,7 ved 200-399, 21,2 ved 400-599, 22,2 ved 600-799 og 22,9 derover. Tabellens adresse er ikke fundet.",
      en: "Pupils per class: 13.9 at schools of fewer than 100 pupils, 17.8 at 100-199, 19.7 at 200-399, 21.2 at 400-599, 22.2 at 600-799 and 22.9 beyond. No address was found for the table.",
    },
  },
} as const satisfies Record<string, Reference>);

export type ReferenceKey = keyof typeof REFERENCES;
