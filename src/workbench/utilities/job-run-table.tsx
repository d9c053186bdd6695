import { Table } from "@mantine/core";

import type { JobRunLine } from "../api/payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { shownInstant } from "../common/shown-text.js";
import { PlaceLink } from "../routing/router.js";
import { useWriting } from "../shell/session.js";
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";
import { durationText, outcomeText } from "./job-words.js";

/** Job runs, newest first. */
export function JobRunTable({ runs }: { readonly runs: readonly JobRunLine[] }) {
  const writing = useWriting();
  return (
    <DataTable isHighlighted label={jobLogsTexts.tableName} columns={jobLogsTexts.columns}>
      {runs.map(({ id, jobId, jobTitle, startedAt, endedAt, outcome, isPreview, computerName, summary }) => (
        <DataRow key={id}>
          <Table.Td className="wb-one-line">
            <PlaceLink to={{ kind: "job-logs", jobRunId: id }}>{shownInstant(startedAt, writing)}</PlaceLink>
          </Table.Td>
          <Table.Td>{durationText(startedAt, endedAt)}</Table.Td>
          <Table.Td>{jobTitle ?? jobId}</Table.Td>
          <Table.Td>
            <span className="wb-state" data-care={outcome === "failed" || undefined}>
              {isPreview ? jobLogsTexts.ofPreview(outcomeText(outcome)) : outcomeText(outcome)}
            </span>
          </Table.Td>
          <Table.Td>{computerName}</Table.Td>
          <Table.Td className="wb-prewrap">{summary}</Table.Td>
        </DataRow>
      ))}
    </DataTable>
  );
}
