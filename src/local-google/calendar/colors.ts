interface Color {
  readonly background: string;
  readonly foreground: string;
}

function palette(backgrounds: readonly string[]): Readonly<Record<string, Color>> {
  const numbered = backgrounds.map((background, index) => [String(index + 1), { background, foreground: "#1d1d1d" }]);
  // Pairs of text and colour make exactly such a record.
  return Object.fromEntries(numbered) as Record<string, Color>;
}

/** The 24 colours of calendars, by id. */
export const calendarColors: Readonly<Record<string, Color>> = palette([
  "#ac725e",
  "#d06b64",
  "#f83a22",
  "#fa573c",
  "#ff7537",
  "#ffad46",
  "#42d692",
  "#16a765",
  "#7bd148",
  "#b3dc6c",
  "#fbe983",
  "#fad165",
  "#92e1c0",
  "#9fe1e7",
  "#9fc6e7",
  "#4986e7",
  "#9a9cff",
  "#b99aff",
  "#c2c2c2",
  "#cabdbf",
  "#cca6ac",
  "#f691b2",
  "#cd74e6",
  "#a47ae2",
]);

/** The 11 colours of events, by id. */
const eventColors: Readonly<Record<string, Color>> = palette([
  "#a4bdfc",
  "#7ae7bf",
  "#dbadff",
  "#ff887c",
  "#fbd75b",
  "#ffb878",
  "#46d6db",
  "#e1e1e1",
  "#5484ed",
  "#51b749",
  "#dc2127",
]);

/** What colors.get answers. */
export const colorsAnswer = {
  kind: "calendar#colors",
  updated: "2012-02-14T00:00:00.000Z",
  calendar: calendarColors,
  event: eventColors,
};
