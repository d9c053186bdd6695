import { Kbd, Modal, Table } from "@mantine/core";

import { Facts } from "../common/facts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { helpTexts as texts } from "../texts/en/help-texts.js";
import { useSession } from "./session.js";

/** Help > Keyboard Shortcuts. */
export function KeyboardPanel({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.keyboard.title}
      centered
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Table aria-label={texts.keyboard.title}>
        <Table.Tbody>
          {texts.keyboard.shortcuts.map(({ keys, text }) => (
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
    { label: texts.about.studio, value: name },
    { label: texts.about.edition, value: edition },
    { label: texts.about.timeZone, value: timeZone.replaceAll("_", " ") },
    { label: texts.about.datesAndTimes, value: locale },
    { label: texts.about.signedIn, value: texts.about.person(me.user.name, me.user.initials) },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.about.title(product)}
      centered
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Facts facts={facts} />
    </Modal>
  );
}
