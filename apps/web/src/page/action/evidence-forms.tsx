import type { ComponentChildren } from 'preact';

import type { InstitutionList } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { recommendationPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface EvidenceFormsProps {
  readonly iso3: string;
  /** Public id. */
  readonly recommendation: string;
  /** The action that it proves, on whose page the forms stand; null: the recommendation itself. */
  readonly action: number | null;
  /** The draft that it comes with, on whose page the forms stand, and the institution that answers. */
  readonly answer?: { readonly submission: number; readonly institution: string };
  readonly institutions?: InstitutionList;
  readonly visit: Visit;
}

/** A file, or a link. */
export function EvidenceForms(props: EvidenceFormsProps) {
  const { iso3, recommendation, action, answer, visit } = props;
  const { wording, typedInto } = visit;
  const words = wording.say.action.evidence;
  const files = `${recommendationPath(iso3, recommendation)}/evidence-files`;
  const links = `${recommendationPath(iso3, recommendation)}/evidence-links`;
  const place =
    answer !== undefined
      ? `&on_submission=${answer.submission}`
      : action === null
        ? ''
        : `&on_action=${action}`;
  return (
    <>
      <details class="change" open={typedInto(files).size > 0}>
        <summary>{words.file}</summary>
        <form
          class="act"
          method="post"
          enctype="multipart/form-data"
          action={`${files}?lang=${wording.language}${place}`}
        >
          <Fields {...props} typed={typedInto(files)} />
          <label class="field">
            <span class="field-label">{words.fileField}</span>
            <span class="field-hint">{words.fileHint}</span>
            <input type="file" name="file" required />
          </label>
          <Send>{words.giveFile}</Send>
        </form>
      </details>
      <details class="change" open={typedInto(links).size > 0}>
        <summary>{words.link}</summary>
        <form class="act" method="post" action={links}>
          <input type="hidden" name="lang" value={wording.language} />
          {action !== null && <input type="hidden" name="on_action" value={action} />}
          {answer && <input type="hidden" name="on_submission" value={answer.submission} />}
          <Fields {...props} typed={typedInto(links)} />
          <Field
            name="url"
            label={words.url}
            hint={words.urlHint}
            longest={2000}
            autocomplete="off"
            value={typedInto(links).get('url') ?? undefined}
          />
          <Send>{words.giveLink}</Send>
        </form>
      </details>
    </>
  );
}

function Fields({
  action,
  answer,
  institutions,
  visit: { wording },
  typed,
}: EvidenceFormsProps & { readonly typed: URLSearchParams }) {
  const { evidence: words, form } = wording.say.action;
  const only = institutions?.items.length === 1 ? institutions.items[0]?.code : undefined;
  const visibility = typed.get('visibility') ?? 'public';
  const language = typed.get('language') ?? wording.language;
  return (
    <>
      {action !== null && <input type="hidden" name="action" value={action} />}
      {answer && (
        <>
          <input type="hidden" name="submission" value={answer.submission} />
          <input type="hidden" name="institution" value={answer.institution} />
        </>
      )}
      {institutions && (
        <InstitutionChoice
          name="institution"
          label={words.institution}
          none={form.choose}
          required
          chosen={typed.get('institution') ?? only}
          institutions={institutions}
        />
      )}
      <Field
        name="title"
        label={words.title}
        hint={words.titleHint}
        longest={300}
        autocomplete="off"
        value={typed.get('title') ?? undefined}
      />
      <Choice name="language" label={form.language} required>
        {Object.entries(form.languages).map(([code, name]) => (
          <option key={code} value={code} selected={code === language}>
            {name}
          </option>
        ))}
      </Choice>
      <DayField
        name="effective_on"
        label={words.effectiveOn}
        hint={words.effectiveHint}
        value={typed.get('effective_on') ?? undefined}
      />
      <DayField
        name="expires_on"
        label={words.expiresOn}
        hint={words.expiresHint}
        required={false}
        value={typed.get('expires_on') ?? undefined}
      />
      <Choice name="visibility" label={words.visibility} required>
        <option value="public" selected={visibility === 'public'}>
          {words.public}
        </option>
        <option value="private" selected={visibility === 'private'}>
          {words.private}
        </option>
      </Choice>
    </>
  );
}

function Send({ children }: { readonly children: ComponentChildren }) {
  return (
    <button class="button button-main" type="submit">
      {children}
    </button>
  );
}
