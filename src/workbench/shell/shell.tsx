import { useHotkeys } from "@mantine/hooks";
import { Suspense, lazy, useCallback, useMemo, useState } from "react";

import type { CommandSummary, ContributedMenu, ReceivedNotification } from "../api/payloads.js";
import { Empty, Screen, Waiting } from "../common/screen.js";
import { Sentence } from "../common/sentence.js";
import { useLoaded } from "../common/use-loaded.js";
import type { Route } from "../routing/route.js";
import { PlaceLink, useRouter } from "../routing/router.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import { Bell } from "./bell.js";
import { CommandsProvider } from "./commands.js";
import { ErrorBoundary } from "./error-boundary.js";
import { MenuBar } from "./menu-bar.js";
import { flatLines, menuBar } from "./menu-tree.js";
import type { ShellPanel } from "./menu-tree.js";
import { PanelsContext } from "./panels.js";
import { Prompt } from "./prompt.js";
import { SchemeButton } from "./scheme-button.js";
import { useReloadOn, useSession } from "./session.js";
import { WhoIsSignedIn } from "./who-is-signed-in.js";

const CalendarScreen = lazy(() => import("../calendar/calendar-screen.js"));
const PreferencesScreen = lazy(() => import("../preferences/preferences-screen.js"));
const UsersScreen = lazy(() => import("../people/users-screen.js"));
const UserScreen = lazy(() => import("../people/user-screen.js"));
const ConflictsScreen = lazy(() => import("../conflicts/conflicts-screen.js"));
const SecurityGroupsScreen = lazy(() => import("../people/security-groups-screen.js"));
const ViewScreen = lazy(() => import("../views/view-screen.js"));
const AddClientsScreen = lazy(() => import("../client-groups/add-clients-screen.js"));
const ClientGroupsScreen = lazy(() => import("../client-groups/client-groups-screen.js"));
const ClientScreen = lazy(() => import("../clients/client-screen.js"));
const ClientsScreen = lazy(() => import("../clients/clients-screen.js"));
const ControlCenterScreen = lazy(() => import("../utilities/control-center-screen.js"));
const JobLogsScreen = lazy(() => import("../utilities/job-logs-screen.js"));
const OutboxScreen = lazy(() => import("../utilities/outbox-screen.js"));
const CommandSearch = lazy(async () => {
  const { CommandSearch: search } = await import("./command-search.js");
  return { default: search };
});
const KeyboardPanel = lazy(async () => ({ default: (await import("./help-panels.js")).KeyboardPanel }));
const AboutPanel = lazy(async () => ({ default: (await import("./help-panels.js")).AboutPanel }));
const PluginManagerScreen = lazy(() => import("../utilities/plugin-manager-screen.js"));

interface Contributed {
  readonly menus: readonly ContributedMenu[];
  readonly commands: readonly CommandSummary[];
}

const noNotifications: readonly ReceivedNotification[] = [];
const nothing: Contributed = { menus: [], commands: [] };

/** The frame around every screen. */
export function Shell() {
  const { api, me } = useSession();
  const { route, address } = useRouter();
  const load = useCallback(
    async (signal: AbortSignal): Promise<Contributed> => {
      const [menus, commands] = await Promise.all([
        api.get<readonly ContributedMenu[]>("/api/menus", signal),
        api.get<readonly CommandSummary[]>("/api/commands", signal),
      ]);
      return { menus, commands };
    },
    [api],
  );
  const contributed = useLoaded(load);
  useReloadOn(["plugins-changed"], contributed.reload);
  const { menus, commands } = contributed.value ?? nothing;
  const inbox = useLoaded(
    useCallback((signal) => api.get<readonly ReceivedNotification[]>("/api/notifications", signal), [api]),
  );
  useReloadOn(["notifications-changed"], inbox.reload);
  const nodes = useMemo(() => menuBar(menus, me.clearances), [menus, me.clearances]);
  const [panel, setPanel] = useState<ShellPanel | undefined>();
  useHotkeys([["mod+K", () => setPanel("commands")]], []);
  const closePanel = useCallback(() => setPanel(undefined), []);

  return (
    <CommandsProvider commands={commands}>
      <PanelsContext value={setPanel}>
        <a href="#screen" className="wb-skip">
          {shellTexts.skipToScreen}
        </a>
        <header className="wb-bar">
          <PlaceLink to={{ kind: "calendar" }} className="wb-product">
            {me.studio.product}
          </PlaceLink>
          <MenuBar nodes={nodes} />
          <div className="wb-bar-end">
            <SchemeButton />
            <Bell inbox={inbox} />
            <WhoIsSignedIn />
          </div>
        </header>
        <Prompt received={inbox.value ?? noNotifications} />
        <div id="screen" className="wb-ground">
          <ErrorBoundary key={address}>
            <Suspense fallback={<Waiting />}>
              <RoutedScreen route={route} />
            </Suspense>
          </ErrorBoundary>
        </div>
        <Suspense fallback={null}>
          {panel === "commands" && <CommandSearch lines={flatLines(nodes)} onClose={closePanel} />}
          {panel === "keyboard" && <KeyboardPanel onClose={closePanel} />}
          {panel === "about" && <AboutPanel onClose={closePanel} />}
        </Suspense>
      </PanelsContext>
    </CommandsProvider>
  );
}

function RoutedScreen({ route }: { readonly route: Route }) {
  const { me } = useSession();
  switch (route.kind) {
    case "calendar":
      return <CalendarScreen />;
    case "user-preferences":
      return (
        <PreferencesScreen
          title={shellTexts.lines.userPreferences}
          owner={{ kind: "user", userId: me.user.id }}
          pageId={route.pageId}
          placeOf={(pageId) => ({ kind: "user-preferences", pageId })}
        />
      );
    case "company-preferences":
      return (
        <PreferencesScreen
          title={shellTexts.lines.companyPreferences}
          owner={{ kind: "company" }}
          pageId={route.pageId}
          placeOf={(pageId) => ({ kind: "company-preferences", pageId })}
        />
      );
    case "users":
      return <UsersScreen />;
    case "new-user":
      return <UserScreen userId={undefined} pageId={undefined} />;
    case "user":
      return <UserScreen key={route.userId} userId={route.userId} pageId={route.pageId} />;
    case "security-groups":
      return <SecurityGroupsScreen groupId={route.groupId} />;
    case "view":
      return <ViewScreen viewId={route.viewId} input={route.input} />;
    case "clients":
      return <ClientsScreen />;
    case "client":
      return <ClientScreen clientId={route.clientId} />;
    case "client-groups":
      return <ClientGroupsScreen groupId={route.groupId} />;
    case "add-clients-to-group":
      return <AddClientsScreen groupId={route.groupId} />;
    case "schedule-conflicts":
      return <ConflictsScreen />;
    case "control-center":
      return <ControlCenterScreen />;
    case "job-logs":
      return <JobLogsScreen jobRunId={route.jobRunId} />;
    case "outbox":
      return <OutboxScreen mailId={route.mailId} />;
    case "plugins":
      return <PluginManagerScreen />;
    case "unknown":
      return (
        <Screen title={shellTexts.unknownPlace.title}>
          <Empty>
            <Sentence
              text={shellTexts.unknownPlace.text(route.path)}
              part={(words) => <PlaceLink to={{ kind: "calendar" }}>{words}</PlaceLink>}
            />
          </Empty>
        </Screen>
      );
  }
}
