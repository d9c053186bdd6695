/** Help: the keyboard, and what this is. */
export const helpTexts = {
  keyboard: {
    title: "Keyboard Shortcuts",
    shortcuts: [
      { keys: ["Ctrl", "K"], text: "Find a command" },
      { keys: ["Tab"], text: "Go to the next control; with Shift to the one before" },
      { keys: ["←", "→"], text: "Go along the menus" },
      { keys: ["↑", "↓"], text: "Go through the lines of a menu or a list" },
      { keys: ["Enter"], text: "Open what has the focus; in a form, OK" },
      { keys: ["Esc"], text: "Close a menu or a dialog" },
    ],
  },
  about: {
    title: (product: string) => `About ${product}`,
    studio: "Studio",
    edition: "Edition",
    timeZone: "Time Zone",
    datesAndTimes: "Dates and Times",
    signedIn: "Signed In",
    person: (name: string, initials: string) => `${name} (${initials})`,
  },
};
