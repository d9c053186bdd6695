import { Button, CloseButton, Text } from "@mantine/core";
import { useState } from "react";

import type { ReceivedNotification } from "../api/payloads.js";
import { SeverityIcon } from "../common/icons.js";
import { useCommands } from "./commands.js";

/** The newest unread notification that asks for something, over the screen, until it is followed or put aside (S1). */
export function Prompt({ received }: { readonly received: readonly ReceivedNotification[] }) {
  const { run, titleOf } = useCommands();
  const [putAside, setPutAside] = useState(0);
  const asking = received.find(
    ({ id, readAt, command }) => id > putAside && readAt === undefined && command !== undefined,
  );
  const commandTitle = asking?.command === undefined ? undefined : titleOf(asking.command);
  if (asking?.command === undefined || commandTitle === undefined) return null;
  const { id, severity, title, text, command } = asking;
  return (
    <section className="wb-prompt" aria-label="New notification" data-severity={severity}>
      <SeverityIcon severity={severity} />
      <div role="status">
        <Text fw={600}>{title}</Text>
        <Text size="sm" className="wb-prewrap">
          {text}
        </Text>
        <Button
          size="xs"
          mt="xs"
          onClick={() => {
            setPutAside(id);
            run(command);
          }}
        >
          {commandTitle}
        </Button>
      </div>
      <CloseButton aria-label="Later" onClick={() => setPutAside(id)} />
    </section>
  );
}
