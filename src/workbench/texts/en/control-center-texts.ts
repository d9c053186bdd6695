import { plural } from "./counting.js";

/** Utilities > Control Center: jobs, their settings, computers. */
export const controlCenterTexts = {
  title: "Control Center",
  logs: "Control Center Logs",
  empty: {
    spectra: "There are no jobs to set up here. Jobs come with plugins; see the Plugin Manager.",
    myStratus:
      "There are no jobs to set up here: myStratus runs them for you. Their runs are in the Control Center Logs.",
  },
  jobs: "Jobs",
  columns: { job: "Job", state: "State", computer: "Computer", nextRun: "Next run", lastRun: "Last run" },
  noComputer: "None",
  never: "Never",
  lastRun: (started: string, outcome: string) => `${started}: ${outcome}`,
  stop: "Stop",
  runNow: "Run Now",
  started: (job: string) => `"${job}" runs now. Its result will stand here and in the Control Center Logs.`,
  requested: (job: string, computer: string) =>
    `"${job}" is about to run on ${computer}. Its result will stand here and in the Control Center Logs.`,
  stopping: "The run ends as soon as it can without leaving anything half done.",
  states: {
    running: "Running",
    disabled: "Disabled",
    noComputer: "No computer chosen",
    offline: "Computer offline",
    waiting: "Waiting",
  },
  computers: {
    title: "Computers",
    columns: ["Computer", "State", "Time zone", "Version", "Last heard of"],
    online: "Online",
    offline: "Offline",
  },
  generalSettings: {
    title: "Modify General Settings",
    text: "Jobs run as this user, also when nobody is signed in. While security is off, both may be left blank.",
    userName: "User Name",
    userNameHint: "As when signing in",
    unchanged: "Unchanged",
    keepDays: "Keep job runs for (days)",
    keepRuns: "And at most (runs)",
  },
  jobSettings: {
    modify: "Modify Job Settings",
    title: (job: string) => `Modify Job Settings: ${job}`,
    enabled: "Job Enabled",
    notification: "Notification",
    whens: { Never: "Never", Failures: "Failures", Always: "Always" },
    emailAddress: "Email Address",
    noComputers: "No computer has reported in yet. Start the Control Center on the computer that is to run jobs.",
    computer: "Computer",
    computerChoice: (name: string, isOnline: boolean, zone: string) =>
      `${name} (${isOnline ? "online" : "offline"}, ${zone})`,
    zoneChanges: (computer: string, zone: string, before: string) =>
      `${computer} is in ${zone}; until now times were meant in ${before}. Where that moves anything, syncing waits until somebody answers which zone counts.`,
  },
  schedule: {
    title: "Schedule",
    kind: "Kind of schedule",
    everySoManyMinutes: "Every so many minutes",
    atGivenTimes: "At given times",
    minutes: "Minutes",
    from: "From",
    until: "Until",
    times: "Times",
    timesHint: (times: string) => `For example ${times}`,
    days: "Days",
    allDayLong: "All day long. ",
    clock: (zone: string) => `Times are meant by the clock of the computer (${zone}).`,
    /** By the names days have in schedules. */
    weekdays: {
      Mon: { short: "Mon", long: "Monday" },
      Tue: { short: "Tue", long: "Tuesday" },
      Wed: { short: "Wed", long: "Wednesday" },
      Thu: { short: "Thu", long: "Thursday" },
      Fri: { short: "Fri", long: "Friday" },
      Sat: { short: "Sat", long: "Saturday" },
      Sun: { short: "Sun", long: "Sunday" },
    },
    at: (times: string) => `At ${times}`,
    onlyFrom: (time: string) => `from ${time}`,
    onlyUntil: (time: string) => `until ${time}`,
    every: (count: number) => plural(count, { one: "Every minute", other: `Every ${count} minutes` }),
  },
};
