import { Kbd, Modal, Table } from "@mantine/core";

import { Facts } from "../common/facts.js";
import { useSession } from "./session.js";

const shortcuts: readonly { readonly keys: readonly string[]; readonly text: string }[] = [
  { keys: ["Ctrl", "K"], text: "Find a command" },
  { keys: ["Tab"], text: "Go to the next control; with Shift to the one before" },
  { keys: ["←", "→"], text: "Go along the menus" },
  { keys: ["↑", "↓"], text: "Go through the lines of a menu or a list" },
  { keys: ["Enter"], text: "Open what has the focus; in a form, OK" },
  { keys: ["Esc"], text: "Close a menu or a dialog" },
];

/** Help > Keyboard Shortcuts. */
export function KeyboardPanel({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard Shortcuts" centered closeButtonProps={{ "aria-label": "Close" }}>
      <Table aria-label="Keyboard Shortcuts">
        <Table.Tbody>
          {shortcuts.map(({ keys, text }) => (
            <Table.Tr key={text}>
              <Table.Th scope="row">
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Th>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

/** Help > About. */
export function AboutPanel({ onClose }: { readonly onClose: () => void }) {
  const { me } = useSession();
  const { product, name, edition, timeZone, locale } = me.studio;
  const facts = [
    { label: "Studio", value: name },
    { label: "Edition", value: edition },
    { label: "Time Zone", value: timeZone.replaceAll("_", " ") },
    { label: "Dates and Times", value: locale },
    { label: "Signed In", value: `${me.user.name} (${me.user.initials})` },
  ];
  return (
    <Modal opened onClose={onClose} title={`About ${product}`} centered closeButtonProps={{ "aria-label": "Close" }}>
      <Facts facts={facts} />
    </Modal>
  );
}
