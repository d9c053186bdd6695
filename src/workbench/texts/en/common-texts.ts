/** Words of every screen. */
export const commonTexts = {
  ok: "OK",
  cancel: "Cancel",
  close: "Close",
  back: "Back",
  next: "Next",
  add: "Add",
  modify: "Modify",
  delete: "Delete",
  choose: "Choose",
  yes: "Yes",
  no: "No",
  name: "Name",
  password: "Password",
  showPassword: "Show the password",
  /** Above a column of buttons. */
  actions: "Actions",
  /** A button for screen readers, where several rows have the same one. */
  actionOn: (action: string, about: string) => `${action}: ${about}`,
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  /** Where there is no value. */
  nothing: "–",
  loading: "Loading…",
  tryAgain: "Try again",
  severities: { information: "Information", warning: "Warning", error: "Error", success: "Done" },
  severityOf: (severity: string) => `${severity}: `,
  changedMeanwhile: {
    title: "Changed Meanwhile",
    text: "This was changed since you opened it. Nothing of yours is saved yet.",
    tableName: "What differs",
    columns: { field: "Field", mine: "Yours", theirs: "Now Saved" },
    takeTheirs: "Use What Is Saved",
    keepMine: "Save Mine",
  },
  leaving: {
    title: "Not Saved Yet",
    question: "What you typed on this screen is not saved yet.",
    stay: "Stay Here",
    leave: "Discard and Leave",
  },
  unreachable: { message: "The server does not answer", hint: "See that it is running, then try again." },
  /** Where the server gives no words. @param status of HTTP */
  answered: (status: number) => `The server answered ${status}`,
  broken: { message: (reason: string) => `Something went wrong on this page: ${reason}`, hint: "Reload the page." },
};
