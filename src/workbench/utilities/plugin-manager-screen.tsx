import { Switch, Text, Title } from "@mantine/core";
import { Fragment, useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { PluginLine } from "../api/payloads.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useAllowed, useApi, useReloadOn } from "../shell/session.js";
import { pluginManagerTexts as texts } from "../texts/en/plugin-manager-texts.js";

/** Utilities > Plugin Manager: what is installed, whether it works, and if not, why (X4). */
export default function PluginManagerScreen() {
  const api = useApi();
  const plugins = useLoaded(useCallback((signal) => api.get<readonly PluginLine[]>("/api/plugins", signal), [api]));
  useReloadOn(["plugins-changed"], plugins.reload);
  const mayChange = useAllowed("Plugin Manager", "add-modify");
  const [busy, setBusy] = useState<string | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const toggle = ({ id }: PluginLine, isEnabled: boolean): void => {
    // One after the other; a switch that could not be used meanwhile would lose the focus.
    if (busy !== undefined) return;
    setBusy(id);
    setError(undefined);
    api
      .post(`/api/plugins/${encodeURIComponent(id)}/${isEnabled ? "enable" : "disable"}`)
      .then(plugins.reload, (failure: unknown) => setError(toApiError(failure)))
      .finally(() => setBusy(undefined));
  };

  return (
    <Screen title={texts.title}>
      {error !== undefined && <Problem error={error} />}
      <WhenLoaded loaded={plugins}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{texts.empty}</Empty>
          ) : (
            <ul className="wb-cards">
              {all.map((plugin) => (
                <PluginCard
                  key={plugin.id}
                  plugin={plugin}
                  isLocked={!mayChange}
                  isBusy={busy === plugin.id}
                  onToggle={(isEnabled) => toggle(plugin, isEnabled)}
                />
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}

interface PluginCardProps {
  readonly plugin: PluginLine;
  readonly isLocked: boolean;
  /** It is being switched. */
  readonly isBusy: boolean;
  readonly onToggle: (isEnabled: boolean) => void;
}

function PluginCard({ plugin, isLocked, isBusy, onToggle }: PluginCardProps) {
  const { title, description, version, state, reason, problems, contributions, folder } = plugin;
  return (
    <li className="wb-panel">
      <div className="wb-card-head">
        <Title order={2} size="h4">
          {title}
        </Title>
        {version !== "" && <span className="wb-card-version">{texts.version(version)}</span>}
        <span className="wb-state" data-care={needsCare(plugin) || undefined}>
          {problems.length > 0 ? texts.invalidManifest : reason}
        </span>
        <Switch
          aria-label={texts.enabled(title)}
          aria-busy={isBusy}
          checked={isBusy ? !isSwitchedOn(plugin) : isSwitchedOn(plugin)}
          disabled={isLocked || state === "invalid-manifest"}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
      </div>
      {description !== "" && <Text c="dimmed">{description}</Text>}
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <details className="wb-details">
        <summary>{texts.brings}</summary>
        <dl className="wb-facts">
          {contributions.map(({ kind, titles }) => (
            <Fragment key={kind}>
              <dt>{kind}</dt>
              <dd>{titles.join("\n")}</dd>
            </Fragment>
          ))}
          <dt>{texts.folder}</dt>
          <dd>{folder}</dd>
        </dl>
      </details>
    </li>
  );
}

/** A plugin that failed was switched on and can be switched off; one that is not covered cannot run at all. */
function isSwitchedOn({ state }: PluginLine): boolean {
  return state === "enabled" || state === "failed";
}

function needsCare({ state }: PluginLine): boolean {
  return state !== "enabled" && state !== "disabled";
}
