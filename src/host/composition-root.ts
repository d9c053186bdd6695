import { hostname } from "node:os";
import { join } from "node:path";

import { Lifecycle, container as emptyRoot } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import {
  Callbacks,
  Claims,
  Clearances,
  ClientMerges,
  Clients,
  Clock,
  Erasures,
  Jobs,
  Logger,
  Mailer,
  Metrics,
  Notifications,
  PluginDatabase,
  PluginEnvironment,
  Preferences,
  Progress,
  Schedule,
  ScheduleConflicts,
  Secrets,
  Studio,
  ThisComputer,
  UnitOfWork,
  Users,
} from "../api/index.js";
import type { ServiceToken } from "../base/service-token.js";
import { zoneName } from "../base/wall-time.js";
import { AppointmentBookings, BookingRules, SessionBookings } from "./bookings/index.js";
import { Calendar } from "./calendar/index.js";
import { CallbackRoutes, MemoryCallbackRoutes } from "./callbacks/index.js";
import { ClientErasures, ClientGroups, ClientRecords, MergesByPlugins } from "./clients/index.js";
import { CommandRunner } from "./commands/index.js";
import { ContributionPoints, Contributions } from "./contributions/index.js";
import {
  ControlCenter,
  ControlCenterJobs,
  GeneralSettingsStore,
  InProcessManagedRunner,
  JobMetrics,
  JobRunner,
  JobScheduler,
  JobStore,
  ManagedRunner,
  StoredJobs,
  controlCenterRooms,
} from "./control-center/index.js";
import { Health } from "./health/index.js";
import type { HostOptions } from "./host-options.js";
import { LiveEvents, SharedLiveEvents } from "./live-events/index.js";
import {
  CompanyEmailPage,
  MailPost,
  OutboxFolder,
  OutboxPath,
  QueuedMailer,
  SmtpConnecting,
  UserEmailPage,
  mailRooms,
  usualConnecting,
} from "./mail/index.js";
import { Prometheus } from "./metrics/index.js";
import { NotificationInbox, PluginNotifications } from "./notifications/index.js";
import { PeopleKeeper } from "./people/index.js";
import {
  EnablementStore,
  PluginActivator,
  PluginCatalog,
  PluginRoots,
  PluginServices,
  Plugins,
  RememberedEnablement,
  offer,
} from "./plugins/index.js";
import {
  HostPages,
  PluginPreferences,
  PreferencePages,
  StoredPreferences,
  declareHostPages,
} from "./preferences/index.js";
import {
  ConflictChecker,
  DetectConflicts,
  LiveConflicts,
  ResolveConflicts,
  SchedulingPage,
} from "./scheduling/index.js";
import { AesSecrets, StudioKey } from "./secrets/index.js";
import { AttemptLimit, SignIn, SignInRecords, StoredSignInRecords } from "./security/index.js";
import type { ServerServices } from "./server/index.js";
import * as studioData from "./studio-data/index.js";
import { CompanyStudio, GeneralInfoPage, HostIdentity, StudioMemory } from "./studio/index.js";
import { ProcessEnvironment, SystemClock } from "./system/index.js";

/** One process of the host, composed. Plugins are found and started by `services.plugins.start()`. */
export interface Host {
  readonly services: ServerServices;
  readonly scheduler: JobScheduler;
  readonly liveEvents: SharedLiveEvents;
  readonly mailer: Mailer;
  readonly mailPost: MailPost;
  readonly studio: CompanyStudio;
  readonly studioKey: StudioKey;
  readonly company: studioData.CompanyStore;
  readonly users: studioData.UserStore;
  readonly unitOfWork: UnitOfWork;
  readonly scheduleConflicts: ScheduleConflicts;
  readonly connection: studioData.StudioConnection;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the plugins and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the studio's database, brings its tables up to date and puts the host together: the
 * only place that knows every class of it.
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const connection = await studioData.openStudioConnection(databaseUrlOf(options));
  try {
    await studioData.migrateStudio(connection);
    return compose(options, connection);
  } catch (failure) {
    await connection.close();
    throw failure;
  }
}

/** The database a process of the host uses. */
export function databaseUrlOf({ databaseUrl, dataFolder }: Pick<HostOptions, "databaseUrl" | "dataFolder">): string {
  return databaseUrl ?? `sqlite:${join(dataFolder, "studio.sqlite")}`;
}

