import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { sentences } from "../../api/api-error.js";
import type { ApiError } from "../../api/api-error.js";
import { Ask } from "../../common/ask.js";
import { Notice } from "../../common/notice.js";
import { useUnsaved } from "../../routing/unsaved.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { commonTexts } from "../../texts/en/common-texts.js";

const texts = bookingTexts.frame;

interface BookingFrameProps {
  readonly title: string;
  readonly error: ApiError | undefined;
  readonly isBusy: boolean;
  /** Whether something was typed that closing would lose. */
  readonly isTyped: boolean;
  readonly mayChange: boolean;
  /** Left out where there is nothing to delete, or no clearance for it. */
  readonly onDelete?: () => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog around an appointment or a session: "OK", "Cancel", "Delete", and a guard for what was typed. */
export function BookingFrame(props: BookingFrameProps) {
  const { title, error, isBusy, isTyped, mayChange, onDelete, onSubmit, onClose, children } = props;
  const [asked, setAsked] = useState<"close" | "delete" | undefined>();
  useUnsaved(isTyped);
  const close = (): void => {
    if (isTyped) setAsked("close");
    else onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size="46rem"
      closeButtonProps={{ "aria-label": commonTexts.close }}
      // A question on top of it has the focus and the Escape key.
      trapFocus={asked === undefined}
      closeOnEscape={asked === undefined}
    >
      <form onSubmit={submit} noValidate>
        {error !== undefined && <Notice isNew severity="error" text={sentences(error)} />}
        {children}
        <div className="wb-form-end">
          {mayChange && (
            <Button type="submit" loading={isBusy} miw="6rem">
              {commonTexts.ok}
            </Button>
          )}
          <Button variant="default" onClick={close} miw="6rem">
            {mayChange ? commonTexts.cancel : commonTexts.close}
          </Button>
          {onDelete !== undefined && (
            <Button variant="default" className="wb-end" disabled={isBusy} onClick={() => setAsked("delete")}>
              {commonTexts.delete}
            </Button>
          )}
        </div>
      </form>
      {asked === "close" && (
        <Ask
          title={texts.unsaved.title}
          question={texts.unsaved.question}
          answers={[
            { label: texts.unsaved.back, isMain: true, onChoose: () => setAsked(undefined) },
            { label: texts.unsaved.discard, onChoose: onClose },
          ]}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === "delete" && (
        <Ask
          title={texts.deleting.title(title)}
          question={texts.deleting.question}
          answers={[
            { label: texts.deleting.keep, onChoose: () => setAsked(undefined) },
            {
              label: texts.deleting.delete,
              isMain: true,
              onChoose: () => {
                setAsked(undefined);
                onDelete?.();
              },
            },
          ]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Modal>
  );
}
