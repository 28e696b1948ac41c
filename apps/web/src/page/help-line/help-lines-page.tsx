import type { KeptHelpLine, KeptHelpLines } from '#contracts';
import { LANGUAGES } from '#messages';

import { ActForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { wordingFor } from '../../wording/wording.js';
import { HelpLine } from '../children/help-line.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { HelpLineForm } from './help-line-form.js';
import { HelpLineToDo } from './help-line-to-do.js';

/** Whom children can call: what they are shown as they are shown it, who checked it, and what is in draft. */
export const helpLinesPage: Page<{ kept: KeptHelpLines }> = {
  load: ({ language, parameters }) => ({
    kept: apiUrl(language, statePath(parameters['iso3'] ?? '', '/help-lines/kept')),
  }),
  show: ({ kept }, visit) => {
    const { wording, state, address } = visit;
    const iso3 = state?.iso3 ?? address.parameters['iso3'] ?? '';
    const words = wording.say.helpLine;
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: kept.today,
      body: <Body kept={kept} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly kept: KeptHelpLines;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ kept, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.helpLine;
  const of = (state: KeptHelpLine['state']) => kept.items.filter((line) => line.state === state);
  const [shown, drafts] = [of('shown'), of('draft')];
  return (
    <>
      <h1>{words.title(shown.length)}</h1>
      <p class="lede">{words.lede}</p>
      <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={statePath(iso3, '/help-lines')} />
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <HelpLineToDo kept={kept} wording={wording} />
      <Section title={words.shownTitle}>
        {shown.length === 0 && (
          <div class="empty">
            <p>{words.none}</p>
          </div>
        )}
        {shown.map((line, place) => (
          <KeptLine key={line.id} line={line} place={place} kept={kept} visit={visit} iso3={iso3} />
        ))}
        <p>
          <a href={pageUrl(wording.language, statePath(iso3, '/children'))}>{words.childrenPage}</a>
        </p>
      </Section>
      <Section title={words.draftsTitle}>
        {drafts.length === 0 && <p>{words.noDrafts}</p>}
        {drafts.map((line) => (
          <KeptLine key={line.id} line={line} place={0} kept={kept} visit={visit} iso3={iso3} />
        ))}
        {kept.mayChange && (
          <HelpLineForm
            visit={visit}
            action={statePath(iso3, '/help-lines')}
            summary={words.add}
            open={kept.items.length === 0}
          />
        )}
      </Section>
    </>
  );
}

interface KeptLineProps extends BodyProps {
  readonly line: KeptHelpLine;
  /** Among those that are shown. */
  readonly place: number;
}

function KeptLine({ line, place, kept, visit, iso3 }: KeptLineProps) {
  const { wording } = visit;
  const words = wording.say.helpLine;
  const replaced = kept.items.find(({ id }) => id === line.replaces);
  return (
    <article class="item-group" aria-label={line.telephone}>
      <Preview line={line} visit={visit} />
      {line.checkedOn !== null && (
        <p class="note">
          {words.checkedBy(wording.date(line.checkedOn), line.checkedBy ?? '')}
          {line.checkDue && <b>{` ${words.due}`}</b>}
        </p>
      )}
      {line.state === 'draft' && (
        <p class="note">
          {words.draftOf(wording.date(line.writtenOn), line.writtenBy)}
          {replaced && ` ${words.changes(replaced.telephone)}`}
        </p>
      )}
      {kept.mayChange && <Acts line={line} place={place} visit={visit} iso3={iso3} />}
    </article>
  );
}

/** As children will read it, in each language of the pages. */
function Preview({ line, visit }: Pick<KeptLineProps, 'line' | 'visit'>) {
  const words = visit.wording.say.helpLine;
  return (
    <div class="help-line-previews">
      {LANGUAGES.map((language) => {
        const name = words.languages[language] ?? language;
        const wording = line.wordings.find((one) => one.language === language);
        return (
          <div key={language} class="help-line-preview">
            <p class="note">{wording ? words.preview(name) : words.noWording(name)}</p>
            {wording && (
              <div class="children" lang={language}>
                <HelpLine
                  line={{
                    telephone: line.telephone,
                    dialled: line.dialled,
                    freeOfCharge: line.freeOfCharge,
                    webAddress: line.webAddress,
                    wording,
                    ...(line.checkedOn === null
                      ? {}
                      : { checkedOn: line.checkedOn, checkDue: line.checkDue }),
                  }}
                  wording={wordingFor(language)}
                />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Acts({ line, place, visit, iso3 }: Pick<KeptLineProps, 'line' | 'place' | 'visit' | 'iso3'>) {
  const words = visit.wording.say.helpLine;
  const action = statePath(iso3, `/help-lines/${line.id}`);
  const draft = line.state === 'draft';
  const about = (act: string): string => `${act}: ${line.telephone}`;
  return (
    <div class="help-line-acts">
      <ActForm
        visit={visit}
        action={`${action}/check`}
        button={draft ? words.check : words.checkAgain}
        label={about(draft ? words.check : words.checkAgain)}
        main={draft || line.checkDue}
      >
        <input type="hidden" name="version" value={String(line.version)} />
      </ActForm>
      <div class="help-line-other-acts">
        {!draft && place > 0 && (
          <ActForm
            visit={visit}
            action={`${action}/up`}
            button={words.up}
            label={about(words.up)}
            main={false}
          >
            {null}
          </ActForm>
        )}
        <ActForm
          visit={visit}
          action={`${action}/withdraw`}
          button={draft ? words.discard : words.withdraw}
          label={about(draft ? words.discard : words.withdraw)}
          main={false}
        >
          {null}
        </ActForm>
      </div>
      <HelpLineForm
        visit={visit}
        action={action}
        summary={words.change}
        label={about(words.change)}
        line={line}
      />
    </div>
  );
}
