import type { InstitutionDetail, InstitutionList, Timeliness } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import {
  apiUrl,
  calendarUrl,
  institutionPath,
  pageUrl,
  recommendationPath,
  statePath,
} from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { FollowTopic, feedOf } from '../../topic/follow-topic.js';
import type { NamedTopic } from '../../topic/follow-topic.js';
import type { Wording } from '../../wording/wording.js';
import { ChangeForms } from './change-forms.js';
import { InstitutionFacts } from './institution-facts.js';
import { TimelinessSection } from './timeliness-section.js';
import { termWords } from './term.js';
import { isSecretariat, readsFocalPoints } from './viewer-rights.js';

type Item = InstitutionDetail['responsibilities'][number];

interface Data extends Record<string, unknown> {
  readonly detail: InstitutionDetail;
  readonly timeliness: Timeliness;
  /** To choose a parent or a successor from. */
  readonly all?: InstitutionList;
}

/** One institution: its names over time, what it answers for, and what was transmitted to it. */
export const institutionPage: Page<Data> = {
  load: ({ language, parameters }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      detail: apiUrl(language, institutionPath(iso3, parameters['code'] ?? '')),
      timeliness: apiUrl(language, `${institutionPath(iso3, parameters['code'] ?? '')}/timeliness`),
      ...(isSecretariat(viewer, iso3) ? { all: everyInstitution(language, iso3) } : {}),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: data.detail.name,
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        { label: wording.say.institution.list.documentTitle, path: statePath(iso3, '/institutions') },
        { label: data.detail.shortName },
      ],
      today: data.detail.today,
      feed: feedOf({ topic: topicOf(data.detail), iso3, wording }),
      body: <InstitutionBody data={data} visit={visit} iso3={iso3} />,
    };
  },
};

function topicOf({ code, name }: InstitutionDetail): NamedTopic {
  return { kind: 'institution', key: code, name };
}

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function InstitutionBody({ data: { detail, timeliness, all }, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.institution.page;
  return (
    <>
      <h1>{detail.name}</h1>
      {detail.validUntil !== null && (
        <p class="lede">
          {(detail.validUntil < detail.today ? words.ended : words.ends)(wording.date(detail.validUntil))}
        </p>
      )}
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <InstitutionFacts detail={detail} iso3={iso3} wording={wording} />
      <p class="links">
        <a href={pageUrl(wording.language, statePath(iso3, '/deadlines'), { institution: detail.code })}>
          {wording.say.deadlines.documentTitle}
        </a>
        <a href={calendarUrl(wording.language, iso3, detail.code)}>{wording.say.cycle.calendar.link}</a>
        {readsFocalPoints(viewer, iso3, detail.code) && (
          <a href={pageUrl(wording.language, `${institutionPath(iso3, detail.code)}/focal-points`)}>
            {words.focalPoints}
          </a>
        )}
      </p>
      <FollowTopic topic={topicOf(detail)} iso3={iso3} wording={wording} />
      <Section title={words.owes} aside={words.whatIsDue}>
        <Responsibilities detail={detail} iso3={iso3} wording={wording} />
      </Section>
      <TimelinessSection timeliness={timeliness} iso3={iso3} code={detail.code} wording={wording} />
      <Section title={words.transmissions}>
        <Transmissions detail={detail} wording={wording} />
      </Section>
      {all && (
        <Section title={words.changes}>
          <ChangeForms iso3={iso3} detail={detail} institutions={all} visit={visit} />
        </Section>
      )}
    </>
  );
}

interface PartProps {
  readonly detail: InstitutionDetail;
  readonly iso3: string;
  readonly wording: Wording;
}

function Responsibilities({ detail, iso3, wording }: PartProps) {
  const words = wording.say.institution.page;
  const isOver = ({ endsOn }: Item): boolean => endsOn !== null && endsOn < detail.today;
  const now = detail.responsibilities.filter((item) => !isOver(item));
  const groups = [
    { key: 'lead', title: words.lead, items: now.filter(({ role }) => role === 'lead') },
    { key: 'support', title: words.support, items: now.filter(({ role }) => role === 'support') },
    { key: 'former', title: words.former, items: detail.responsibilities.filter(isOver) },
  ];
  return (
    <>
      {now.length === 0 && <p>{words.nothing}</p>}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ key, title, items }) => (
          <section key={key} class="item-group">
            <h3>{title(items.length)}</h3>
            <ul class="siblings">
              {items.map((item) => (
                <li key={`${item.id} ${item.startsOn ?? ''}`}>
                  <span class="code">{wording.code(item.code)}</span>
                  <a href={pageUrl(wording.language, recommendationPath(iso3, item.id))}>{item.title}</a>
                  <span class="quiet">{termWords(item, wording)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Transmissions({ detail, wording }: Omit<PartProps, 'iso3'>) {
  const { page, transmissions: words } = wording.say.institution;
  if (detail.transmissions.length === 0) return <p>{page.noTransmissions}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.items}</th>
          <th scope="col">{words.sentOn}</th>
          <th scope="col">{words.receivedOn}</th>
        </tr>
      </thead>
      <tbody>
        {detail.transmissions.map(({ sentOn, receivedOn, items }, index) => (
          <tr key={`${sentOn} ${index}`}>
            <td data-label={words.items}>{items === 0 ? words.whole : words.count(items)}</td>
            <td class="day" data-label={words.sentOn}>
              {wording.shortDate(sentOn)}
            </td>
            <td class="day" data-label={words.receivedOn}>
              {receivedOn === null ? (
                <b class="late-words">{words.noReceipt}</b>
              ) : (
                wording.shortDate(receivedOn)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
