import type { UsualClock } from '#contracts';

import { Choice, Field, TextField } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

interface FieldsProps {
  readonly wording: Wording;
  /** Who is asked, where the form knows. */
  readonly institution?: string | undefined;
  readonly usual: UsualClock;
  /** What was asked before, where it is asked again. */
  readonly before?: { readonly question: string; readonly legalBasis: string; readonly language: string };
}

/** What is asked, by which law, and until when. */
export function QuestionFields({ wording, institution, usual, before }: FieldsProps) {
  const words = wording.say.informationRequest.ask;
  return (
    <>
      <TextField
        name="question"
        label={institution === undefined ? words.question : words.questionOf(institution)}
        hint={words.questionHint}
        required
        longest={4000}
        value={before?.question}
      />
      <Field
        name="legal_basis"
        label={words.legalBasis}
        hint={words.legalBasisHint}
        autocomplete="on"
        longest={500}
        value={before?.legalBasis}
      />
      <TextLanguage wording={wording} label={words.language} chosen={before?.language} />
      <Field
        name="working_days"
        label={words.workingDays}
        hint={words.workingDaysHint(usual.workingDays)}
        autocomplete="off"
        required={false}
        longest={2}
      />
    </>
  );
}

interface LanguageProps {
  readonly wording: Wording;
  readonly label: string;
  readonly chosen?: string | undefined;
}

export function TextLanguage({ wording, label, chosen }: LanguageProps) {
  return (
    <Choice name="language" label={label} chosen={chosen ?? wording.language}>
      {(['en', 'es', 'fr'] as const).map((code) => (
        <option key={code} value={code}>
          {wording.say.recommendation.languageNames[code]}
        </option>
      ))}
    </Choice>
  );
}
