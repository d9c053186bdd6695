import { Checkbox } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

import type { ClientLine } from "../api/client-payloads.js";
import { PlaceLink } from "../routing/router.js";
import { nameOf } from "./client-model.js";
import type { ClientList } from "./use-client-list.js";
import "./clients.css";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";

interface ClientTableProps {
  readonly label: string;
  readonly list: ClientList;
  /** With boxes to choose clients by, when given. */
  readonly choosing?: {
    readonly isChosen: (id: number) => boolean;
    readonly onChoose: (client: ClientLine, isChosen: boolean) => void;
  };
  /** Names lead to the clients' records; not where leaving would lose what was chosen. */
  readonly isLinked?: boolean;
}

/** Lines a client takes, and their height in pixels: where four columns have no room, they stand below each other. */
const layouts = { wide: 41, halved: 64, stacked: 110 } as const;
const columns = Object.values(texts.columns);

/** Tens of thousands of clients: only the rows in sight are drawn, and pages come as one scrolls. */
export function ClientTable({ label, list, choosing, isLinked = true }: ClientTableProps) {
  const { clients, total = clients.length, more } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useLayout();
  const rowHeight = layouts[layout];
  const rows = useVirtualizer({
    count: clients.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= clients.length - 20) more();
  }, [last, clients.length, more]);

  return (
    <div
      ref={scroller}
      role="table"
      aria-label={label}
      aria-rowcount={total + 1}
      className="wb-clients"
      data-layout={layout}
      data-choosing={choosing !== undefined || undefined}
      // Lists are scrolled with the keys too.
      tabIndex={0}
    >
      <div role="rowgroup" className="wb-clients-head">
        <div role="row" className="wb-clients-row">
          {choosing !== undefined && (
            <span role="columnheader">
              <span className="wb-sr-only">{texts.chooseColumn}</span>
            </span>
          )}
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ position: "relative", height: rows.getTotalSize() }}>
        {inSight.map(({ index, start }) => {
          const client = clients[index];
          if (client === undefined) return null;
          return <Row key={client.id} {...{ client, index, isLinked, choosing, top: start, height: rowHeight }} />;
        })}
      </div>
    </div>
  );
}

function useLayout(): keyof typeof layouts {
  const isNarrow = useMediaQuery("(max-width: 50em)", undefined, { getInitialValueInEffect: false });
  const isNarrowest = useMediaQuery("(max-width: 30em)", undefined, { getInitialValueInEffect: false });
  if (isNarrowest) return "stacked";
  return isNarrow ? "halved" : "wide";
}

interface RowProps {
  readonly choosing: ClientTableProps["choosing"] | undefined;
  readonly isLinked: boolean;
  readonly client: ClientLine;
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

function Row({ client, index, top, height, choosing, isLinked }: RowProps) {
  const { id, company, email, phone, isInactive } = client;
  const name = nameOf(client, phone);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="wb-clients-row"
      style={{ position: "absolute", insetInline: 0, height, transform: `translateY(${top}px)` }}
    >
      {choosing !== undefined && (
        <span role="cell">
          <Checkbox
            aria-label={name}
            checked={choosing.isChosen(id)}
            onChange={(event) => choosing.onChoose(client, event.currentTarget.checked)}
          />
        </span>
      )}
      <span role="cell">
        {isLinked ? <PlaceLink to={{ kind: "client", clientId: id }}>{name}</PlaceLink> : name}
        {isInactive && <span className="wb-clients-mark">{texts.inactive}</span>}
      </span>
      <span role="cell">{company}</span>
      <span role="cell">{email}</span>
      <span role="cell">{phone}</span>
    </div>
  );
}
