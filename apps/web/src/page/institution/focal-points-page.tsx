import type { FocalPointList, InstitutionDetail } from '#contracts';
import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { ActForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field, TextField } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { Invitation } from '../people/member-mail.js';
import { termWords } from './term.js';
import { isSecretariat } from './viewer-rights.js';

interface Data extends Record<string, unknown> {
  readonly detail: InstitutionDetail;
  readonly people: FocalPointList;
}

/** Who answers for an institution, and handing over to a colleague. */
export const focalPointsPage: Page<Data> = {
  load: ({ language, parameters }) => {
    const path = institutionPath(parameters['iso3'] ?? '', parameters['code'] ?? '');
    return { detail: apiUrl(language, path), people: apiUrl(language, `${path}/focal-points`) };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.institution;
    const iso3 = address.parameters['iso3'] ?? '';
    const { name, shortName, code } = data.detail;
    return {
      documentTitle: words.focalPoints.documentTitle,
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        { label: words.list.documentTitle, path: statePath(iso3, '/institutions') },
        { label: shortName, path: institutionPath(iso3, code) },
        { label: words.focalPoints.documentTitle },
      ],
      today: data.people.today,
      body: (
        <>
          <h1>{words.focalPoints.title(name)}</h1>
          <FormDone address={address} words={words.focalPoints.done} />
          <FormProblem address={address} wording={wording} />
          <FocalPointTable data={data} visit={visit} />
          {isSecretariat(visit.viewer, iso3) && (
            <p class="links">
              <a href={pageUrl(wording.language, statePath(iso3, '/people'))}>{words.focalPoints.invite}</a>
            </p>
          )}
          <HandOver data={data} visit={visit} iso3={iso3} />
        </>
      ),
    };
  },
};

interface PartProps {
  readonly data: Data;
  readonly visit: Visit;
}

function FocalPointTable({ data: { people }, visit: { wording } }: PartProps) {
  const words = wording.say.institution.focalPoints;
  if (people.items.length === 0)
    return (
      <div class="empty">
        <p>{words.empty}</p>
      </div>
    );
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.term}</th>
          <th scope="col">{words.mail}</th>
        </tr>
      </thead>
      <tbody>
        {people.items.map((person) => (
          <tr key={person.focalPoint}>
            <td>
              {person.name}
              <span class="second">{person.email}</span>
            </td>
            <td data-label={words.kind}>{words.kinds[person.kind] ?? person.kind}</td>
            <td data-label={words.term}>{termWords(person, wording)}</td>
            <td data-label={words.mail}>
              {person.endsOn !== null && person.endsOn < people.today ? (
                words.over
              ) : person.invitation !== null && (person.invitation.became !== 'sent' || person.reachable) ? (
                <Invitation invitation={person.invitation} wording={wording}>
                  {words.mendInvitation}
                </Invitation>
              ) : person.reachable ? (
                words.reachable
              ) : (
                <b class="late-words">{words.unreachable}</b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A focal point hands over the own work; the secretariat that of anybody, also of one who has left already. */
function HandOver({ data, visit, iso3 }: PartProps & { readonly iso3: string }) {
  const { wording, viewer } = visit;
  const words = wording.say.institution.focalPoints;
  const all = isSecretariat(viewer, iso3);
  const own = viewer?.role === 'focal_point';
  const those = data.people.items.filter(({ name }) => all || (own && name === viewer.name));
  if (those.length === 0) return null;
  return (
    <Section title={words.handOver} aside={words.handOverWhat}>
      <ActForm visit={visit} action={statePath(iso3, '/hand-overs')} button={words.button}>
        <input type="hidden" name="institution" value={data.detail.code} />
        <Choice name="focal_point" label={words.who} required>
          {those.map(({ focalPoint, name, email }) => (
            <option key={focalPoint} value={String(focalPoint)}>
              {`${name} (${email})`}
            </option>
          ))}
        </Choice>
        <Field name="name" label={words.toName} autocomplete="off" />
        <Field name="email" type="email" label={words.toEmail} autocomplete="off" longest={254} />
        <Choice name="language" label={words.language} chosen={wording.language}>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </Choice>
        <DayField
          name="from"
          label={words.from}
          hint={words.fromHint}
          value={data.people.today}
          from={data.people.today}
        />
        <TextField name="note" label={words.note} hint={words.noteHint} />
      </ActForm>
    </Section>
  );
}
