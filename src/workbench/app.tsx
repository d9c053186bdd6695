import { useCallback, useMemo, useState } from "react";

import { ApiClient } from "./api/api-client.js";
import { ApiError, toApiError } from "./api/api-error.js";
import type { Me } from "./api/payloads.js";
import { Problem } from "./common/problem.js";
import { Waiting } from "./common/screen.js";
import { useLoaded } from "./common/use-loaded.js";
import { forgetAllTyped, keepOnlyTypedBy } from "./preferences/typed-values.js";
import { useRouter } from "./routing/router.js";
import { SessionProvider } from "./shell/session.js";
import type { Session } from "./shell/session.js";
import { Shell } from "./shell/shell.js";
import { SignInScreen } from "./shell/sign-in-screen.js";
import { useLiveEvents } from "./shell/use-live-events.js";

/** Signed in or not: the workbench, or the way in. */
export function App() {
  const [signedOutBy, setSignedOutBy] = useState<"person" | "host" | undefined>();
  const api = useMemo(
    () =>
      new ApiClient(
        (url, init) => fetch(url, init),
        () => setSignedOutBy("host"),
      ),
    [],
  );
  const loadMe = useCallback(
    async (signal: AbortSignal): Promise<Me | undefined> => {
      try {
        const me = await api.get<Me>("/api/me", signal);
        api.useCsrfProof(me.csrfProof);
        keepOnlyTypedBy(me.user.id, window.sessionStorage);
        setSignedOutBy(undefined);
        return me;
      } catch (failure) {
        if (failure instanceof ApiError && failure.isSignedOut) return undefined;
        throw failure;
      }
    },
    [api],
  );
  const { value: me, error, isLoading, reload } = useLoaded(loadMe);
  const [hadSession, setHadSession] = useState(false);
  if (me !== undefined && !hadSession) setHadSession(true);

  if (error !== undefined) return <Problem error={error} onRetry={reload} />;
  if (me !== undefined && signedOutBy === undefined)
    return <SignedIn key={me.user.id} me={me} api={api} onSignOut={setSignedOutBy} />;
  if (isLoading && signedOutBy === undefined) return <Waiting />;
  return <SignInScreen api={api} wasCutOff={signedOutBy === "host" && hadSession} onSignedIn={reload} />;
}

interface SignedInProps {
  readonly me: Me;
  readonly api: ApiClient;
  readonly onSignOut: (by: "person") => void;
}

function SignedIn({ me, api, onSignOut }: SignedInProps) {
  const subscribe = useLiveEvents();
  const { go } = useRouter();
  const [problem, setProblem] = useState<ApiError | undefined>();
  const session = useMemo<Session>(
    () => ({
      me,
      api,
      subscribe,
      signOut() {
        api.post("/api/sign-out").then(
          () => {
            forgetAllTyped(window.sessionStorage);
            onSignOut("person");
            // Whoever signs in next begins where everybody does.
            go({ kind: "calendar" });
          },
          (failure: unknown) => setProblem(toApiError(failure)),
        );
      },
    }),
    [me, api, subscribe, onSignOut, go],
  );
  return (
    <SessionProvider value={session}>
      {problem !== undefined && <Problem error={problem} />}
      <Shell />
    </SessionProvider>
  );
}
