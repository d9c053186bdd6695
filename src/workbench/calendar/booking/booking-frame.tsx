import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { sentences } from "../../api/api-error.js";
import type { ApiError } from "../../api/api-error.js";
import { Ask } from "../../common/ask.js";
import { Notice } from "../../common/notice.js";
import { useUnsaved } from "../../routing/unsaved.js";

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
      closeButtonProps={{ "aria-label": "Close" }}
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
              OK
            </Button>
          )}
          <Button variant="default" onClick={close} miw="6rem">
            {mayChange ? "Cancel" : "Close"}
          </Button>
          {onDelete !== undefined && (
            <Button variant="default" className="wb-end" disabled={isBusy} onClick={() => setAsked("delete")}>
              Delete
            </Button>
          )}
        </div>
      </form>
      {asked === "close" && (
        <Ask
          title="Not Saved Yet"
          question="What you changed here is not saved yet."
          answers={[
            { label: "Go Back", isMain: true, onChoose: () => setAsked(undefined) },
            { label: "Discard", onChoose: onClose },
          ]}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === "delete" && (
        <Ask
          title={`Delete ${title}`}
          question="It is taken off everybody's schedule."
          answers={[
            { label: "Keep It", onChoose: () => setAsked(undefined) },
            {
              label: "Delete It",
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
