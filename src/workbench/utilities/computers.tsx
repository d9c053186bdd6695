import { Table, Title } from "@mantine/core";
import { useCallback } from "react";

import type { ComputerLine } from "../api/payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { WhenLoaded } from "../common/screen.js";
import { shownInstant } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { controlCenterTexts } from "../texts/en/control-center-texts.js";

const texts = controlCenterTexts.computers;

/** The computers the Control Center service runs on (J4). */
export function Computers() {
  const api = useApi();
  const writing = useWriting();
  const computers = useLoaded(
    useCallback((signal) => api.get<readonly ComputerLine[]>("/api/computers", signal), [api]),
  );
  useReloadOn(["jobs-changed"], computers.reload);
  return (
    <section>
      <Title order={2} mt="lg" mb="xs">
        {texts.title}
      </Title>
      <WhenLoaded loaded={computers}>
        {(all) => (
          <DataTable label={texts.title} columns={texts.columns}>
            {all.map(({ name, isOnline, zone, version, heartbeatAt }) => (
              <DataRow key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{isOnline ? texts.online : texts.offline}</Table.Td>
                <Table.Td>{zone}</Table.Td>
                <Table.Td>{version}</Table.Td>
                <Table.Td>{shownInstant(heartbeatAt, writing)}</Table.Td>
              </DataRow>
            ))}
          </DataTable>
        )}
      </WhenLoaded>
    </section>
  );
}
