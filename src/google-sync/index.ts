/** Google Sync: registers every contribution its manifest declares. */
import {
  Callbacks,
  Clearances,
  Clients,
  Clock,
  Command,
  ConflictDialog,
  ControlCenterJob,
  Erasures,
  Logger,
  Metrics,
  Notifications,
  PluginDatabase,
  PluginEnvironment,
  PreferencePage,
  RecordStatus,
  Schedule,
  ScheduleConflicts,
  Studio,
  UnitOfWork,
  View,
} from "../api/index.js";
import type { PluginContext } from "../api/index.js";
import {
  AccountStore,
  ConsentStore,
  GoogleClientSettings,
  KnexAccountStore,
  KnexConsentStore,
  SharedPacer,
} from "./account/index.js";
import {
  AnswerCommand,
  ContactsToReviewCommand,
  CheckCommand,
  ExplainCommand,
  HeldCommand,
  PreviewCommand,
  RunsCommand,
  StatusCommand,
  SyncAgainCommand,
  SyncNowCommand,
  UndoCommand,
  UseValueCommand,
} from "./commands/index.js";
import { SameBookingDialog } from "./conflicts/index.js";
import { ContactLinkStore, KnexContactLinkStore } from "./contact-links/index.js";
import { StatusOfRecord } from "./explain/index.js";
import { createPacer, defaultPacerLimits, meteredPacer, unlimitedPace } from "./google/index.js";
import { AccountCalendarAccess, CalendarAccess, GoogleSyncProcessor, RunServices, countItems } from "./job/index.js";
import { Journal, KnexJournal } from "./journal/index.js";
import { KnexLinkStore, LinkStore } from "./links/index.js";
import { KnexMailStateStore, MailStateStore, SyncMail } from "./mail/index.js";
import { googleSyncMigrations } from "./migrations.js";
import { KnexQuestionStore, QuestionStore } from "./questions/index.js";
import { companyPage, processorId, userPage } from "./settings/index.js";
import { CompanyPage, ConsentCallback, StoredGoogleClient, UserPage, connectedPath } from "./tab/index.js";
import { Forgetting, KnexForgetting, Upkeep } from "./upkeep/index.js";
import {
  CheckView,
  ContactComparisonView,
  ContactsToReviewView,
  ExplainView,
  ExplainedView,
  HeldItemView,
  HeldItemsView,
  HeldView,
  PreviewView,
  RunView,
  RunsView,
  StatusView,
  UndoView,
} from "./views/index.js";

export async function activate(context: PluginContext): Promise<void> {
  await context.service(PluginDatabase).migrate(googleSyncMigrations);
  provideServices(context);
  implementContributions(context);
  const upkeep = context.create(Upkeep);
  context.subscriptions.add(context.service(Erasures).onDidErase((erasure) => void upkeep.erased(erasure)));
  const callback = context.create(ConsentCallback);
  context.subscriptions.add(context.service(Callbacks).register(connectedPath, (request) => callback.answer(request)));
}

