/** Texts for drawing in a room with others. */
export const daRoom = {
  "room.open": "Tegn sammen med andre",
  "room.title": "Tegn sammen",
  "room.make.text":
    "I får et link og en kode at scanne. Alle, der åbner det, tegner på det samme kort, og ingens ændringer går tabt. Ingen skal have en konto.",
  "room.name": "Hvad skal rummet hedde?",
  "room.own": "Dit navn eller en farve (kan udelades)",
  "room.make": "Lav rummet",
  "room.making": "Laver rummet …",
  "room.join.text": "Du er inviteret til at tegne skoledistrikter sammen med andre.",
  "room.join.why":
    "Navnet ses af de andre i rummet ved dine ændringer. Hvad der ellers gemmes, står på siden om privatliv.",
  "room.join": "Gå ind",
  "room.joining": "Går ind …",
  "room.invite": "Inviter",
  "room.inviteTo": "Inviter til »{title}«",
  "room.invite.participant": "Til dem, der skal tegne med",
  "room.gives.participant":
    "Den, der åbner linket, tegner, skriver og stemmer. Vis koden på en skærm, så alle kan scanne den.",
  "room.invite.viewer": "Til dem, der kun skal se med",
  "room.gives.viewer": "Den, der åbner linket, ser alt, men hverken tegner, skriver eller stemmer.",
  "room.invite.projector": "Til storskærmen",
  "room.gives.projector":
    "Åbn linket på den maskine, der sidder til storskærmen. Den følger lederen og viser aldrig noget privat.",
  "room.invite.co-facilitator": "Til den, der hjælper med at lede",
  "room.gives.co-facilitator":
    "Hjælperen skifter punkt, styrer uret, laver borde, giver pennen videre, åbner og lukker afstemninger og sletter indlæg. Hjælperen kan ikke give roller, lave links, sende nogen ud eller sende til byrådet.",
  "room.invite.facilitator": "Dit ledelink: gem det",
  "room.gives.facilitator":
    "Linket gør den, der åbner det, til leder af mødet. Gem det, så du kan lede igen fra en anden maskine, og giv det kun til den, der skal lede. Denne browser husker det, til du beder den glemme det.",
  "room.link": "Link",
  "room.qr": "Kode at scanne med en telefon. {what}, {title}",
  "room.alone":
    "Lige nu kan rummet kun åbnes på denne maskine. Telefoner kan være med, når programmet er startet, så det svarer på netværket (serve … --host 0.0.0.0).",
  "room.in": "Rum: {title}",
  "room.people": "{count, plural, one {én er her} other {{text} er her}}",
  "room.more": "{count, plural, one {og én til, der ser med} other {og {text} til, der ser med}}",
  "room.you": "{name} (dig)",
  "room.nameless": "uden navn",
  "room.role.facilitator": "leder mødet",
  "room.role.co-facilitator": "hjælper med at lede",
  "room.role.participant": "tegner",
  "room.role.viewer": "ser med",
  "room.role.projector": "storskærm",
  "room.coming": "Går ind i rummet …",
  "room.away":
    "Forbindelsen er væk. Tegn bare videre. {count, plural, =0 {Det, du tegner, bliver sendt} one {Det, du har tegnet, venter (én ændring) og bliver sendt} other {Det, du har tegnet, venter ({text} ændringer) og bliver sendt}}, når den er tilbage.",
  "room.away.look": "Forbindelsen er væk. Du ser rummet, som det var; siden finder selv tilbage.",
  "room.stopping":
    "Serveren genstartes. Tegn bare videre; {count, plural, =0 {der er intet, der venter} one {én ændring venter} other {{text} ændringer venter}} på at blive sendt.",
  "room.signIn": "Log ind for at lave et rum",
  "room.signOut": "Log ud",
  "room.leave": "Forlad rummet",
  "room.by": "{name}: {what}",
  "leave.title": "Forlad rummet",
  "leave.text":
    "Det, du har tegnet og skrevet, bliver i rummet. Linket fører dig ind igen, men på en ny plads, så dine tidligere skridt kan ikke længere fortrydes af dig.",
  "leave.last":
    "Du er den eneste, der leder mødet. Forlader du rummet, er der ingen til at give roller, lave links eller sende til byrådet.",
  "leave.leaders": "Mødet ledes videre af {names}.",
  "leave.helpers": "{names} hjælper med at lede og kan skifte punkt og lukke afstemninger.",
  "leave.back":
    "Denne browser husker din plads. Vælg »Mødet« øverst for at gå ind igen som leder. Fra en anden maskine bruger du dit ledelink, som står under »Inviter«.",
  "leave.nobody": "Der er ingen andre i rummet, du kan give ledelsen til.",
  "leave.to": "Giv ledelsen videre til",
  "leave.give": "Giv den videre, og forlad rummet",
  "leave.go": "Forlad rummet",
  "leave.stay": "Bliv",
  "led.title": "Rum, du har ledet her",
  "led.go": "Led »{title}« igen ({name})",
  "led.forget": "Glem »{title}«",
  "led.help": "Kun denne browser husker det. Glem et rum, hvis andre bruger maskinen.",
} as const;

