import { Switch, Table, Text } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { PluginLine } from "../api/payloads.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useAllowed, useApi, useReloadOn } from "../shell/session.js";

/** Utilities > Plugin Manager: what is installed, whether it works, and if not, why (X4). */
export default function PluginManagerScreen() {
  const api = useApi();
  const plugins = useLoaded(useCallback((signal) => api.get<readonly PluginLine[]>("/api/plugins", signal), [api]));
  useReloadOn(["plugins-changed"], plugins.reload);
  const mayChange = useAllowed("Plugin Manager", "add-modify");
  const [busy, setBusy] = useState<string | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const toggle = ({ id }: PluginLine, isEnabled: boolean): void => {
    setBusy(id);
    setError(undefined);
    api
      .post(`/api/plugins/${encodeURIComponent(id)}/${isEnabled ? "enable" : "disable"}`)
      .then(plugins.reload, (failure: unknown) => setError(toApiError(failure)))
      .finally(() => setBusy(undefined));
  };

  return (
    <Screen title="Plugin Manager">
      {error !== undefined && <Problem error={error} />}
      <WhenLoaded loaded={plugins}>
        {(all) =>
          all.length === 0 ? (
            <Empty>No plugin is installed. Put one into the plugins folder of the data folder, then restart.</Empty>
          ) : (
            <div className="wb-table">
              <Table verticalSpacing="sm" aria-label="Plugins">
                <Table.Thead>
                  <Table.Tr>
                    {["Plugin", "Version", "State", "Enabled"].map((label) => (
                      <Table.Th key={label} scope="col">
                        {label}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map((plugin) => (
                    <Table.Tr key={plugin.id}>
                      <Table.Td>
                        <Text fw={600}>{plugin.title}</Text>
                        <Text size="sm" c="dimmed">
                          {plugin.description}
                        </Text>
                      </Table.Td>
                      <Table.Td>{plugin.version}</Table.Td>
                      <Table.Td>
                        <span className="wb-state" data-care={needsCare(plugin) || undefined}>
                          {plugin.reason}
                        </span>
                      </Table.Td>
                      <Table.Td>
                        <Switch
                          aria-label={`${plugin.title} enabled`}
                          checked={isSwitchedOn(plugin)}
                          disabled={!mayChange || busy !== undefined || plugin.state === "invalid-manifest"}
                          onChange={(event) => toggle(plugin, event.currentTarget.checked)}
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}

/** A plugin that failed was switched on and can be switched off; one that is not covered cannot run at all. */
function isSwitchedOn({ state }: PluginLine): boolean {
  return state === "enabled" || state === "failed";
}

function needsCare({ state }: PluginLine): boolean {
  return state !== "enabled" && state !== "disabled";
}
