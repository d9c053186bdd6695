import { Table } from "@mantine/core";

import type { ViewAction, ViewContent } from "../api/payloads.js";
import { shownText } from "../common/shown-text.js";
import { useWriting } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { viewsTexts } from "../texts/en/views-texts.js";
import { ViewButtons } from "./view-buttons.js";

interface CompareViewProps {
  readonly content: Extract<ViewContent, { kind: "compare" }>;
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
}

/** Sides next to each other, value by value; what differs is marked with a word. */
export function CompareView({ content, busy, onPress }: CompareViewProps) {
  const writing = useWriting();
  const { sides, rows, sideActions = [], actions } = content;
  return (
    <section className="wb-panel">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {sides.map((side) => (
              <Table.Th key={side} scope="col">
                {side}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, values }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">
                {label}
                {new Set(values).size > 1 && <span className="wb-new">{viewsTexts.differs}</span>}
              </Table.Th>
              {sides.map((side, index) => (
                <Table.Td key={side} className="wb-prewrap">
                  {shownText(values[index] ?? "", writing)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          {sideActions.some((some) => some.length > 0) && (
            <Table.Tr>
              <Table.Th scope="row">{commonTexts.actions}</Table.Th>
              {sides.map((side, index) => (
                <Table.Td key={side}>
                  <ViewButtons isSmall actions={sideActions[index] ?? []} busy={busy} onPress={onPress} />
                </Table.Td>
              ))}
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
      <ViewButtons actions={actions} busy={busy} onPress={onPress} />
    </section>
  );
}
