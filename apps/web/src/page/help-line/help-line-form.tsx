import type { KeptHelpLine } from '#contracts';
import { LANGUAGES } from '#messages';

import { FoldedForm } from '../../form/act-form.js';
import { Choice, Field } from '../../form/field.js';
import type { Visit } from '../../router/page.js';

const LETTERS = 120;
const ADDRESS_LETTERS = 300;

interface HelpLineFormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly summary: string;
  readonly label?: string;
  readonly open?: boolean;
  /** What stands in it; absent: nothing yet. */
  readonly line?: KeptHelpLine;
}

/** A help line to write or to change. It becomes a draft. */
export function HelpLineForm({ visit, action, summary, label, open = false, line }: HelpLineFormProps) {
  const words = visit.wording.say.helpLine;
  const { form } = words;
  const own = visit.wording.language;
  const languages = [own, ...LANGUAGES.filter((language) => language !== own)];
  return (
    <FoldedForm
      visit={visit}
      action={action}
      summary={summary}
      label={label}
      open={open}
      button={words.save}
      main={false}
    >
      <Field
        name="telephone"
        label={form.telephone}
        hint={form.telephoneHint}
        autocomplete="off"
        longest={30}
        {...given(line?.telephone)}
      />
      <Choice
        name="charge"
        label={form.charge}
        required
        chosen={line && !line.freeOfCharge ? 'charged' : 'free'}
      >
        <option value="free">{form.free}</option>
        <option value="charged">{form.charged}</option>
      </Choice>
      <Field
        name="web"
        label={form.web}
        hint={form.webHint}
        longest={ADDRESS_LETTERS}
        required={false}
        {...given(line?.webAddress)}
      />
      <div class="help-line-previews">
        {languages.map((language) => {
          const wording = line?.wordings.find((one) => one.language === language);
          return (
            <fieldset key={language} class="help-line-wording">
              <legend>{form.language(words.languages[language] ?? language)}</legend>
              <p class="note">{form.languageHint}</p>
              <Field
                name={`name_${language}`}
                label={form.name}
                longest={LETTERS}
                required={false}
                {...given(wording?.name)}
              />
              <Field
                name={`hours_${language}`}
                label={form.hours}
                hint={form.hoursHint}
                longest={LETTERS}
                required={false}
                {...given(wording?.hours)}
              />
              <Field
                name={`spoken_${language}`}
                label={form.spoken}
                longest={LETTERS}
                required={false}
                {...given(wording?.spoken)}
              />
            </fieldset>
          );
        })}
      </div>
    </FoldedForm>
  );
}

function given(value: string | null | undefined): { readonly value?: string } {
  return value === undefined || value === null ? {} : { value };
}
