import type { Watch } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { instantWords } from './instant-words.js';
import { DeliveriesPart, FailedJobsPart, QueuesPart, WorkersPart } from './machinery-parts.js';
import { StatesPart } from './states-part.js';

/** The operator's room: whether the watch itself is awake. No figures of any State. */
export const watchPage: Page<{ watch: Watch }> = {
  load: ({ language }) => ({ watch: apiUrl(language, '/watch') }),
  show: ({ watch }, { wording, address }) => {
    const words = wording.say.operation;
    const standing = watch.incidents.filter(({ recoveredAt }) => recoveredAt === null);
    return {
      documentTitle: words.documentTitle,
      current: 'watch',
      today: watch.now.slice(0, 10),
      body: (
        <>
          <h1>{words.title(standing.length)}</h1>
          <p class="lede">{words.lede}</p>
          <p class="links">
            <a href={pageUrl(wording.language, '/security-events')}>{wording.say.securityEvent.link}</a>
          </p>
          <FormDone address={address} words={words.done} />
          <Section title={words.incidents.title}>
            <Incidents incidents={watch.incidents} wording={wording} />
          </Section>
          <Section title={words.states.title}>
            <StatesPart states={watch.states} wording={wording} />
          </Section>
          <Section title={words.deliveries.title}>
            <DeliveriesPart states={watch.states} wording={wording} />
          </Section>
          <Section title={words.queues.title}>
            <QueuesPart queues={watch.queues} wording={wording} />
          </Section>
          <Section title={words.failed.title}>
            <FailedJobsPart jobs={watch.failedJobs} wording={wording} />
          </Section>
          <Section title={words.workers.title}>
            <WorkersPart workers={watch.workers} wording={wording} />
          </Section>
        </>
      ),
    };
  },
};

interface IncidentsProps {
  readonly incidents: Watch['incidents'];
  readonly wording: Wording;
}

function Incidents({ incidents, wording }: IncidentsProps) {
  const words = wording.say.operation.incidents;
  if (incidents.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.until}</th>
        </tr>
      </thead>
      <tbody>
        {incidents.map(({ part, state, since, recoveredAt }) => (
          <tr key={`${part} ${state} ${since}`}>
            <td class="what">
              <b>{words.parts[part]}</b>
              {state !== null && <span class="second code">{state}</span>}
            </td>
            <td data-label={words.since}>{instantWords(wording, since)}</td>
            <td data-label={words.until}>
              {recoveredAt === null ? (
                <b class="late-words">{words.still}</b>
              ) : (
                instantWords(wording, recoveredAt)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
