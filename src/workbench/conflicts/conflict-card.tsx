import { Button, Text } from "@mantine/core";

import type { ShownConflict } from "../api/conflict-payloads.js";
import type { ShownEntry } from "../api/payloads.js";
import { shownWhen } from "../common/shown-text.js";
import { useWriting } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { conflictsTexts as texts } from "../texts/en/conflicts-texts.js";

/** Something to do about a conflict. */
export interface ConflictChoice {
  readonly label: string;
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
  /** Asked before it is done. */
  readonly confirm?: string;
  /** Said when it is done and the host says nothing itself. */
  readonly done: string;
}

interface ConflictCardProps {
  readonly conflict: ShownConflict;
  readonly isBusy: boolean;
  readonly onChoose: (choice: ConflictChoice) => void;
  readonly onOpen: (entry: ShownEntry) => void;
}

/** Two bookings side by side, and what can be done about them (S3). */
export function ConflictCard({ conflict, isBusy, onChoose, onOpen }: ConflictCardProps) {
  const { id, resource, sides, deletable, actions } = conflict;
  const [first = "", second = ""] = sides.map(nameOf);
  const title = resource === "" ? texts.pair(first, second) : texts.pairIn(resource, first, second);
  const path = `/api/schedule-conflicts/${id}`;
  const offered: readonly ConflictChoice[] = [
    ...actions.map(({ id: action, label, confirm, contribution }) => ({
      label,
      path: `${path}/act`,
      body: { contribution, action },
      ...(confirm === undefined ? {} : { confirm }),
      done: texts.done,
    })),
    {
      label: texts.keepBoth.label,
      path: `${path}/keep`,
      body: {},
      done: texts.keepBoth.done,
    },
  ];
  return (
    <section className="wb-panel" aria-label={title}>
      <div className="wb-sides">
        {sides.map((side) => (
          <Side
            key={side.entryId}
            entry={side}
            isBusy={isBusy}
            onOpen={() => onOpen(side)}
            onDelete={
              deletable.includes(side.entryId)
                ? () =>
                    onChoose({
                      label: texts.deleteOne.label(nameOf(side)),
                      path: `${path}/delete`,
                      body: { entryId: side.entryId },
                      confirm: texts.deleteOne.confirm(nameOf(side)),
                      done: texts.deleteOne.done(nameOf(side)),
                    })
                : undefined
            }
          />
        ))}
      </div>
      <div className="wb-page-buttons">
        {offered.map((choice) => (
          <Button key={choice.label} variant="default" disabled={isBusy} onClick={() => onChoose(choice)}>
            {choice.label}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface SideProps {
  readonly entry: ShownEntry;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
  readonly onDelete: (() => void) | undefined;
}

function Side({ entry, isBusy, onOpen, onDelete }: SideProps) {
  const { locale } = useWriting();
  const name = nameOf(entry);
  const what = entry.kind === "appointment" ? texts.kinds.appointment : texts.kinds.session;
  return (
    <div>
      <Text fw={600}>{name}</Text>
      <Text size="sm">{shownWhen(entry, locale)}</Text>
      <Text size="sm" c="dimmed">
        {[what, originText(entry), entry.location].filter(Boolean).join(" · ")}
      </Text>
      {!entry.isHidden && (
        <div className="wb-page-buttons">
          <Button
            size="xs"
            variant="light"
            disabled={isBusy}
            onClick={onOpen}
            aria-label={texts.openOrRescheduleOne(name)}
          >
            {texts.openOrReschedule}
          </Button>
          {onDelete !== undefined && (
            <Button
              size="xs"
              variant="light"
              disabled={isBusy}
              onClick={onDelete}
              aria-label={texts.deleteOne.label(name)}
            >
              {commonTexts.delete}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function nameOf({ title, clientName }: ShownEntry): string {
  const shown = title === "" ? texts.noDescription : title;
  return clientName === "" ? shown : texts.ofClient(clientName, shown);
}

function originText({ origin }: ShownEntry): string {
  return origin === "studio" ? texts.bookedHere : texts.bookedIn(`${origin.charAt(0).toUpperCase()}${origin.slice(1)}`);
}
