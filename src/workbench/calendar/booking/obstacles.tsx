import { Button, Group, Modal, Table, Text } from "@mantine/core";

import type { ShownEntry } from "../../api/payloads.js";
import { shownWhen } from "../../common/shown-text.js";
import { useWriting } from "../../shell/session.js";

interface TakenProps {
  readonly entries: readonly ShownEntry[];
  readonly mayBookAnyway: boolean;
  readonly nameOf: (userId: number) => string;
  readonly onBookAnyway: () => void;
  readonly onClose: () => void;
}

/** Somebody is booked already (S2). */
export function Taken({ entries, mayBookAnyway, nameOf, onBookAnyway, onClose }: TakenProps) {
  const { locale } = useWriting();
  const shown = entries.slice(0, 8);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Already Booked"
      centered
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Text>This time is taken:</Text>
      <ul>
        {shown.map((entry) => (
          <li key={`${entry.entryId} ${entry.userId}`}>
            <strong>{nameOf(entry.userId)}</strong>: {entry.title === "" ? "No description" : entry.title},{" "}
            {shownWhen(entry, locale)}
          </li>
        ))}
      </ul>
      {entries.length > shown.length && <Text>And {entries.length - shown.length} more.</Text>}
      {!mayBookAnyway && (
        <Text>
          The studio allows no double bookings (Company (Studio) Preferences &gt; Scheduling). Choose another time.
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Choose Another Time
        </Button>
        {mayBookAnyway && <Button onClick={onBookAnyway}>Book Anyway</Button>}
      </Group>
    </Modal>
  );
}

interface ChangedProps {
  readonly rows: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody changed the record while it was open: both values, and whose are kept (G9). */
export function ChangedMeanwhile({ rows, onKeepMine, onTakeTheirs, onClose }: ChangedProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Changed Meanwhile"
      centered
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Text mb="sm">This was changed since you opened it. Nothing of yours is saved yet.</Text>
      <Table aria-label="What differs" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">Yours</Table.Th>
            <Table.Th scope="col">Now Saved</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, mine, theirs }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td className="wb-prewrap">{mine}</Table.Td>
              <Table.Td className="wb-prewrap">{theirs}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onTakeTheirs}>
          Use What Is Saved
        </Button>
        <Button onClick={onKeepMine}>Save Mine</Button>
      </Group>
    </Modal>
  );
}
