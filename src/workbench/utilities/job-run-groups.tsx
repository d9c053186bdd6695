import { Button, Table } from "@mantine/core";

import type { JobRunGroup } from "../api/payloads.js";
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
    <div className="wb-table">
      <Table verticalSpacing="sm" aria-label={jobLogsTexts.groupsName}>
        <Table.Thead>
          <Table.Tr>
            {jobLogsTexts.groupColumns.map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ jobId, jobTitle, runs, failed, withProblems, running, newestAt }) => (
            <Table.Tr key={jobId}>
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
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
