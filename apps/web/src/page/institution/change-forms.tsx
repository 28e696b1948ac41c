import type { InstitutionDetail, InstitutionList } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { ReasonField } from '../../form/reason-field.js';
import { institutionPath, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

interface NewProps {
  readonly iso3: string;
  readonly institutions: InstitutionList;
  readonly visit: Visit;
}

export function NewInstitutionForm({ iso3, institutions, visit }: NewProps) {
  const { wording } = visit;
  const words = wording.say.institution.change;
  return (
    <ActForm visit={visit} action={statePath(iso3, '/institutions')} button={words.newButton}>
      <Field name="code" label={words.code} hint={words.codeHint} autocomplete="off" longest={60} />
      <NameFields wording={wording} />
      <LevelChoice wording={wording} />
      <InstitutionChoice name="parent" label={words.parent} none={words.none} institutions={institutions} />
      <DayField name="from" label={words.from} hint={wording.say.institution.optional} required={false} />
    </ActForm>
  );
}

interface ChangeProps extends NewProps {
  readonly detail: InstitutionDetail;
}

/** Each of the three changes waits behind its name: one is made at a time. */
export function ChangeForms({ iso3, detail, institutions, visit }: ChangeProps) {
  const { wording } = visit;
  const words = wording.say.institution.change;
  const at = institutionPath(iso3, detail.code);
  return (
    <>
      <FoldedForm visit={visit} action={`${at}/name`} summary={words.rename} button={words.renameButton}>
        <NameFields wording={wording} />
        <DayField name="from" label={words.renameFrom} value={detail.today} until={detail.today} />
        <ReasonField wording={wording} />
      </FoldedForm>
      <FoldedForm visit={visit} action={`${at}/place`} summary={words.place} button={words.placeButton}>
        <LevelChoice wording={wording} chosen={detail.level} />
        <InstitutionChoice
          name="parent"
          label={words.parent}
          none={words.none}
          chosen={detail.parent?.code}
          but={detail.code}
          institutions={institutions}
        />
        <ReasonField wording={wording} />
      </FoldedForm>
      <FoldedForm visit={visit} action={`${at}/end`} summary={words.end} button={words.endButton}>
        <DayField name="last_day" label={words.lastDay} value={detail.validUntil ?? undefined} />
        <InstitutionChoice
          name="successor"
          label={words.successor}
          hint={words.successorHint}
          none={words.none}
          but={detail.code}
          institutions={institutions}
        />
        <ReasonField wording={wording} />
      </FoldedForm>
    </>
  );
}

function NameFields({ wording }: { readonly wording: Wording }) {
  const { change: words, optional } = wording.say.institution;
  const names = [
    { name: 'name_en', label: words.nameEn, required: true },
    { name: 'name_es', label: words.nameEs, required: true },
    { name: 'short_en', label: words.shortEn, required: false },
    { name: 'short_es', label: words.shortEs, required: false },
  ];
  return (
    <>
      {names.map(({ name, label, required }) => (
        <Field
          key={name}
          name={name}
          label={label}
          {...(required ? {} : { hint: optional })}
          required={required}
          autocomplete="off"
          longest={300}
        />
      ))}
    </>
  );
}

function LevelChoice({ wording, chosen }: { readonly wording: Wording; readonly chosen?: string }) {
  const { change: words, levels } = wording.say.institution;
  return (
    <Choice name="level" label={words.level} required chosen={chosen}>
      {Object.entries(levels).map(([level, name]) => (
        <option key={level} value={level}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
