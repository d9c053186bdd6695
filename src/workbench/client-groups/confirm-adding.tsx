import { Button, Text } from "@mantine/core";

import { countText } from "../clients/count-text.js";
import { useWriting } from "../shell/session.js";

interface ConfirmAddingProps {
  readonly name: string;
  readonly isNew: boolean;
  readonly count: number;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onAdd: () => void;
}

/** Last step: what is going to happen. */
export function ConfirmAdding({ name, isNew, count, isBusy, onBack, onAdd }: ConfirmAddingProps) {
  const { locale } = useWriting();
  return (
    <>
      <section className="wb-panel">
        <Text>
          {countText(count, locale)} {count === 1 ? "is" : "are"} added to the {isNew ? "new " : ""}group “{name}”.
        </Text>
      </section>
      <div className="wb-form-end">
        <Button variant="default" onClick={onBack} disabled={isBusy}>
          Back
        </Button>
        <Button onClick={onAdd} loading={isBusy}>
          OK
        </Button>
      </div>
    </>
  );
}
