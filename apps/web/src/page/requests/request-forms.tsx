import type { InformationRequestDetail } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { Field, TextField } from '../../form/field.js';
import { Section } from '../../layout/section.js';
import type { Visit } from '../../router/page.js';
import { QuestionFields, TextLanguage } from './question-fields.js';
import { answersFor, asksFormally } from './request-rights.js';

interface FormsProps {
  readonly detail: InformationRequestDetail;
  readonly visit: Visit;
}

/** What can be done with a request as it stands, by whoever looks at it. */
export function RequestForms(props: FormsProps) {
  const { detail, visit } = props;
  const { iso3 } = detail.state;
  if (answersFor(visit.viewer, iso3, detail.request.institution.code)) return <AnswerForm {...props} />;
  return asksFormally(visit.viewer, iso3) ? <FollowForms {...props} /> : null;
}

const actionOf = ({ state, request }: InformationRequestDetail, act: string): string =>
  `/states/${state.iso3}/information-requests/${request.id}/${act}`;

function AnswerForm({ detail, visit }: FormsProps) {
  const { wording } = visit;
  const words = wording.say.informationRequest.forms;
  const { state } = detail.request;
  if (state !== 'sent' && state !== 'overdue') return null;
  return (
    <Section title={words.answerTitle} id="answer">
      <ActForm
        visit={visit}
        action={actionOf(detail, 'answer')}
        button={words.answerButton}
        keep={{ by: 'person', as: 'answer' }}
      >
        <TextField name="answer" label={words.answer} hint={words.answerHint} required longest={8000} />
        <TextLanguage wording={wording} label={words.answerLanguage} />
        <Field
          name="url"
          label={words.url}
          hint={words.urlHint}
          required={false}
          autocomplete="off"
          longest={500}
        />
      </ActForm>
    </Section>
  );
}

function FollowForms({ detail, visit }: FormsProps) {
  const { wording } = visit;
  const words = wording.say.informationRequest.forms;
  const { request, usual } = detail;
  const waits = request.state === 'sent' || request.state === 'overdue';
  const over = request.state === 'withdrawn' || request.later !== null;
  const part =
    request.questionPublishedOn === null
      ? request.state === 'withdrawn'
        ? null
        : 'question'
      : request.answer !== null && request.answerPublishedOn === null
        ? 'answer'
        : null;
  if (over && part === null) return null;
  return (
    <Section title={words.title}>
      {request.state === 'answered' && (
        <FoldedForm
          visit={visit}
          action={actionOf(detail, 'close')}
          summary={words.close}
          button={words.closeButton}
        >
          <TextField name="reason" label={words.closeReason} />
        </FoldedForm>
      )}
      {!over && (
        <FoldedForm
          visit={visit}
          action={actionOf(detail, 'again')}
          summary={words.again}
          button={words.againButton}
          main={false}
        >
          <p class="note">{words.againWhat}</p>
          <QuestionFields
            wording={wording}
            institution={request.institution.name}
            usual={usual}
            before={request}
          />
        </FoldedForm>
      )}
      {waits && (
        <FoldedForm
          visit={visit}
          action={actionOf(detail, 'withdraw')}
          summary={words.withdraw}
          button={words.withdrawButton}
          main={false}
        >
          <p class="note">{words.withdrawWhat}</p>
          <TextField name="reason" label={words.withdrawReason} required />
        </FoldedForm>
      )}
      {part !== null && (
        <FoldedForm
          visit={visit}
          action={actionOf(detail, 'publish')}
          summary={part === 'question' ? words.publishQuestion : words.publishAnswer}
          button={words.publish}
          main={false}
        >
          <p class="note">{words.publishWhat}</p>
          <input type="hidden" name="part" value={part} />
        </FoldedForm>
      )}
    </Section>
  );
}
