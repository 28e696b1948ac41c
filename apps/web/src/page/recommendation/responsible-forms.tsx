import type { InstitutionList, RecommendationDetail, ResponsibilityList } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { ReasonField } from '../../form/reason-field.js';
import { statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { termWords } from '../institution/term.js';

type Responsibility = ResponsibilityList['items'][number];

interface ResponsibleFormsProps {
  readonly detail: RecommendationDetail;
  readonly standing: ResponsibilityList;
  readonly institutions: InstitutionList;
  readonly wording: Wording;
}

/** For the secretariat: who answers and answered, and the forms to assign, change and end it. */
export function ResponsibleForms({ detail, standing, institutions, wording }: ResponsibleFormsProps) {
  const words = wording.say.institution.responsible;
  const now = standing.items.filter(({ basis }) => basis === 'now_responsible');
  const nameOf = (code: string | null): string =>
    institutions.items.find((institution) => institution.code === code)?.name ?? code ?? '';
  return (
    <>
      {now.length === 0 ? (
        <p>{words.noOne}</p>
      ) : (
        <table class="list stacked">
          <thead>
            <tr>
              <th scope="col">{words.institution}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.term}</th>
              <th scope="col">
                <span class="line-words">{words.end}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {now.map((one) => (
              <tr key={one.id}>
                <td>{nameOf(one.institution)}</td>
                <td data-label={words.role}>
                  {one.role === null ? '' : wording.say.recommendation.roles[one.role]}
                </td>
                <td data-label={words.term}>{termWords(one, wording)}</td>
                <td>
                  {!(one.endsOn !== null && one.endsOn < detail.today) && (
                    <Changes one={one} name={nameOf(one.institution)} detail={detail} wording={wording} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details class="change" open={now.length === 0}>
        <summary>{words.assign}</summary>
        <form class="act" method="post" action={statePath(detail.state.iso3, '/responsibilities')}>
          <Hidden detail={detail} wording={wording} />
          <InstitutionChoice
            name="institution"
            label={words.institution}
            none={words.choose}
            required
            institutions={institutions}
          />
          <Choice name="role" label={words.role} required>
            <option value="lead">{wording.say.recommendation.roles.lead}</option>
            <option value="support">{wording.say.recommendation.roles.support}</option>
          </Choice>
          <DayField name="from" label={words.from} value={detail.today} />
          <ReasonField wording={wording} />
          <button class="button button-main" type="submit">
            {words.assignButton}
          </button>
        </form>
      </details>
    </>
  );
}

interface ChangesProps {
  readonly one: Responsibility;
  readonly name: string;
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

function Changes({ one, name, detail, wording }: ChangesProps) {
  const words = wording.say.institution.responsible;
  const at = statePath(detail.state.iso3, `/responsibilities/${one.id}`);
  const other = one.role === 'lead' ? 'support' : 'lead';
  const change = other === 'lead' ? words.toLead : words.toSupport;
  return (
    <>
      <details class="change">
        <summary aria-label={`${change}: ${name}`}>{change}</summary>
        <form class="act" method="post" action={`${at}/change`}>
          <Hidden detail={detail} wording={wording} />
          <input type="hidden" name="role" value={other} />
          <DayField name="from" label={words.from} value={detail.today} />
          <ReasonField wording={wording} />
          <button class="button" type="submit">
            {change}
          </button>
        </form>
      </details>
      <details class="change">
        <summary aria-label={words.endLabel(name)}>{words.end}</summary>
        <form class="act" method="post" action={`${at}/end`}>
          <Hidden detail={detail} wording={wording} />
          <DayField name="last_day" label={words.lastDay} value={detail.today} />
          <ReasonField wording={wording} />
          <button class="button" type="submit">
            {words.endButton}
          </button>
        </form>
      </details>
    </>
  );
}

function Hidden({ detail, wording }: Pick<ChangesProps, 'detail' | 'wording'>) {
  return (
    <>
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="recommendation" value={detail.id} />
    </>
  );
}
