import { ActionIcon, Button, Indicator, Popover, Text } from "@mantine/core";
import { useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ReceivedNotification } from "../api/payloads.js";
import { BellIcon, SeverityIcon } from "../common/icons.js";
import { Problem } from "../common/problem.js";
import { WhenLoaded } from "../common/screen.js";
import { shownInstant } from "../common/shown-text.js";
import type { Loaded } from "../common/use-loaded.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import { written } from "../texts/plural.js";
import { useApi, useWriting } from "./session.js";
import { useWayOut } from "./way-out.js";

const texts = shellTexts.notifications;

/** Notifications, and how many are new. Opening them reads them. */
export function Bell({ inbox }: { readonly inbox: Loaded<readonly ReceivedNotification[]> }) {
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<ApiError | undefined>();
  const received = inbox.value ?? [];
  const unread = received.filter(({ readAt }) => readAt === undefined).length;
  const writing = useWriting();
  const label = unread === 0 ? texts.title : texts.titleWithNew(written(unread, writing.locale));

  const change = (opens: boolean): void => {
    setOpen(opens);
    // They are marked when the list is closed, so that what is new can be seen as new.
    if (opens || unread === 0) return;
    const upToId = Math.max(...received.map(({ id }) => id));
    api.post("/api/notifications/read", { upToId }).then(inbox.reload, (failure: unknown) => {
      setProblem(toApiError(failure));
    });
  };

  return (
    <Popover opened={isOpen} onChange={change} position="bottom-end" width={380} shadow="md" trapFocus returnFocus>
      <Indicator disabled={unread === 0} label={unread} size={17} color="red.8" offset={4}>
        <Popover.Target>
          <ActionIcon variant="subtle" size="lg" color="gray" aria-label={label} onClick={() => change(!isOpen)}>
            <BellIcon />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className="wb-bell" aria-label={texts.title}>
        {problem !== undefined && <Problem error={problem} />}
        <WhenLoaded loaded={inbox}>
          {(all) =>
            all.length === 0 ? (
              <Text size="sm">{texts.empty}</Text>
            ) : (
              <ul className="wb-notifications">
                {all.map((notification) => (
                  <Line key={notification.id} notification={notification} onFollow={() => change(false)} />
                ))}
              </ul>
            )
          }
        </WhenLoaded>
      </Popover.Dropdown>
    </Popover>
  );
}

interface LineProps {
  readonly notification: ReceivedNotification;
  readonly onFollow: () => void;
}

function Line({ notification, onFollow }: LineProps) {
  const { severity, title, text, createdAt, readAt } = notification;
  const writing = useWriting();
  const wayOut = useWayOut()(notification);
  return (
    <li className="wb-notification" data-severity={severity} data-unread={readAt === undefined || undefined}>
      <SeverityIcon severity={severity} />
      <div>
        <Text fw={600} size="sm">
          {title}
          {readAt === undefined && <span className="wb-new">{texts.isNew}</span>}
        </Text>
        <Text size="sm" className="wb-prewrap">
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          {shownInstant(createdAt, writing)}
        </Text>
        {wayOut !== undefined && (
          <Button
            size="compact-xs"
            variant="default"
            mt={4}
            onClick={() => {
              onFollow();
              wayOut.follow();
            }}
          >
            {wayOut.label}
          </Button>
        )}
      </div>
    </li>
  );
}