function compose(options: HostOptions, connection: studioData.StudioConnection): Host {
  const host = emptyRoot.createChildContainer();
  const { logger } = options;
  const clock = options.clock ?? new SystemClock();
  const variables = options.variables ?? process.env;
  const computer: ThisComputer = {
    name: options.computer?.name ?? hostname(),
    zone: options.computer?.zone ?? zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
  const studioKey = new StudioKey(join(options.dataFolder, "studio.key"), variables["SPECTRA_STUDIO_KEY"]);
  const claimsOf = (prefix: string) =>
    new studioData.KnexClaims({ prefix, computer: computer.name }, connection, connection, clock, leaseOf(variables));

  give(host, Clock, clock);
  give(host, Logger, logger.under("host"));
  give(host, ThisComputer, computer);
  give(host, HostIdentity, { product: options.product ?? "Spectra", computer });
  studioData.registerStudioData(host, connection);
  give(host, Secrets, new AesSecrets(studioKey, "host"));
  give(host, Claims, claimsOf("host"));
  give(host, PluginEnvironment, new ProcessEnvironment(options.settings ?? new Map(), variables));
  give(host, Contributions, new ContributionPoints());
  give(host, PluginRoots, [...(options.pluginRoots ?? []), join(options.dataFolder, "plugins")]);

  host.register<NotificationInbox>(NotificationInbox, { useToken: studioData.KnexNotifications });
  host.register<Studio>(Studio, { useToken: CompanyStudio });
  make(host, EnablementStore, RememberedEnablement);
  make(host, JobStore, StoredJobs);
  make(host, SignInRecords, StoredSignInRecords);
  host.register<LiveEvents>(LiveEvents, { useToken: SharedLiveEvents });
  make(host, CallbackRoutes, MemoryCallbackRoutes);
  give(host, OutboxPath, join(options.dataFolder, "outbox"));
  give(host, SmtpConnecting, options.smtp ?? usualConnecting);
  make(host, Mailer, QueuedMailer);
  make(host, Jobs, ControlCenterJobs);
  host.register<Erasures>(Erasures, { useToken: ClientErasures });
  make(host, ClientMerges, MergesByPlugins);
  make(host, ManagedRunner, InProcessManagedRunner);
  make(host, ScheduleConflicts, DetectConflicts);
  for (const itself of singletons) make(host, itself, itself);
  give(host, PluginServices, pluginServicesOf(host, connection, studioKey, claimsOf, options));
  giveHostPages(host);

  host.resolve(JobMetrics).start();
  const plugins = host.resolve(Plugins);
  const mailPost = host.resolve(MailPost);
  return {
    services: {
      signIn: host.resolve(SignIn),
      clearances: host.resolve<Clearances>(Clearances),
      users: host.resolve<Users>(Users),
      studio: host.resolve<Studio>(Studio),
      contributions: host.resolve<ContributionPoints>(Contributions),
      preferencePages: host.resolve(PreferencePages),
      commandRunner: host.resolve(CommandRunner),
      plugins,
      controlCenter: host.resolve(ControlCenter),
      generalSettings: host.resolve(GeneralSettingsStore),
      jobRunner: host.resolve(JobRunner),
      calendar: host.resolve(Calendar),
      peopleKeeper: host.resolve(PeopleKeeper),
      bookingRules: host.resolve(BookingRules),
      appointmentBookings: host.resolve(AppointmentBookings),
      sessionBookings: host.resolve(SessionBookings),
      clientErasures: host.resolve(ClientErasures),
      clientRecords: host.resolve(ClientRecords),
      clientGroups: host.resolve(ClientGroups),
      conflicts: host.resolve(ResolveConflicts),
      clock,
      notifications: host.resolve<NotificationInbox>(NotificationInbox),
      callbackRoutes: host.resolve<CallbackRoutes>(CallbackRoutes),
      liveEvents: host.resolve<LiveEvents>(LiveEvents),
      prometheus: host.resolve(Prometheus),
      health: host.resolve(Health),
      outbox: host.resolve(OutboxFolder),
      logger: host.resolve<Logger>(Logger),
    },
    scheduler: host.resolve(JobScheduler),
    liveEvents: host.resolve(SharedLiveEvents),
    mailer: host.resolve<Mailer>(Mailer),
    mailPost,
    studio: host.resolve(CompanyStudio),
    studioKey,
    company: host.resolve(studioData.CompanyStore),
    users: host.resolve(studioData.UserStore),
    unitOfWork: host.resolve<UnitOfWork>(UnitOfWork),
    scheduleConflicts: host.resolve<ScheduleConflicts>(ScheduleConflicts),
    connection,
    clock,
    logger: host.resolve<Logger>(Logger),
    async close() {
      await plugins.stop();
      await mailPost.flush();
      await host.resolve(SharedLiveEvents).flush();
      await connection.close();
    },
  };
}

/** Classes that are their own token, one of each. */
const singletons: readonly (new (...parameters: never[]) => object)[] = [
  AppointmentBookings,
  AttemptLimit,
  BookingRules,
  Calendar,
  ClientGroups,
  ClientErasures,
  ClientRecords,
  CommandRunner,
  CompanyStudio,
  ConflictChecker,
  Health,
  LiveConflicts,
  PeopleKeeper,
  PluginActivator,
  PluginCatalog,
  Plugins,
  PreferencePages,
  ResolveConflicts,
  SessionBookings,
  SharedLiveEvents,
  SignIn,
  StoredPreferences,
  StudioMemory,
  Prometheus,
  ...controlCenterRooms,
  ...mailRooms,
];

/** `SPECTRA_LEASE_SECONDS`: how long a claim of a process that died is kept from others; for tests with several processes. */
function leaseOf({ SPECTRA_LEASE_SECONDS: seconds }: Readonly<Record<string, string | undefined>>): studioData.Lease {
  const milliseconds = Number(seconds) * 1000;
  return milliseconds > 0 ? { milliseconds, renewEvery: milliseconds / 4 } : studioData.usualLease;
}

/** The host's own pages of preferences, in the order of their tabs. */
function giveHostPages(host: DependencyContainer): void {
  const generalInfo = new GeneralInfoPage({
    company: host.resolve(studioData.CompanyStore),
    hasAdministrator: () => host.resolve(PeopleKeeper).hasAdministrator(),
    signEverybodyOut: () => host.resolve(studioData.SignInStore).removeAll(),
    onSaved: () => host.resolve(Plugins).refresh(),
  });
  const pages = [generalInfo, new SchedulingPage(), host.resolve(CompanyEmailPage), host.resolve(UserEmailPage)];
  give(host, HostPages, pages);
  declareHostPages(host.resolve<ContributionPoints>(Contributions), pages);
}

/** The host services a plugin gets: some the same for all, some under its own name. */
function pluginServicesOf(
  host: DependencyContainer,
  connection: studioData.StudioConnection,
  studioKey: StudioKey,
  claimsOf: (prefix: string) => Claims,
  { logger }: HostOptions,
): PluginServices {
  const shared = [
    Clock,
    Clearances,
    ClientMerges,
    Clients,
    Erasures,
    Jobs,
    Mailer,
    PluginEnvironment,
    Schedule,
    ScheduleConflicts,
    Studio,
    ThisComputer,
    UnitOfWork,
    Users,
  ] as const satisfies readonly symbol[];
  return ({ manifest: { id } }) => {
    const liveEvents = host.resolve<LiveEvents>(LiveEvents);
    return [
      ...shared.map((token) => ({ token, value: host.resolve<unknown>(token) })),
      offer(Logger, logger.under(id)),
      offer(PluginDatabase, new studioData.KnexPluginDatabase(id, connection)),
      offer(Secrets, new AesSecrets(studioKey, `plugin/${id}`)),
      offer(Preferences, new PluginPreferences(host.resolve(StoredPreferences), id)),
      offer(Claims, claimsOf(`plugin/${id}`)),
      offer(Metrics, host.resolve(Prometheus).of(id)),
      offer(Callbacks, host.resolve<CallbackRoutes>(CallbackRoutes).of(id)),
      offer(Notifications, new PluginNotifications(id, host.resolve<NotificationInbox>(NotificationInbox), liveEvents)),
      offer(Progress, {
        report: (userId, progress) => liveEvents.publish({ kind: "progress", pluginId: id, userId, progress }),
      }),
    ];
  };
}

function give<T>(container: DependencyContainer, token: ServiceToken<T>, value: T): void {
  container.register<T>(token, { useValue: value });
}

function make<T>(
  container: DependencyContainer,
  token: ServiceToken<T> | (new (...parameters: never[]) => T),
  maker: new (...parameters: never[]) => T,
): void {
  // tsyringe fills the parameters from their @inject tokens, whatever their types.
  const useClass = maker as unknown as new () => T;
  const key = typeof token === "symbol" ? token : useClass;
  container.register<T>(key, { useClass }, { lifecycle: Lifecycle.Singleton });
}
