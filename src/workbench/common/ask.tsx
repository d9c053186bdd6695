import { Button, Group, Modal, Text } from "@mantine/core";
import { commonTexts } from "../texts/en/common-texts.js";
import { useFocusBack } from "./use-focus-back.js";

interface Answer {
  readonly label: string;
  readonly isMain?: boolean;
  readonly onChoose: () => void;
}

interface AskProps {
  readonly title: string;
  readonly question: string;
  readonly answers: readonly Answer[];
  /** Escape, the cross and a click outside. */
  readonly onClose: () => void;
}

/** A question before something happens. */
export function Ask({ title, question, answers, onClose }: AskProps) {
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Text className="wb-prewrap">{question}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        {answers.map(({ label, isMain = false, onChoose }) => (
          <Button
            key={label}
            variant={isMain ? "filled" : "default"}
            onClick={onChoose}
            data-autofocus={isMain || undefined}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Modal>
  );
}
