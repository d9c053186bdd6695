import { Button, Table } from "@mantine/core";

import type { JobRunGroup } from "../api/payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { shownInstant } from "../common/shown-text.js";
import { useWriting } from "../shell/session.js";
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";

interface JobRunGroupsProps {
  readonly groups: readonly JobRunGroup[];
  readonly onOpen: (jobId: string) => void;
}

/** "Group By Job Type": how the runs of each job ended. */
export function JobRunGroups({ groups, onOpen }: JobRunGroupsProps) {
  const writing = useWriting();
  return (
    <DataTable label={jobLogsTexts.groupsName} columns={jobLogsTexts.groupColumns}>
      {groups.map(({ jobId, jobTitle, runs, failed, withProblems, running, newestAt }) => (
        <DataRow key={jobId}>
          <Table.Td>
            <Button variant="subtle" size="compact-md" onClick={() => onOpen(jobId)}>
              {jobTitle}
            </Button>
          </Table.Td>
          <Table.Td>{runs}</Table.Td>
          <Table.Td>
            <span className="wb-state" data-care={failed > 0 || undefined}>
              {failed}
            </span>
          </Table.Td>
          <Table.Td>{withProblems}</Table.Td>
          <Table.Td>{running}</Table.Td>
          <Table.Td>{shownInstant(newestAt, writing)}</Table.Td>
        </DataRow>
      ))}
    </DataTable>
  );
}
