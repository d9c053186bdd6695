import { Button, Group, Modal, Table, Text } from "@mantine/core";

interface ChangedMeanwhileProps {
  readonly rows: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody changed the record while it was open: both values, and whose are kept (G9). */
export function ChangedMeanwhile({ rows, onKeepMine, onTakeTheirs, onClose }: ChangedMeanwhileProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Changed Meanwhile"
      centered
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Text mb="sm">This was changed since you opened it. Nothing of yours is saved yet.</Text>
      <Table aria-label="What differs" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">Yours</Table.Th>
            <Table.Th scope="col">Now Saved</Table.Th>
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
          Use What Is Saved
        </Button>
        <Button onClick={onKeepMine}>Save Mine</Button>
      </Group>
    </Modal>
  );
}
