import { Button, Table } from "@mantine/core";
import { useState } from "react";

import type { ViewAction, ViewContent, ViewRow } from "../api/payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { Empty } from "../common/screen.js";
import { hasShortWords } from "../common/short-words.js";
import { isInstant, shownText } from "../common/shown-text.js";
import { PlaceLink } from "../routing/router.js";
import { useWriting } from "../shell/session.js";
import { viewsTexts as texts } from "../texts/en/views-texts.js";
import { written } from "../texts/plural.js";
import { ViewButtons } from "./view-buttons.js";

interface ListViewProps {
  readonly title: string;
  readonly content: Extract<ViewContent, { kind: "list" }>;
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
}

/** As many rows as are drawn at once; more come when asked for. */
const pageLength = 200;

/** Rows with an optional way to open each and buttons at its end. */
export function ListView({ title, content, busy, onPress }: ListViewProps) {
  const writing = useWriting();
  const { columns, rows, emptyText } = content;
  const [count, setCount] = useState(pageLength);
  if (rows.length === 0) return <Empty>{emptyText}</Empty>;
  const hasActions = rows.some(({ actions }) => actions !== undefined && actions.length > 0);
  const textIn = ({ cells }: ViewRow, column: string): string => shownText(cells[column] ?? "", writing);
  return (
    <DataTable
      isHighlighted
      hasActions={hasActions}
      label={title}
      columns={columns.map(({ label }) => label)}
      foot={
        rows.length > count && (
          <div className="wb-more-rows">
            <span role="status">
              {texts.shown(written(count, writing.locale), written(rows.length, writing.locale))}
            </span>
            <Button size="xs" variant="default" onClick={() => setCount(count + pageLength)}>
              {texts.showMore}
            </Button>
          </div>
        )
      }
    >
      {rows.slice(0, count).map((row) => (
        <DataRow key={row.id}>
          {columns.map(({ id }, index) => (
            <Table.Td key={id} className={wrapping(row.cells[id] ?? "")}>
              {index === 0 && row.open !== undefined ? (
                <PlaceLink to={{ kind: "view", ...row.open }}>{textIn(row, id) || texts.open}</PlaceLink>
              ) : (
                textIn(row, id)
              )}
            </Table.Td>
          ))}
          {hasActions && (
            <Table.Td>
              <ViewButtons
                isSmall
                actions={row.actions ?? []}
                about={columns.map(({ id }) => textIn(row, id)).join(", ")}
                busy={busy}
                onPress={onPress}
              />
            </Table.Td>
          )}
        </DataRow>
      ))}
    </DataTable>
  );
}

/** The class of a cell, by where its text may be broken. */
function wrapping(text: string): string {
  if (isInstant(text)) return "wb-one-line";
  return hasShortWords(text) ? "wb-words" : "wb-prewrap";
}
