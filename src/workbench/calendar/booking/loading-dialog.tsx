import { Modal } from "@mantine/core";

import { WhenLoaded } from "../../common/screen.js";
import type { Loaded } from "../../common/use-loaded.js";
import { commonTexts } from "../../texts/en/common-texts.js";

interface LoadingDialogProps {
  readonly title: string;
  readonly loaded: Loaded<unknown>;
  readonly onClose: () => void;
}

/** A dialog whose record is on its way, or why it is not coming. */
export function LoadingDialog({ title, loaded, onClose }: LoadingDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size="46rem" closeButtonProps={{ "aria-label": commonTexts.close }}>
      <div className="wb-dialog-place">
        <WhenLoaded loaded={loaded}>{() => null}</WhenLoaded>
      </div>
    </Modal>
  );
}
