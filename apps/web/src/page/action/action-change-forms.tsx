import type { ActionDetail, InstitutionList } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { ReasonField } from '../../form/reason-field.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { PlanForm } from './plan-form.js';

interface ChangeFormsProps {
  readonly detail: ActionDetail;
  readonly visit: Visit;
  readonly iso3: string;
  /** Whom it may be planned for. */
  readonly institutions: InstitutionList;
}

/** Another plan, done, taken up again, given up. */
export function ChangeForms({
  detail: { action, today, choices },
  visit: { wording, typedInto },
  iso3,
  institutions,
}: ChangeFormsProps) {
  const { page, form } = wording.say.action;
  const at = statePath(iso3, `/actions/${action.id}`);
  const language = <input type="hidden" name="lang" value={wording.language} />;
  return (
    <>
      <details class="change" open={typedInto(`${at}/change`).size > 0}>
        <summary>{page.change}</summary>
        <PlanForm
          at={`${at}/change`}
          action={action}
          choices={choices}
          institutions={institutions}
          typed={typedInto(`${at}/change`)}
          wording={wording}
        />
      </details>
      {action.doneOn === null ? (
        <>
          <details class="change">
            <summary>{page.finish}</summary>
            <form class="act" method="post" action={`${at}/done`}>
              {language}
              <DayField name="done_on" label={form.doneOn} value={today} until={today} />
              <button class="button button-main" type="submit">
                {form.doneButton}
              </button>
            </form>
          </details>
          <details class="change">
            <summary>{page.cancel}</summary>
            <form class="act" method="post" action={`${at}/cancel`}>
              {language}
              <ReasonField wording={wording} />
              <button class="button" type="submit">
                {form.cancelButton}
              </button>
            </form>
          </details>
        </>
      ) : (
        <details class="change">
          <summary>{page.reopen}</summary>
          <form class="act" method="post" action={`${at}/done`}>
            {language}
            <input type="hidden" name="done_on" value="" />
            <ReasonField wording={wording} />
            <button class="button" type="submit">
              {form.reopenButton}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
