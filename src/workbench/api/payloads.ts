/**
 * What the host's HTTP API answers, as the workbench sees it. The workbench shares no code with
 * the host; the host describes the same in `/api/openapi.json`.
 */

/** Somebody of the studio. */
export interface Person {
  readonly id: number;
  readonly initials: string;
  readonly name: string;
  /** Of the person in the calendar, `#rrggbb`. */
  readonly colour?: string;
}

/** `GET /api/sign-in` */
export interface SignInChoices {
  readonly studioName: string;
  readonly product: string;
  readonly isSecurityOn: boolean;
  /** Whom to choose from while security is off. */
  readonly users: readonly Person[];
}

/** How far somebody may go in an area; each level contains the ones before. */
export type ClearanceLevel = "none" | "view" | "add-modify" | "delete";

/** `GET /api/me` */
export interface Me {
  readonly user: Person;
  readonly csrfProof: string;
  readonly clearances: Readonly<Record<string, ClearanceLevel>>;
  readonly studio: {
    readonly name: string;
    readonly product: string;
    readonly edition: string;
    /** BCP 47. */
    readonly locale: string;
    /** IANA. */
    readonly timeZone: string;
  };
}

/** `GET /api/menus` */
export interface ContributedMenu {
  /** The menus it stands in, such as `Maintenance/Client`. */
  readonly path: string;
  readonly title: string;
  readonly command: string;
}

/** `GET /api/commands` */
export interface CommandSummary {
  readonly id: string;
  readonly title: string;
}

/** Named values for a command, a view or an action. */
export type Values = Readonly<Record<string, unknown>>;

/** A view and what it is asked for. */
export interface ViewAddress {
  readonly viewId: string;
  readonly input: Values;
}

/** `POST /api/commands/:id` */
export interface CommandResult {
  /** For a page of the plugin's own. */
  readonly value?: unknown;
  readonly text: string;
  readonly hasFailures: boolean;
  readonly open?: ViewAddress;
}

/** A fact on screen. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** `GET /api/preferences/…-pages` */
export interface PageSummary {
  readonly id: string;
  readonly title: string;
}

export type Severity = "information" | "warning" | "error";

/** A line of state, a warning or an error on a page. */
export interface PageMessage {
  readonly severity: Severity;
  readonly text: string;
  /** The field it stands beside; at the top of the page when left out. */
  readonly field?: string;
}

/** A button of a page. */
export interface PageAction {
  readonly id: string;
  readonly label: string;
  /** The field or group it stands in. */
  readonly group?: string;
  readonly isEnabled: boolean;
  readonly note?: string;
  readonly needsSavedValues: boolean;
  readonly confirm?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a page shows beside its values. */
export interface PageState {
  readonly messages: readonly PageMessage[];
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly actions: readonly PageAction[];
  readonly facts: readonly Fact[];
}

/** `GET …/pages/:pageId` */
export interface OpenedPage {
  readonly id: string;
  readonly title: string;
  readonly schema: Values;
  readonly values: Values;
  /** Secret fields that hold a value. */
  readonly secretsSet: readonly string[];
  readonly state: PageState;
}

/** `PUT …/pages/:pageId` */
export type SaveResult =
  { readonly kind: "saved" } | { readonly kind: "refused"; readonly problems: readonly PageMessage[] };

/** `POST …/pages/:pageId/actions/:actionId` */
export type PageActionResult =
  | { readonly kind: "done"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "leave"; readonly url: string }
  | { readonly kind: "ask"; readonly question: string; readonly input: Values; readonly yes?: string }
  | { readonly kind: "view"; readonly viewId: string; readonly input: Values };

/** A button of a view. */
export interface ViewAction {
  readonly label: string;
  readonly command: string;
  readonly input: Values;
  readonly confirm?: string;
}

export interface ViewColumn {
  readonly id: string;
  readonly label: string;
}

export interface ViewRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly open?: ViewAddress;
  readonly actions?: readonly ViewAction[];
}

/** A contributed screen as data. */
export type ViewContent =
  | {
      readonly kind: "list";
      readonly columns: readonly ViewColumn[];
      readonly rows: readonly ViewRow[];
      readonly emptyText: string;
    }
  | { readonly kind: "record"; readonly facts: readonly Fact[]; readonly actions: readonly ViewAction[] }
  | {
      readonly kind: "compare";
      readonly sides: readonly string[];
      readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
      readonly sideActions?: readonly (readonly ViewAction[])[];
      readonly actions: readonly ViewAction[];
    }
  | {
      readonly kind: "question";
      readonly text: string;
      readonly details: readonly string[];
      readonly answers: readonly ViewAction[];
    }
  | { readonly kind: "progress"; readonly text: string; readonly done: number; readonly total?: number }
  | { readonly kind: "form"; readonly schema: Values; readonly submit: ViewAction }
  | { readonly kind: "page"; readonly data: unknown };

/** `POST /api/views/:id` */
export interface LoadedView {
  readonly title: string;
  readonly content: ViewContent;
}