/** Lets whoever watches the host see how much waits for an answer. */
function countHeldChanges(context: PluginContext) {
  const questions = context.create(KnexQuestionStore);
  const held = {
    name: "held_questions",
    help: "Held changes that wait for an answer.",
    labels: ["kind"],
  };
  return context.service(Metrics).gauge(held, async () => {
    const counts = new Map<string, number>();
    for (const { kind } of await questions.open()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [...counts].map(([kind, value]) => ({ labels: { kind }, value }));
  });
}

/** What the plugin's own classes are made from; the host's services are in the container already. */
function provideServices(context: PluginContext): void {
  const clock = context.service(Clock);
  const isStandIn = context.service(PluginEnvironment).get("google-url") !== undefined;
  context.provide(LinkStore, context.create(KnexLinkStore));
  context.provide(ContactLinkStore, context.create(KnexContactLinkStore));
  context.provide(QuestionStore, context.create(KnexQuestionStore));
  context.provide(Journal, context.create(KnexJournal));
  context.provide(Forgetting, context.create(KnexForgetting));
  context.provide(MailStateStore, context.create(KnexMailStateStore));
  context.provide(AccountStore, context.create(KnexAccountStore));
  context.provide(ConsentStore, context.create(KnexConsentStore));
  context.provide(GoogleClientSettings, context.create(StoredGoogleClient));
  // A Google that stands in for the real one has no quota to share.
  const pacer = createPacer(clock, isStandIn ? unlimitedPace : defaultPacerLimits);
  context.provide(SharedPacer, meteredPacer(pacer, clock, context.service(Metrics)));
  context.subscriptions.add(countHeldChanges(context));
  context.provide(RunServices, {
    clock,
    logger: context.service(Logger),
    clearances: context.service(Clearances),
    schedule: context.service(Schedule),
    unitOfWork: context.service(UnitOfWork),
    notifications: context.service(Notifications),
    conflicts: context.service(ScheduleConflicts),
    studio: context.service(Studio),
    links: context.create(KnexLinkStore),
    clients: context.service(Clients),
    contactLinks: context.create(KnexContactLinkStore),
    questions: context.create(KnexQuestionStore),
    journal: context.create(KnexJournal),
    mail: countItems(context.create(SyncMail), context.service(Metrics)),
  });
  context.provide(CalendarAccess, context.create(AccountCalendarAccess));
}

function implementContributions(context: PluginContext): void {
  const implement: PluginContext["implement"] = (kind, id, implementation) =>
    context.subscriptions.add(context.implement(kind, id, implementation));
  implement(PreferencePage, userPage, context.create(UserPage));
  implement(PreferencePage, companyPage, context.create(CompanyPage));
  implement(ControlCenterJob, processorId, context.create(GoogleSyncProcessor));
  implement(Command, "google-sync.sync-now", context.create(SyncNowCommand));
  implement(Command, "google-sync.preview", context.create(PreviewCommand));
  implement(Command, "google-sync.status", context.create(StatusCommand));
  implement(Command, "google-sync.held", context.create(HeldCommand));
  implement(Command, "google-sync.contacts-to-review", context.create(ContactsToReviewCommand));
  implement(Command, "google-sync.answer", context.create(AnswerCommand));
  implement(Command, "google-sync.explain", context.create(ExplainCommand));
  implement(Command, "google-sync.runs", context.create(RunsCommand));
  implement(Command, "google-sync.sync-again", context.create(SyncAgainCommand));
  implement(Command, "google-sync.use-value", context.create(UseValueCommand));
  implement(Command, "google-sync.check", context.create(CheckCommand));
  implement(Command, "google-sync.undo", context.create(UndoCommand));
  implement(View, "google-sync.status-view", context.create(StatusView));
  implement(View, "google-sync.contacts-to-review-view", context.create(ContactsToReviewView));
  implement(View, "google-sync.contact-comparison-view", context.create(ContactComparisonView));
  implement(View, "google-sync.held-view", context.create(HeldView));
  implement(View, "google-sync.held-items-view", context.create(HeldItemsView));
  implement(View, "google-sync.held-item-view", context.create(HeldItemView));
  implement(View, "google-sync.runs-view", context.create(RunsView));
  implement(View, "google-sync.run-view", context.create(RunView));
  implement(View, "google-sync.check-view", context.create(CheckView));
  implement(View, "google-sync.preview-view", context.create(PreviewView));
  implement(View, "google-sync.explain-view", context.create(ExplainView));
  implement(View, "google-sync.explained-view", context.create(ExplainedView));
  implement(View, "google-sync.undo-view", context.create(UndoView));
  implement(ConflictDialog, "google-sync.same-booking", context.create(SameBookingDialog));
  implement(RecordStatus, "google-sync.record-status", context.create(StatusOfRecord));
}
