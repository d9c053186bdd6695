import { Button, CloseButton } from "@mantine/core";
import { useState } from "react";

import type { ReceivedNotification } from "../api/payloads.js";
import { SeverityIcon } from "../common/icons.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import { useWayOut } from "./way-out.js";

/** The newest unread notification that asks for something, above the screen, until it is followed or put aside (S1). */
export function Prompt({ received }: { readonly received: readonly ReceivedNotification[] }) {
  const [putAside, setPutAside] = useState(0);
  const wayOutOf = useWayOut();
  const asking = received
    .filter(({ id, readAt }) => id > putAside && readAt === undefined)
    .map((notification) => ({ ...notification, wayOut: wayOutOf(notification) }))
    .find(({ wayOut }) => wayOut !== undefined);
  if (asking?.wayOut === undefined) return null;
  const { id, severity, title, text, wayOut } = asking;
  return (
    <section className="wb-prompt" aria-label={shellTexts.notifications.prompt} data-severity={severity}>
      <SeverityIcon severity={severity} />
      <div role="status" className="wb-prompt-text">
        <strong>{title}</strong> {text}
      </div>
      <Button
        size="xs"
        onClick={() => {
          setPutAside(id);
          wayOut.follow();
        }}
      >
        {wayOut.label}
      </Button>
      <CloseButton aria-label={shellTexts.notifications.later} onClick={() => setPutAside(id)} />
    </section>
  );
}
