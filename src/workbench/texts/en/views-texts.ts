/** Screens that plugins contribute as data; their own words are the plugins'. */
export const viewsTexts = {
  loading: "Loading",
  /** The heading where a screen cannot be shown; below it stands why. */
  notShown: "Not Available",
  differs: "Differs",
  open: "Open",
  shown: (shown: string, all: string) => `${shown} of ${all} are shown.`,
  showMore: "Show More",
  /** Said to a page of a plugin's own. */
  notItsCommand: (command: string) => `"${command}" is not a command of this page's plugin`,
};
