import { Button, Group, Modal, Text } from "@mantine/core";

import type { ShownEntry } from "../../api/payloads.js";
import { shownWhen } from "../../common/shown-text.js";
import { useWriting } from "../../shell/session.js";
import { ownerOf } from "./staff.js";
import type { Staff } from "./staff.js";

interface TakenProps {
  readonly entries: readonly ShownEntry[];
  readonly mayBookAnyway: boolean;
  readonly staff: Staff;
  readonly onBookAnyway: () => void;
  readonly onClose: () => void;
}

/** Somebody, or a room or another resource, is booked already (S2). */
export function Taken({ entries, mayBookAnyway, staff, onBookAnyway, onClose }: TakenProps) {
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
          <li key={`${entry.entryId} ${entry.userId} ${entry.resourceId ?? ""} ${entry.start}`}>
            <strong>{ownerOf(staff, entry)}</strong>: {entry.title === "" ? "No description" : entry.title},{" "}
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
