import type { MailLink } from "../../api/index.js";

/** What the reader is told to do about something, and the link that leads there. */
export interface Advice {
  /** The subject's own words for it. */
  readonly title: string;
  readonly text: string;
  readonly link: MailLink;
}

const workbench = (label: string, path: string): MailLink => ({ label, target: { kind: "workbench", path } });

/** The places of the workbench mails lead to. */
export const places = {
  tab: workbench("Open the Google tab", "/preferences/user/google-sync.user-page"),
  companyPage: workbench("Open the studio's Google page", "/preferences/company/google-sync.company-page"),
  held: workbench("Open Held Changes", "/views/google-sync.held-view"),
  review: workbench("Open Contacts to Review", "/views/google-sync.contacts-to-review-view"),
  runs: workbench("Open Sync Runs", "/views/google-sync.runs-view"),
  run: (runId: number): MailLink =>
    workbench(
      "Open this run",
      `/views/google-sync.run-view?input=${encodeURIComponent(JSON.stringify({ run: runId }))}`,
    ),
} as const;

const onTab = "Open Maintenance > Preferences > User Preferences and its Google tab";

const adviceByCode: Readonly<Record<string, Advice>> = {
  "google-needs-reconnecting": {
    title: "Google needs reconnecting",
    text: `${onTab}, click "Authenticate My Google Account" and sign in again. Nothing was changed meanwhile, and nothing is lost.`,
    link: places.tab,
  },
  "google-calendar-not-available": {
    title: "Google calendar not available",
    text: `${onTab}, choose another Google calendar and click "OK", or get your right to change this one back. Nothing was deleted or written.`,
    link: places.tab,
  },
  "google-scope-missing": {
    title: "Google Calendar was not permitted",
    text: `${onTab}, click "Authenticate My Google Account" and leave the calendar ticked on Google's page.`,
    link: places.tab,
  },
  "google-account-not-connected": {
    title: "No Google account is connected",
    text: `${onTab} and click "Authenticate My Google Account", or untick "Enable Google Sync".`,
    link: places.tab,
  },
  "no-calendar-chosen": {
    title: "No Google calendar is chosen",
    text: `${onTab}, choose a Google calendar and click "OK".`,
    link: places.tab,
  },
  "google-client-not-set-up": {
    title: "The studio's Google client is missing",
    text: "An administrator enters the client id and secret in Company (Studio) Preferences > Google.",
    link: places.companyPage,
  },
  "google-client-refused": {
    title: "Google does not accept the studio's client",
    text: "An administrator checks the client id and secret in Company (Studio) Preferences > Google.",
    link: places.companyPage,
  },
  "google-api-not-enabled": {
    title: "A Google API is not enabled",
    text: "An administrator enables it in the studio's Google Cloud project.",
    link: places.companyPage,
  },
  "google-workspace-blocked": {
    title: "Google Workspace does not allow the sync",
    text: "Ask the administrator of your Google Workspace to allow the studio's app, or connect a Gmail account on the Google tab.",
    link: places.tab,
  },
  "google-writes-suspended": {
    title: "Google has suspended writing",
    text: "There is nothing to do: Google lets the next runs write again after some hours.",
    link: places.runs,
  },
  "studio-key-missing": {
    title: "A computer lacks the studio key",
    text: 'An administrator runs "spectra key export" on a computer that has it and "spectra key import FILE" on the one that runs the job.',
    link: places.tab,
  },
  "google-retry-later": {
    title: "Google does not answer",
    text: "There is nothing to do: nothing is lost, and the next run goes on where this one ended.",
    link: places.runs,
  },
};

const otherwise: Advice = {
  title: "Google Sync could not run",
  text: "Nothing is lost; the next run tries again. If it stays, show this email to whoever looks after the studio's software.",
  link: places.runs,
};

/** Troubles whose names differ by where they were noticed. */
const sameAs: Readonly<Record<string, string>> = { "google-wrong-account": "google-needs-reconnecting" };

/** The name a trouble goes by from run to run. */
export function troubleOf(code: string): string {
  return sameAs[code] ?? code;
}

/** What to do about a run that could not be carried out. */
export function adviceFor(code: string): Advice {
  return adviceByCode[troubleOf(code)] ?? otherwise;
}
