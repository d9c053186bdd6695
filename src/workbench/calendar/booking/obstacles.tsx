import { Button, Group, Modal, Text } from "@mantine/core";

import type { ShownEntry } from "../../api/payloads.js";
import { shownWhen } from "../../common/shown-text.js";
import { useFocusBack } from "../../common/use-focus-back.js";
import { useWriting } from "../../shell/session.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { commonTexts } from "../../texts/en/common-texts.js";
import { written } from "../../texts/plural.js";
import { ownerOf } from "./staff.js";
import type { Staff } from "./staff.js";

const texts = bookingTexts.taken;

interface TakenProps {
  readonly entries: readonly ShownEntry[];
  readonly mayBookAnyway: boolean;
  readonly staff: Staff;
  readonly onBookAnyway: () => void;
  readonly onClose: () => void;
}

/** Somebody, or a room or another resource, is booked already (S2). */
export function Taken({ entries, mayBookAnyway, staff, onBookAnyway, onClose }: TakenProps) {
  useFocusBack();
  const { locale } = useWriting();
  const shown = entries.slice(0, 8);
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Text>{texts.text}</Text>
      <ul>
        {shown.map((entry) => (
          <li key={`${entry.entryId} ${entry.userId} ${entry.resourceId ?? ""} ${entry.start}`}>
            <strong>{ownerOf(staff, entry)}</strong>
            {texts.entry(entry.title === "" ? texts.noDescription : entry.title, shownWhen(entry, locale))}
          </li>
        ))}
      </ul>
      {entries.length > shown.length && <Text>{texts.more(written(entries.length - shown.length, locale))}</Text>}
      {!mayBookAnyway && <Text>{texts.noDoubleBookings}</Text>}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.anotherTime}
        </Button>
        {mayBookAnyway && <Button onClick={onBookAnyway}>{texts.bookAnyway}</Button>}
      </Group>
    </Modal>
  );
}
