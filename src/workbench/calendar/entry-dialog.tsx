import { Modal, Title } from "@mantine/core";
import { useCallback } from "react";

import type { Fact, Person, RecordStatus, ShownEntry } from "../api/payloads.js";
import { Facts } from "../common/facts.js";
import { WhenLoaded } from "../common/screen.js";
import { shownText, shownWhen } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { kindOf, kindTexts, recordPath } from "./entry-kind.js";

interface EntryDialogProps {
  readonly entry: ShownEntry;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** What is known of an entry, and what plugins say about its record (R4). */
export function EntryDialog({ entry, people, onClose }: EntryDialogProps) {
  const api = useApi();
  const writing = useWriting();
  const path = recordPath(entry);
  const status = useLoaded(useCallback((signal) => api.get<readonly RecordStatus[]>(path, signal), [api, path]));
  useReloadOn(["calendar-changed"], status.reload);
  const nameOf = (userId: number): string => people.find(({ id }) => id === userId)?.name ?? `User ${userId}`;
  const facts: readonly Fact[] = [
    { label: "When", value: shownWhen(entry, writing.locale) },
    { label: "Who", value: nameOf(entry.userId) },
    { label: "What", value: `${kindTexts[kindOf(entry)]}${entry.isFree ? ", free" : ""}` },
    ...told("Client", entry.clientName),
    ...told("Location", entry.location),
    ...told("Notes", entry.notes),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={entry.title === "" ? "No description" : entry.title}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Facts facts={facts} />
      <WhenLoaded loaded={status}>
        {(contributed) =>
          contributed
            .filter(({ lines }) => lines.length > 0)
            .map(({ id, title, lines }) => (
              <section key={id}>
                <Title order={2} size="h4" mt="md" mb="xs">
                  {title}
                </Title>
                {lines.map(({ userId, text }) => (
                  // The plugin names the user where there are several.
                  <p key={`${userId} ${text}`} className="wb-line">
                    {shownText(text, writing)}
                  </p>
                ))}
              </section>
            ))
        }
      </WhenLoaded>
    </Modal>
  );
}

function told(label: string, value: string): readonly Fact[] {
  return value === "" ? [] : [{ label, value }];
}
