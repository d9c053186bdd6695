import { officeWeek, sessionWeek, weddingWeek } from "./sample-days.js";
import type { WeekShape } from "./sample-days.js";
import type { Weighted } from "./sample-random.js";

/** A kind of session and how it is usually booked. */
export interface SampleSessionType {
  readonly name: string;
  readonly descriptions: readonly string[];
  /** Empty: in the studio, in a room. */
  readonly locations: readonly string[];
  readonly minutes: readonly number[];
  readonly week: WeekShape;
  /** Minutes of the day it may begin at, first and last. */
  readonly begins: readonly [number, number];
  readonly percentWithAssistant: number;
  /** How many are scheduled with event lines. */
  readonly percentAdvanced: number;
  /** The lines beside the primary one. */
  readonly lines: readonly SampleLine[];
}

/** A line, told from the session's own begin and end. */
export interface SampleLine {
  readonly description: string;
  /** Who does it: the session's own people, the other photographer, or nobody (a room alone). */
  readonly who: "photographer" | "second photographer" | "assistant" | "room";
  /** Minutes after the begin of the session, before it when negative. */
  readonly after: number;
  readonly minutes: number;
  readonly isVisible: boolean;
}

const hour = 60;
const outdoors = ["Lakefront steps, south end", "Botanic garden, rose gate", "Client's home", "Old Mill Park"];
const studioLines: readonly SampleLine[] = [
  { description: "Prepare the set", who: "assistant", after: -30, minutes: 30, isVisible: true },
  { description: "Change of set", who: "room", after: 30, minutes: 15, isVisible: true },
  { description: "Back up the cards", who: "assistant", after: 60, minutes: 20, isVisible: false },
];

/** How often each type is booked. */
export const sampleSessionTypes: readonly Weighted<SampleSessionType>[] = [
  [
    {
      name: "Family",
      descriptions: ["Family session", "Three generations", "Family & dog", "Mini session"],
      locations: ["", "", ...outdoors],
      minutes: [45, hour, 90],
      week: sessionWeek,
      begins: [9 * hour, 17 * hour],
      percentWithAssistant: 25,
      percentAdvanced: 1,
      lines: studioLines,
    },
    30,
  ],
  [
    {
      name: "Portrait",
      descriptions: ["Portraits", "Anniversary portraits", "First communion", "Quinceañera – retratos"],
      locations: [""],
      minutes: [30, 45, hour],
      week: sessionWeek,
      begins: [10 * hour, 18 * hour],
      percentWithAssistant: 15,
      percentAdvanced: 0,
      lines: [],
    },
    20,
  ],
  [
    {
      name: "Headshots",
      descriptions: ["Headshots", "Team headshots", "Actor headshots"],
      locations: ["", "", "Client's office"],
      minutes: [20, 30, 2 * hour],
      week: officeWeek,
      begins: [8 * hour + 30, 16 * hour],
      percentWithAssistant: 20,
      percentAdvanced: 3,
      lines: studioLines,
    },
    14,
  ],
  [
    {
      name: "Newborn",
      descriptions: ["Newborn", "Newborn twins", "Newborn & siblings"],
      locations: [""],
      minutes: [2 * hour, 3 * hour],
      week: officeWeek,
      begins: [9 * hour, 12 * hour],
      percentWithAssistant: 60,
      percentAdvanced: 4,
      lines: studioLines,
    },
    12,
  ],
  [
    {
      name: "Senior",
      descriptions: ["Senior portraits", "Cap & gown"],
      locations: ["", ...outdoors],
      minutes: [90, 2 * hour],
      week: sessionWeek,
      begins: [13 * hour, 18 * hour],
      percentWithAssistant: 20,
      percentAdvanced: 0,
      lines: [],
    },
    10,
  ],
  [
    {
      name: "Wedding",
      descriptions: ["Wedding day", "Wedding & reception", "Elopement"],
      locations: ["St. Brigid's Church, then Harbor Hall", "City Hall, room 204", "Winery on Route 9"],
      minutes: [8 * hour, 10 * hour, 13 * hour],
      week: weddingWeek,
      begins: [10 * hour, 13 * hour],
      percentWithAssistant: 60,
      percentAdvanced: 60,
      lines: [
        { description: "Load the van", who: "assistant", after: -90, minutes: 45, isVisible: true },
        { description: "Getting ready", who: "second photographer", after: 0, minutes: 2 * hour, isVisible: true },
        { description: "Ceremony", who: "second photographer", after: 3 * hour, minutes: hour, isVisible: true },
        { description: "Meal for the crew", who: "photographer", after: 5 * hour, minutes: 30, isVisible: false },
      ],
    },
    6,
  ],
  [
    {
      name: "School",
      descriptions: ["School picture day", "Sports team pictures", "Picture day – retakes"],
      locations: ["Gym, north entrance", "Prairie Oak Elementary, library"],
      minutes: [3 * hour, 5 * hour],
      week: officeWeek,
      begins: [7 * hour + 30, 9 * hour],
      percentWithAssistant: 80,
      percentAdvanced: 50,
      lines: [
        { description: "Set up backdrops", who: "assistant", after: -hour, minutes: hour, isVisible: true },
        { description: "Second line", who: "second photographer", after: 0, minutes: 2 * hour, isVisible: true },
        { description: "Take down", who: "assistant", after: 3 * hour, minutes: 45, isVisible: true },
      ],
    },
    4,
  ],
  [
    {
      name: "Product",
      descriptions: ["Product pictures", "Menu and interior", "Catalogue, 40 pieces"],
      locations: ["", "Client's shop"],
      minutes: [2 * hour, 4 * hour],
      week: officeWeek,
      begins: [9 * hour, 14 * hour],
      percentWithAssistant: 40,
      percentAdvanced: 0,
      lines: [],
    },
    4,
  ],
];
