import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { LoadedView, Values, ViewAction } from "../api/payloads.js";
import { Ask } from "../common/ask.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Screen, WhenLoaded } from "../common/screen.js";
import { useKeptFocus } from "../common/use-kept-focus.js";
import { useLoaded } from "../common/use-loaded.js";
import { useRouter } from "../routing/router.js";
import { useCommands } from "../shell/commands.js";
import { useApi, useReloadOn } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { viewsTexts } from "../texts/en/views-texts.js";
import { ViewBody } from "./view-body.js";

interface ViewScreenProps {
  readonly viewId: string;
  readonly input: Values;
}

interface Said {
  readonly text: string;
  readonly isProblem: boolean;
}

/** After which a view may show something else. */
const changes = [
  "calendar-changed",
  "clients-changed",
  "conflicts-changed",
  "jobs-changed",
  "notifications-changed",
  "plugins-changed",
] as const;

/** A screen a plugin contributes as data. Its buttons run commands and load it again. */
export default function ViewScreen({ viewId, input }: ViewScreenProps) {
  const api = useApi();
  const { call } = useCommands();
  const { go, told } = useRouter();
  const asked = JSON.stringify(input);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.post<LoadedView>(`/api/views/${encodeURIComponent(viewId)}`, { input: JSON.parse(asked) as Values }, signal),
    [api, viewId, asked],
  );
  const view = useLoaded(load);
  const isProgress = view.value?.content.kind === "progress";
  useReloadOn(isProgress ? [...changes, "progress"] : changes, view.reload);
  const [confirming, setConfirming] = useState<ViewAction | undefined>();
  const [busy, setBusy] = useState<ViewAction | undefined>();
  useKeptFocus(busy !== undefined);
  const [said, setSaid] = useState<Said | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const run = async (action: ViewAction): Promise<void> => {
    setConfirming(undefined);
    setBusy(action);
    setSaid(undefined);
    setError(undefined);
    try {
      const { text, hasFailures, open } = await call(action.command, action.input);
      if (open !== undefined && (open.viewId !== viewId || JSON.stringify(open.input) !== asked)) {
        go({ kind: "view", ...open });
        return;
      }
      setSaid({ text, isProblem: hasFailures });
      view.reload();
    } catch (failure) {
      setError(toApiError(failure));
    } finally {
      setBusy(undefined);
    }
  };
  const press = (action: ViewAction): void => {
    if (action.confirm === undefined) void run(action);
    else setConfirming(action);
  };

  return (
    <Screen
      title={view.value?.title ?? (view.error === undefined ? viewsTexts.loading : viewsTexts.notShown)}
      // What kind it is shows only when it is there: the heading stays where it is in any case.
      isWide
    >
      {told !== undefined && <Notice isNew severity={told.isProblem ? "error" : "success"} text={told.message} />}
      {error !== undefined && <Problem error={error} />}
      {said !== undefined && said.text !== "" && (
        <Notice isNew severity={said.isProblem ? "error" : "success"} text={said.text} />
      )}
      <WhenLoaded loaded={view}>
        {({ content, title }) => (
          <div className={content.kind === "list" ? undefined : "wb-measure"}>
            <ViewBody viewId={viewId} input={input} title={title} content={content} busy={busy} onPress={press} />
          </div>
        )}
      </WhenLoaded>
      {confirming !== undefined && (
        <Ask
          title={confirming.label}
          question={confirming.confirm ?? ""}
          answers={[
            { label: commonTexts.cancel, onChoose: () => setConfirming(undefined) },
            { label: confirming.label, isMain: true, onChoose: () => void run(confirming) },
          ]}
          onClose={() => setConfirming(undefined)}
        />
      )}
    </Screen>
  );
}
