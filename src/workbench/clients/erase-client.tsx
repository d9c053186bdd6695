import { Button } from "@mantine/core";
import { useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientRecord } from "../api/client-payloads.js";
import { Ask } from "../common/ask.js";
import { Problem } from "../common/problem.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { nameOf } from "./client-model.js";

/** "Erase…": takes a client's personal data out of the studio and its plugins for good (R6); of deleted clients too. */
export function EraseClient({ record }: { readonly record: ClientRecord }) {
  const api = useApi();
  const { go } = useRouter();
  const mayErase = useAllowed("Clients", "delete");
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | undefined>();
  if (!mayErase) return null;

  const erase = (): void => {
    setAsking(false);
    api.post(`/api/clients/${record.id}/erase`).then(
      () => go({ kind: "clients" }),
      (failure: unknown) => setError(toApiError(failure)),
    );
  };
  return (
    <section className="wb-panel" aria-label={texts.erasing.name}>
      <p>{texts.erasing.text}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {texts.erasing.begin}
      </Button>
      {error !== undefined && <Problem error={error} />}
      {isAsking && (
        <Ask
          title={texts.erasing.title}
          question={texts.erasing.question(nameOf(record))}
          answers={[
            { label: commonTexts.cancel, isMain: true, onChoose: () => setAsking(false) },
            { label: texts.erasing.erase, onChoose: erase },
          ]}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
