/** Fields for dates and times, and the month a date is taken from. */
export const datesTexts = {
  chooseDate: (field: string) => `Choose ${field}`,
  noDate: (example: string) => `Type a date such as ${example}.`,
  noTime: (example: string) => `Type a time such as ${example}.`,
  earlierMonth: "Earlier Month",
  laterMonth: "Later Month",
};
