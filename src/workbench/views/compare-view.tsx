import { Table } from "@mantine/core";

import type { ViewAction, ViewContent } from "../api/payloads.js";
import { shownText } from "../common/shown-text.js";
import { useWriting } from "../shell/session.js";
import { ViewButtons } from "./view-buttons.js";
import { viewsTexts } from "../texts/en/views-texts.js";

interface CompareViewProps {
  readonly content: Extract<ViewContent, { kind: "compare" }>;
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
}

/** Two sides, value by value; what differs is marked with a word. */
export function CompareView({ content, busy, onPress }: CompareViewProps) {
  const writing = useWriting();
  const { sides, rows, actions } = content;
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
          {rows.map(({ label, values: [one, other] }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">
                {label}
                {one !== other && <span className="wb-new">{viewsTexts.differs}</span>}
              </Table.Th>
              <Table.Td className="wb-prewrap">{shownText(one, writing)}</Table.Td>
              <Table.Td className="wb-prewrap">{shownText(other, writing)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ViewButtons actions={actions} busy={busy} onPress={onPress} />
    </section>
  );
}
