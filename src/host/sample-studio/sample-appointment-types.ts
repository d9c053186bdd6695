import { officeWeek, sessionWeek } from "./sample-days.js";
import type { WeekShape } from "./sample-days.js";
import type { Weighted } from "./sample-random.js";

/** A kind of single appointment. */
export interface SampleAppointmentType {
  readonly descriptions: readonly string[];
  readonly locations: readonly string[];
  /** How long: minutes, or whole days. */
  readonly length: { readonly minutes: readonly number[] } | { readonly days: readonly number[] };
  readonly week: WeekShape;
  /** Minutes of the day it may begin at, first and last. */
  readonly begins: readonly [number, number];
  readonly who: "one" | "two" | "everyone";
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  readonly usesViewingRoom: boolean;
}

const hour = 60;
const usual: Omit<SampleAppointmentType, "descriptions" | "length"> = {
  locations: [""],
  week: officeWeek,
  begins: [9 * hour, 17 * hour],
  who: "one",
  isPrivate: false,
  isFree: false,
  usesViewingRoom: false,
};

/** Appointments with a client. */
export const linkedTypes: readonly Weighted<SampleAppointmentType>[] = [
  [
    {
      ...usual,
      descriptions: ["Viewing", "Order appointment"],
      length: { minutes: [45, hour, 90] },
      week: sessionWeek,
      usesViewingRoom: true,
    },
    35,
  ],
  [
    {
      ...usual,
      descriptions: ["Consultation", "Wedding consultation", "Beratungsgespräch"],
      length: { minutes: [30, 45] },
      usesViewingRoom: true,
    },
    30,
  ],
  [{ ...usual, descriptions: ["Order pick-up", "Frames are here"], length: { minutes: [15] }, week: sessionWeek }, 20],
  [{ ...usual, descriptions: ["Call about the album", "Call back"], length: { minutes: [0, 10, 20] } }, 10],
  [
    {
      ...usual,
      descriptions: ["Venue walk-through"],
      locations: ["Harbor Hall", "Winery on Route 9"],
      length: { minutes: [90] },
      who: "two",
    },
    5,
  ],
];

/** Appointments of the studio's own. */
export const unlinkedTypes: readonly Weighted<SampleAppointmentType>[] = [
  [
    {
      ...usual,
      descriptions: ["Retouching", "Cull the weekend's pictures", "Album layout", "Plan the shot list"],
      length: { minutes: [hour, 90, 2 * hour] },
    },
    22,
  ],
  [
    {
      ...usual,
      descriptions: ["Order paper", "Bank", "Clean the sensors", "Post office"],
      length: { minutes: [15, 30] },
    },
    12,
  ],
  [
    {
      ...usual,
      descriptions: [
        "Call with the lab",
        "Interview: second shooter",
        "Frame supplier",
        "打ち合わせ",
        "Кофе с Андреем",
        "Réunion imprimeur",
      ],
      locations: ["", "Café Lumière"],
      length: { minutes: [30, 45, hour] },
    },
    22,
  ],
  [
    {
      ...usual,
      descriptions: ["Doctor", "Dentist", "Parents' evening", "Therapy"],
      length: { minutes: [45, hour] },
      begins: [8 * hour, 18 * hour],
      isPrivate: true,
    },
    10,
  ],
  [
    {
      ...usual,
      descriptions: ["Car at the garage", "Golden hour, good spot", "Maybe: open studio evening"],
      length: { minutes: [hour, 3 * hour] },
      isFree: true,
    },
    8,
  ],
  [
    {
      ...usual,
      descriptions: ["Pricing review", "Plan the season", "Try the new lights"],
      length: { minutes: [hour] },
      who: "two",
    },
    8,
  ],
  [{ ...usual, descriptions: ["Album deadline", "Rent due", "Sales tax"], length: { days: [1] }, isFree: true }, 6],
  [{ ...usual, descriptions: ["Vacation", "Off", "Urlaub"], length: { days: [1, 2, 5, 10] } }, 5],
  [
    {
      ...usual,
      descriptions: ["Trade fair", "Lighting workshop", "Photo walk weekend"],
      locations: ["Convention center, hall B", "Lake Geneva"],
      length: { days: [2, 3] },
      who: "two",
    },
    3,
  ],
  [
    {
      ...usual,
      descriptions: ["Night sky over the dunes", "New printer: night run"],
      length: { minutes: [6 * hour] },
      begins: [20 * hour, 22 * hour],
    },
    2,
  ],
  [{ ...usual, descriptions: ["Studio closed", "Inventory"], length: { days: [1] }, who: "everyone" }, 2],
];

/** A repeat as somebody would book it. */
export interface SampleRepeat {
  readonly description: string;
  readonly frequency: "DAILY" | "WEEKLY" | "MONTHLY";
  readonly interval: number;
  /** Weeks from this one at which it begins. */
  readonly fromWeek: number;
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  readonly begin: number;
  readonly minutes: number;
  readonly count: number;
  readonly who: "everyone" | "owner" | "assistant" | "photographers";
}

/** The repeats of every sample, as far as there is room for them. */
export const usualRepeats: readonly SampleRepeat[] = [
  {
    description: "Team meeting",
    frequency: "WEEKLY",
    interval: 1,
    fromWeek: -30,
    weekday: 1,
    begin: 9.5 * hour,
    minutes: 45,
    count: 52,
    who: "everyone",
  },
  {
    description: "Bookkeeping",
    frequency: "MONTHLY",
    interval: 1,
    fromWeek: -40,
    weekday: 0,
    begin: 15 * hour,
    minutes: 2 * hour,
    count: 14,
    who: "owner",
  },
  {
    description: "Clean the studio",
    frequency: "WEEKLY",
    interval: 2,
    fromWeek: -20,
    weekday: 4,
    begin: 16 * hour,
    minutes: 90,
    count: 20,
    who: "assistant",
  },
  {
    description: "Picture class, evening course",
    frequency: "WEEKLY",
    interval: 1,
    fromWeek: 1,
    weekday: 3,
    begin: 19 * hour,
    minutes: 2 * hour,
    count: 8,
    who: "photographers",
  },
  {
    description: "Feed the studio cat",
    frequency: "DAILY",
    interval: 1,
    fromWeek: 2,
    weekday: 0,
    begin: 7.5 * hour,
    minutes: 10,
    count: 10,
    who: "assistant",
  },
];
