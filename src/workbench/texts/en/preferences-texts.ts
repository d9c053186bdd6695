import { written } from "../plural.js";
import { counted } from "./counting.js";

/** User Preferences and Company (Studio) Preferences; the words of the pages are their plugins'. */
export const preferencesTexts = {
  pages: "Pages",
  gone: "This page is not here any more; choose another one. ",
  nothing: "There is nothing to set up here yet. ",
  switchOn: "Pages come with plugins. Switch them on in the [Plugin Manager].",
  askAdministrator: "Pages come with plugins. An administrator switches them on in the Plugin Manager.",
  state: "State",
  typed: "Typed, not saved yet",
  saved: "Saved.",
  notSaved: "Nothing was saved yet. See the notes beside the controls.",
  nothingChanged: "Nothing was changed.",
  noWebAddress: "The page to go to has no web address.",
  saveFirst: {
    question: (action: string) => `"${action}" works with saved values, and you typed some that are not saved yet.`,
    goBack: "Go back",
    discard: "Discard what I typed",
    save: "Save first",
  },
  noneOf: (label: string) => `No ${label}`,
  none: "None",
  stored: "Stored; leave empty to keep it",
  show: (label: string) => `Show ${label}`,
  notOffered: (value: string) => `${value} (not offered now)`,
  working: "Working…",
  /** How far work is, how fast it goes and how long it may take. */
  pace: {
    counted: (done: number, total: number, locale: string) => `${written(done, locale)} of ${written(total, locale)}`,
    lasting: (counted: string, perMinute: string, left: string) => `${counted}, ${perMinute} a minute, ${left} left`,
    lessThanAMinute: "less than a minute",
    minutes: (minutes: number, locale: string) =>
      minutes === 1 ? "about a minute" : `about ${counted(minutes, { one: "minute", other: "minutes" }, locale)}`,
  },
};
