import { Button, Text } from "@mantine/core";

import { useWriting } from "../shell/session.js";
import { clientGroupsTexts } from "../texts/en/client-groups-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";

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
        <Text>{clientGroupsTexts.adding.isAdded(count, { name, isNew }, locale)}</Text>
      </section>
      <div className="wb-form-end">
        <Button variant="default" onClick={onBack} disabled={isBusy}>
          {commonTexts.back}
        </Button>
        <Button onClick={onAdd} loading={isBusy}>
          {commonTexts.ok}
        </Button>
      </div>
    </>
  );
}
