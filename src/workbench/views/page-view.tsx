import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

import type { MessageToPage, PageStart } from "../api/page-messages.js";
import type { Values } from "../api/payloads.js";
import { useCommands } from "../shell/commands.js";
import { useWriting } from "../shell/session.js";
import { answerPage } from "./page-channel.js";

interface PageViewProps {
  readonly viewId: string;
  readonly title: string;
  readonly input: Values;
  readonly data: unknown;
}

/** In CSS pixels, until the page says how high it is. */
const firstHeight = 420;

/** A page of a plugin's own, in a frame without origin: it talks through one port, and reaches nothing else (X3). */
export default function PageView({ viewId, title, input, data }: PageViewProps) {
  const { call } = useCommands();
  const { locale, timeZone } = useWriting();
  const theme = useComputedColorScheme("light");
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<MessagePort>(undefined);
  const [height, setHeight] = useState(firstHeight);

  const tell = (message: MessageToPage): void => port.current?.postMessage(message);
  const begin = (): void => {
    const { port1: ours, port2: itsOwn } = new MessageChannel();
    port.current?.close();
    port.current = ours;
    const hear = answerPage({ viewId, call, onHeight: setHeight, tell });
    ours.onmessage = ({ data: sent }) => hear(sent);
    const start: PageStart = { kind: "start", theme, locale, timeZone, input, data };
    // A frame without origin cannot be named as the receiver; the policy of this page lets it show nothing but ours.
    frame.current?.contentWindow?.postMessage(start, "*", [itsOwn]);
  };
  useEffect(() => tell({ kind: "theme", theme }), [theme]);
  useEffect(() => tell({ kind: "data", data }), [data]);
  useEffect(() => () => port.current?.close(), []);

  return (
    <iframe
      ref={frame}
      className="wb-plugin-page"
      title={title}
      src={`/plugin-pages/${encodeURIComponent(viewId)}/`}
      sandbox="allow-scripts"
      style={{ height }}
      onLoad={begin}
    />
  );
}