/** `GET /api/calendar` */
export interface ShownEntry {
  readonly entryId: string;
  readonly userId: number;
  readonly kind: "appointment" | "session" | "event-line";
  readonly recordId: number;
  readonly title: string;
  /** Wall-clock, `YYYY-MM-DDTHH:MM:SS`. */
  readonly start: string;
  /** Wall-clock; exclusive for all-day entries. */
  readonly end: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly notes: string;
  readonly clientName: string;
  readonly origin: string;
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  /** Private to somebody else: nothing but its time is told. */
  readonly isHidden: boolean;
  /** The room or other resource whose booking this is; left out on a user's schedule. */
  readonly resourceId?: number;
}

/** `GET /api/records/:kind/:id/status`, one per contribution. */
export interface RecordStatus {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly {
    readonly userId: number;
    readonly text: string;
    /** Buttons beside the line. */
    readonly actions?: readonly ViewAction[];
  }[];
}

/** `GET /api/notifications` */
export interface ReceivedNotification {
  readonly id: number;
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
  /** What it is about; the same matter keeps its subject. */
  readonly subject: string;
  readonly command?: string;
  /** ISO instant. */
  readonly createdAt: string;
  /** Left out while unread. */
  readonly readAt?: string;
}

export type Weekday = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";

/** When a job runs. Times are `HH:MM` in the zone of the job's computer; no days means every day. */
export type JobSchedule =
  | {
      readonly kind: "every";
      readonly minutes: number;
      readonly from?: string;
      readonly until?: string;
      readonly days?: readonly Weekday[];
    }
  | { readonly kind: "at"; readonly times: readonly string[]; readonly days?: readonly Weekday[] };

export type NotificationWhen = "Never" | "Failures" | "Always";

/** Settings of a Control Center job. */
export interface JobSettings {
  readonly isEnabled: boolean;
  readonly schedule: JobSchedule;
  readonly computerName?: string;
  readonly notification: { readonly when: NotificationWhen; readonly address: string };
  /** The job's own, by its schema. */
  readonly own?: Values;
}

/** `GET /api/control-center/general-settings` */
export interface GeneralSettings {
  readonly userName: string;
  readonly hasPassword: boolean;
  readonly keepDays: number;
  readonly keepRuns: number;
}

/** `GET /api/job-runs` */
export interface JobRunLine {
  readonly id: string;
  readonly jobId: string;
  readonly jobTitle?: string;
  readonly computerName: string;
  readonly isPreview: boolean;
  /** ISO instant; left out of runs somebody began by hand. */
  readonly plannedFor?: string;
  /** Who began it by hand. */
  readonly requestedBy?: number;
  /** ISO instant. */
  readonly startedAt: string;
  /** ISO instant; left out while it runs. */
  readonly endedAt?: string;
  readonly outcome?: "done" | "done-with-problems" | "failed";
  readonly summary: string;
}

/** `GET /api/job-run-groups` */
export interface JobRunGroup {
  readonly jobId: string;
  readonly jobTitle: string;
  readonly runs: number;
  readonly failed: number;
  readonly withProblems: number;
  readonly running: number;
  /** ISO instant. */
  readonly newestAt: string;
}

/** `GET /api/job-runs/:id` */
export interface JobRun extends JobRunLine {
  readonly users: readonly {
    readonly userId: number;
    readonly outcome: string;
    readonly summary: string;
    readonly warnings: readonly string[];
    readonly errors: readonly string[];
    /** The view that shows its items. */
    readonly items?: { readonly viewId: string; readonly input: Values };
  }[];
}

/** `GET /api/jobs` */
export interface JobLine {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly settings: JobSettings;
  /** JSON Schema of `settings.own`. */
  readonly settingsSchema: Values;
  /** IANA; the clock of the job's times. */
  readonly zone: string;
  /** ISO instant; left out while the job is off. */
  readonly nextRunAt?: string;
  /** ISO instant; since when a run is due that has not begun. */
  readonly dueSince?: string;
  readonly lastRun?: JobRunLine;
  readonly isComputerOffline: boolean;
}

/** `GET /api/computers` */
export interface ComputerLine {
  readonly name: string;
  readonly zone: string;
  readonly version: string;
  readonly isOnline: boolean;
  /** ISO instant. */
  readonly heartbeatAt: string;
}

/** `GET /api/plugins` */
export interface PluginLine {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** `enabled`, `disabled`, or why it cannot be enabled. */
  readonly state: string;
  readonly reason: string;
  readonly folder: string;
  /** What is wrong with its manifest. */
  readonly problems: readonly string[];
  /** What it brings when it is enabled. */
  readonly contributions: readonly { readonly kind: string; readonly titles: readonly string[] }[];
}

/** `GET /api/events` (server-sent) */
export type LiveEvent =
  | {
      readonly kind: "progress";
      readonly pluginId: string;
      readonly userId: number;
      readonly progress: ProgressReport;
    }
  | { readonly kind: "notifications-changed" }
  | { readonly kind: "calendar-changed" }
  | { readonly kind: "conflicts-changed" }
  | { readonly kind: "clients-changed" }
  | { readonly kind: "jobs-changed" }
  | { readonly kind: "plugins-changed" };

/** Where a piece of long work stands. */
export interface ProgressReport {
  readonly text: string;
  readonly done: number;
  /** Left out while unknown. */
  readonly total?: number;
  readonly isFinished: boolean;
}

/** A line of `GET /api/outbox` */
export interface OutboxLine {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
}

/** `GET /api/outbox/ID`; its HTML is shown in a frame of its own. */
export interface OutboxMail extends OutboxLine {
  readonly text: string;
}
