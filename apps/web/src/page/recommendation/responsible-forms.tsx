import type { InstitutionList, RecommendationDetail, ResponsibilityList } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { ReasonField } from '../../form/reason-field.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { termWords } from '../institution/term.js';

type Responsibility = ResponsibilityList['items'][number];

interface ResponsibleFormsProps {
  readonly detail: RecommendationDetail;
  readonly standing: ResponsibilityList;
  readonly institutions: InstitutionList;
  readonly visit: Visit;
}

/** For the secretariat: who answers and answered, and the forms to assign, change and end it. */
export function ResponsibleForms({ detail, standing, institutions, visit }: ResponsibleFormsProps) {
  const { wording } = visit;
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
                    <Changes one={one} name={nameOf(one.institution)} detail={detail} visit={visit} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FoldedForm
        visit={visit}
        action={statePath(detail.state.iso3, '/responsibilities')}
        summary={words.assign}
        open={now.length === 0}
        button={words.assignButton}
      >
        <OfRecommendation detail={detail} />
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
      </FoldedForm>
    </>
  );
}

interface ChangesProps {
  readonly one: Responsibility;
  readonly name: string;
  readonly detail: RecommendationDetail;
  readonly visit: Visit;
}

function Changes({ one, name, detail, visit }: ChangesProps) {
  const { wording } = visit;
  const words = wording.say.institution.responsible;
  const at = statePath(detail.state.iso3, `/responsibilities/${one.id}`);
  const other = one.role === 'lead' ? 'support' : 'lead';
  const change = other === 'lead' ? words.toLead : words.toSupport;
  return (
    <>
      <FoldedForm
        visit={visit}
        action={`${at}/change`}
        summary={change}
        label={`${change}: ${name}`}
        button={change}
        main={false}
      >
        <OfRecommendation detail={detail} />
        <input type="hidden" name="role" value={other} />
        <DayField name="from" label={words.from} value={detail.today} />
        <ReasonField wording={wording} />
      </FoldedForm>
      <FoldedForm
        visit={visit}
        action={`${at}/end`}
        summary={words.end}
        label={words.endLabel(name)}
        button={words.endButton}
        main={false}
      >
        <OfRecommendation detail={detail} />
        <DayField name="last_day" label={words.lastDay} value={detail.today} />
        <ReasonField wording={wording} />
      </FoldedForm>
    </>
  );
}

function OfRecommendation({ detail }: Pick<ChangesProps, 'detail'>) {
  return <input type="hidden" name="recommendation" value={detail.id} />;
}
