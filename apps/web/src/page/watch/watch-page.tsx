import type { Watch } from '#contracts';

import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** The operator's page: whether the watch itself is awake. No figures of any State. */
export const watchPage: Page<{ watch: Watch }> = {
  load: ({ language }) => ({ watch: apiUrl(language, '/watch') }),
  show: ({ watch }, { wording }) => ({
    documentTitle: wording.say.people.watch.documentTitle,
    current: 'watch',
    today: watch.today,
    body: <WatchBody watch={watch} wording={wording} />,
  }),
};

function WatchBody({ watch, wording }: { readonly watch: Watch; readonly wording: Wording }) {
  const words = wording.say.people.watch;
  const unfinished = watch.sweeps.filter(({ finishedAt }) => finishedAt === null).length;
  return (
    <>
      <h1>{watch.sweeps.length === 0 ? words.none : words.title(unfinished)}</h1>
      <p class="links">
        <a href={pageUrl(wording.language, '/security-events')}>{wording.say.securityEvent.link}</a>
      </p>
      <Section title={words.sweeps}>
        <table class="list stacked">
          <thead>
            <tr>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.finished}</th>
              <th scope="col">{words.counts}</th>
            </tr>
          </thead>
          <tbody>
            {watch.sweeps.map((sweep) => (
              <tr key={`${sweep.state} ${sweep.sweptOn}`}>
                <td class="code">{sweep.state}</td>
                <td data-label={words.day}>{wording.shortDate(sweep.sweptOn)}</td>
                <td data-label={words.finished}>
                  {sweep.finishedAt ?? <b class="late-words">{words.running}</b>}
                </td>
                <td data-label={words.counts}>
                  {Object.entries(sweep.counts ?? {})
                    .map(([name, count]) => `${name} ${wording.number(count)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={words.mail}>
        <Counts counts={{ '': watch.mail }} wording={wording} />
      </Section>
      <Section title={words.queues}>
        <Counts counts={watch.queues} wording={wording} />
      </Section>
    </>
  );
}

interface CountsProps {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly wording: Wording;
}

function Counts({ counts, wording }: CountsProps) {
  const words = wording.say.people.watch;
  const rows = Object.entries(counts).flatMap(([group, states]) =>
    Object.entries(states).map(([state, count]) => ({ group, state, count })),
  );
  const grouped = rows.some(({ group }) => group !== '');
  if (rows.length === 0) return <p>{words.nothing}</p>;
  return (
    <table class="list narrow">
      <thead>
        <tr>
          {grouped && <th scope="col">{words.queue}</th>}
          <th scope="col">{words.what}</th>
          <th scope="col" class="number">
            {words.number}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, state, count }) => (
          <tr key={`${group} ${state}`}>
            {grouped && <td class="code">{group}</td>}
            <td>{state}</td>
            <td class="number">{wording.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
