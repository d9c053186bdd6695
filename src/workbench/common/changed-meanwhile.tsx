import { Button, Group, Modal, Table, Text } from "@mantine/core";
import { commonTexts } from "../texts/en/common-texts.js";
import { useFocusBack } from "./use-focus-back.js";

const texts = commonTexts.changedMeanwhile;

interface ChangedMeanwhileProps {
  readonly rows: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody changed the record while it was open: both values, and whose are kept (G9). */
export function ChangedMeanwhile({ rows, onKeepMine, onTakeTheirs, onClose }: ChangedMeanwhileProps) {
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Text mb="sm">{texts.text}</Text>
      <Table aria-label={texts.tableName} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.columns.field}</Table.Th>
            <Table.Th scope="col">{texts.columns.mine}</Table.Th>
            <Table.Th scope="col">{texts.columns.theirs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, mine, theirs }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td className="wb-prewrap">{mine}</Table.Td>
              <Table.Td className="wb-prewrap">{theirs}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
        <Button onClick={onKeepMine}>{texts.keepMine}</Button>
      </Group>
    </Modal>
  );
}
