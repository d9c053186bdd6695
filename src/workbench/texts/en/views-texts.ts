/** Screens that plugins contribute as data; their own words are the plugins'. */
export const viewsTexts = {
  loading: "Loading",
  differs: "Differs",
  open: "Open",
  shown: (shown: string, all: string) => `${shown} of ${all} are shown.`,
  showMore: "Show More",
};
