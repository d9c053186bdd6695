import { Table } from "@mantine/core";

import type { JobRunLine } from "../api/payloads.js";
import { shownInstant } from "../common/shown-text.js";
import { PlaceLink } from "../routing/router.js";
import { useWriting } from "../shell/session.js";
import { durationText, outcomeText } from "./job-words.js";
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";

/** Job runs, newest first. */
export function JobRunTable({ runs }: { readonly runs: readonly JobRunLine[] }) {
  const writing = useWriting();
  return (
    <div className="wb-table">
      <Table verticalSpacing="sm" highlightOnHover aria-label={jobLogsTexts.tableName}>
        <Table.Thead>
          <Table.Tr>
            {jobLogsTexts.columns.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map(({ id, jobId, jobTitle, startedAt, endedAt, outcome, isPreview, computerName, summary }) => (
            <Table.Tr key={id}>
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
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
