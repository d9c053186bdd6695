import { Anchor, Table } from "@mantine/core";
import { useCallback } from "react";

import type { OutboxLine, OutboxMail } from "../api/payloads.js";
import { Facts } from "../common/facts.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { shownInstant } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useApi, useWriting } from "../shell/session.js";

const emailPage = { kind: "company-preferences", pageId: "spectra.email" } as const;

/** Utilities > Outbox: the emails of a sample studio, which has no mail server; or one of them. */
export default function OutboxScreen({ mailId }: { readonly mailId: string | undefined }) {
  return mailId === undefined ? <Mails /> : <Mail mailId={mailId} />;
}

function Mails() {
  const api = useApi();
  const writing = useWriting();
  const mails = useLoaded(useCallback((signal) => api.get<readonly OutboxLine[]>("/api/outbox", signal), [api]));
  return (
    <Screen title="Outbox" isWide aside={<PlaceLink to={emailPage}>Send Test Email</PlaceLink>}>
      <WhenLoaded loaded={mails}>
        {(all) =>
          all.length === 0 ? (
            <Empty>
              There is no email here. A sample studio without a mail server keeps its emails here instead of sending
              them; every other studio sends them as{" "}
              <PlaceLink to={emailPage}>Company (Studio) Preferences &gt; Email</PlaceLink> says.
            </Empty>
          ) : (
            <div className="wb-table">
              <Table verticalSpacing="sm" highlightOnHover aria-label="Emails">
                <Table.Thead>
                  <Table.Tr>
                    {["Written", "To", "Subject"].map((label) => (
                      <Table.Th key={label} scope="col">
                        {label}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map(({ id, to, subject, date }) => (
                    <Table.Tr key={id}>
                      <Table.Td>{shownInstant(date, writing)}</Table.Td>
                      <Table.Td>{to}</Table.Td>
                      <Table.Td>
                        <PlaceLink to={{ kind: "outbox", mailId: id }}>{subject}</PlaceLink>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}

function Mail({ mailId }: { readonly mailId: string }) {
  const api = useApi();
  const address = `/api/outbox/${encodeURIComponent(mailId)}`;
  const mail = useLoaded(useCallback((signal) => api.get<OutboxMail>(address, signal), [api, address]));
  return (
    <Screen title="Email" isWide aside={<PlaceLink to={{ kind: "outbox", mailId: undefined }}>All emails</PlaceLink>}>
      <WhenLoaded loaded={mail}>
        {({ to, subject, date, text }) => (
          <>
            <section className="wb-panel">
              <Facts
                facts={[
                  { label: "To", value: to },
                  { label: "Subject", value: subject },
                  { label: "Written", value: date },
                ]}
              />
            </section>
            {/* A frame that runs no scripts and has no origin; the host adds a policy that lets it load nothing. */}
            <iframe
              className="wb-mail"
              title={`Email: ${subject}`}
              src={`${address}/html`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
            />
            <details className="wb-panel">
              <summary>As plain text</summary>
              <pre className="wb-mail-text">{text}</pre>
            </details>
            <Anchor href={`${address}/html`} target="_blank" rel="noopener">
              Open in a window of its own
            </Anchor>
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
