/** Texts for where others in a room point on the map. */
export const daCursor = {
  "cursor.paints": "{name} → {site}",
  "cursor.hide": "Vis mig ikke på kortet",
  "cursor.show": "Vis mig på kortet",
  "cursor.rule": "Deltagernes markører på kortet",
  "cursor.rule.few": "Når højst {most} er her",
  "cursor.rule.all": "Altid",
  "cursor.rule.screen": "Altid, også på storskærmen",
  "cursor.rule.none": "Aldrig",
} as const;

export const enCursor: Readonly<Record<keyof typeof daCursor, string>> = {
  "cursor.paints": "{name} → {site}",
  "cursor.hide": "Do not show me on the map",
  "cursor.show": "Show me on the map",
  "cursor.rule": "People's cursors on the map",
  "cursor.rule.few": "While {most} at most are here",
  "cursor.rule.all": "Always",
  "cursor.rule.screen": "Always, on the big screen too",
  "cursor.rule.none": "Never",
};
