import type { InstitutionList } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { NewInstitutionForm } from './change-forms.js';
import { InstitutionLinks } from './institution-links.js';
import { isSecretariat } from './viewer-rights.js';

interface Data extends Record<string, unknown> {
  readonly list: InstitutionList;
  /** To choose a parent from. */
  readonly all?: InstitutionList;
}

/** Who has to act in a State: for everybody, and with a form for the secretariat. */
export const institutionsPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const path = statePath(iso3, '/institutions');
    const page = listQuery(query, ['search']);
    return {
      list: apiUrl(language, path, page),
      ...(isSecretariat(viewer, iso3) ? { all: everyInstitution(language, iso3) } : {}),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.institution.list;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      body: <InstitutionsBody data={data} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function InstitutionsBody({ data, visit, iso3 }: BodyProps) {
  const { wording, address, state, viewer } = visit;
  const words = wording.say.institution;
  const part = address.query.get('search')?.trim() ?? '';
  return (
    <>
      <h1>{words.list.title(state?.name ?? iso3)}</h1>
      <p class="lede">{words.list.lede}</p>
      <InstitutionLinks
        iso3={iso3}
        viewer={viewer}
        wording={wording}
        here={statePath(iso3, '/institutions')}
      />
      <FormProblem address={address} wording={wording} />
      <ListSearch visit={visit} />
      {data.list.items.length === 0 && askedOf(address) !== '' ? (
        <NothingFound visit={visit} />
      ) : data.list.items.length === 0 ? (
        <div class="empty">
          <p>{part === '' ? words.list.empty : words.list.nothingFound(part)}</p>
        </div>
      ) : (
        <InstitutionTable data={data} visit={visit} iso3={iso3} />
      )}
      <NextPage visit={visit} keeps={['search']} cursor={data.list.nextCursor} label={words.list.next} />
      {data.all && (
        <Section title={words.change.newTitle}>
          <NewInstitutionForm iso3={iso3} institutions={data.all} visit={visit} />
        </Section>
      )}
    </>
  );
}

function InstitutionTable({ data, visit: { wording }, iso3 }: BodyProps) {
  const words = wording.say.institution;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.list.name}</th>
          <th scope="col">{words.list.level}</th>
          <th scope="col" class="number">
            {words.list.leads}
          </th>
          <th scope="col" class="number">
            {words.list.supports}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.list.items.map(({ code, name, shortName, level, validUntil, leads, supports }) => (
          <tr key={code}>
            <td class="what">
              <a href={pageUrl(wording.language, institutionPath(iso3, code))}>
                <Sought text={name} words={data.list.sought} />
              </a>
              {shortName !== name && <span class="second">{shortName}</span>}
              {validUntil !== null && (
                <span class="second">{words.list.endedOn(wording.shortDate(validUntil))}</span>
              )}
            </td>
            <td data-label={words.list.level}>{words.levels[level] ?? level}</td>
            <td class="number" data-label={words.list.leads}>
              {wording.number(leads)}
            </td>
            <td class="number" data-label={words.list.supports}>
              {wording.number(supports)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
