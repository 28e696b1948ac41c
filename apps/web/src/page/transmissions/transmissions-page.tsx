import type { InstitutionList, TransmissionList } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { isSecretariat } from '../institution/viewer-rights.js';
import { LetterTable } from './letter-table.js';
import { RecordLetterForm } from './record-letter-form.js';

interface Data extends Record<string, unknown> {
  readonly list: TransmissionList;
  /** To choose the recipient from. */
  readonly all?: InstitutionList;
}

/** To whom the recommendations were sent, and whose receipt is missing. */
export const transmissionsPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/transmissions'), listQuery(query, ['missing'])),
      ...(isSecretariat(viewer, iso3) ? { all: everyInstitution(language, iso3) } : {}),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.institution.transmissions;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: data.list.today,
      body: <TransmissionsBody data={data} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function TransmissionsBody({ data: { list, all }, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.institution.transmissions;
  const sent = list.counts.reduce((sum, count) => sum + count.sent, 0);
  const missing = list.counts.reduce((sum, count) => sum + count.missing, 0);
  const onlyMissing = address.query.get('missing') === '1';
  return (
    <>
      <h1>{sent === 0 ? words.titleOfNone : words.title(missing)}</h1>
      <p class="lede">{words.lede}</p>
      <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <Section title={words.kind}>
        <Counts list={list} visit={visit} />
      </Section>
      <Section
        title={words.letters}
        aside={
          sent > 0 && (
            <a
              href={pageUrl(wording.language, address.path, {
                q: askedOf(address),
                missing: onlyMissing ? null : 1,
              })}
            >
              {onlyMissing ? words.all : words.onlyMissing}
            </a>
          )
        }
      >
        <ListSearch visit={visit} keeps={['missing']} />
        {list.items.length === 0 && askedOf(address) !== '' ? (
          <NothingFound visit={visit} keeps={['missing']} />
        ) : list.items.length === 0 ? (
          <div class="empty">
            <p>{onlyMissing ? words.emptyMissing : words.empty}</p>
          </div>
        ) : (
          <LetterTable list={list} mayChange={all !== undefined} iso3={iso3} visit={visit} />
        )}
        <NextPage visit={visit} keeps={['missing']} cursor={list.nextCursor} label={words.next} />
      </Section>
      {all && (
        <Section title={words.record} aside={words.recordWhat}>
          <RecordLetterForm iso3={iso3} today={list.today} institutions={all} visit={visit} />
        </Section>
      )}
    </>
  );
}

function Counts({
  list,
  visit: { wording },
}: Pick<BodyProps, 'visit'> & { readonly list: TransmissionList }) {
  const words = wording.say.institution.transmissions;
  return (
    <table class="list stacked narrow">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col" class="number">
            {words.sent}
          </th>
          <th scope="col" class="number">
            {words.missing}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.counts.map(({ kind, sent, missing }) => (
          <tr key={kind}>
            <td>{words.kinds[kind] ?? kind}</td>
            <td class="number" data-label={words.sent}>
              {sent === 0 ? <span class="quiet">{words.none}</span> : wording.number(sent)}
            </td>
            <td class="number" data-label={words.missing}>
              {missing === 0 ? '0' : <b class="late-words">{wording.number(missing)}</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