export const enRoom: Readonly<Record<keyof typeof daRoom, string>> = {
  "room.open": "Draw together with others",
  "room.title": "Draw together",
  "room.make.text":
    "You get a link and a code to scan. Everybody who opens it draws on the same map, and nobody's changes are lost. Nobody needs an account.",
  "room.name": "What shall the room be called?",
  "room.own": "Your name or a colour (may be left out)",
  "room.make": "Make the room",
  "room.making": "Making the room …",
  "room.join.text": "You are invited to draw school districts together with others.",
  "room.join.why": "Others in the room see the name at your changes. What else is kept stands on the page on privacy.",
  "room.join": "Go in",
  "room.joining": "Going in …",
  "room.invite": "Invite",
  "room.inviteTo": "Invite to “{title}”",
  "room.invite.participant": "For those who are to draw too",
  "room.gives.participant":
    "Whoever opens the link draws, writes and votes. Show the code on a screen so that all can scan it.",
  "room.invite.viewer": "For those who are to watch only",
  "room.gives.viewer": "Whoever opens the link sees everything but does not draw, write or vote.",
  "room.invite.projector": "For the big screen",
  "room.gives.projector":
    "Open the link on the machine of the big screen. It follows whoever leads and never shows anything private.",
  "room.invite.co-facilitator": "For whoever helps to lead",
  "room.gives.co-facilitator":
    "Helpers change the stage, keep the clock, make tables, pass on the pen, open and close votes and delete comments. They cannot give roles, make links, send anybody out or pass on to the council.",
  "room.invite.facilitator": "Your leading link: keep it",
  "room.gives.facilitator":
    "The link lets whoever opens it lead the meeting. Keep it, so that you can lead from another machine, and give it only to whoever is to lead. This browser remembers it until you have it forget.",
  "room.link": "Link",
  "room.qr": "Code to scan with a phone. {what}, {title}",
  "room.alone":
    "For now the room can be opened on this machine alone. Phones can join once the program was started so that it answers on the network (serve … --host 0.0.0.0).",
  "room.in": "Room: {title}",
  "room.people": "{count, plural, one {one is here} other {{text} are here}}",
  "room.more": "{count, plural, one {and one more who watches} other {and {text} more who watch}}",
  "room.you": "{name} (you)",
  "room.nameless": "no name",
  "room.role.facilitator": "leads the meeting",
  "room.role.co-facilitator": "helps to lead",
  "room.role.participant": "draws",
  "room.role.viewer": "watches",
  "room.role.projector": "big screen",
  "room.coming": "Going into the room …",
  "room.away":
    "The connection is gone. Just go on drawing. {count, plural, =0 {What you draw is sent} one {What you have drawn waits (one change) and is sent} other {What you have drawn waits ({text} changes) and is sent}} when it is back.",
  "room.away.look": "The connection is gone. You see the room as it was; the page finds its way back by itself.",
  "room.stopping":
    "The server is being restarted. Just go on drawing; {count, plural, =0 {nothing waits} one {one change waits} other {{text} changes wait}} to be sent.",
  "room.signIn": "Sign in to make a room",
  "room.signOut": "Sign out",
  "room.leave": "Leave the room",
  "room.by": "{name}: {what}",
  "leave.title": "Leave the room",
  "leave.text":
    "What you have drawn and written stays in the room. The link leads you in again, but to a new seat, so that you can no longer undo your earlier steps.",
  "leave.last":
    "You are the only one who leads the meeting. If you leave, there is nobody to give roles, make links or pass on to the council.",
  "leave.leaders": "{names} will go on leading the meeting.",
  "leave.helpers": "{names} will help to lead and can change the stage and close votes.",
  "leave.back":
    "This browser remembers your seat. Choose “Meeting” at the top to go in again and lead. From another machine use your leading link, which stands under “Invite”.",
  "leave.nobody": "There is nobody else in the room whom you could leave it to.",
  "leave.to": "Hand the meeting over to",
  "leave.give": "Hand it over, and leave the room",
  "leave.go": "Leave the room",
  "leave.stay": "Stay",
  "led.title": "Rooms you have led here",
  "led.go": "Lead “{title}” again ({name})",
  "led.forget": "Forget “{title}”",
  "led.help": "Only this browser remembers. Forget a room if others use the machine.",
};
