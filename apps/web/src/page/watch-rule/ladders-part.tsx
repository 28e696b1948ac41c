import type { LadderPreviewView, WatchRulesView } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { Failed } from '../../form/form-problem.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import type { PartProps } from './part-props.js';
import { RuleReason, saidBy } from './rule-reason.js';

type SetLadder = WatchRulesView['ladders'][number];

const KINDS = ['deadline', 'data_submission', 'report', 'committee_date_query', 'condition'] as const;

interface LaddersProps extends PartProps {
  readonly preview: LadderPreviewView | null;
}

/** When reminders go out, and a ladder tried before it is set. */
export function LaddersPart(part: LaddersProps) {
  const { rules, visit, preview } = part;
  const { wording } = visit;
  const words = wording.say.watchRule.ladders;
  return (
    <>
      <p>{words.lede}</p>
      <h3>{words.holds}</h3>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.days}</th>
          </tr>
        </thead>
        <tbody>
          {rules.standing.map(({ kind, ladder }) => (
            <tr key={kind}>
              <td class="what">{words.kinds[kind]}</td>
              <td data-label={words.days}>{ladderWords(ladder, wording)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{words.set}</h3>
      {rules.ladders.length === 0 ? (
        <p>{words.nothingSet}</p>
      ) : (
        <ul>
          {rules.ladders.map((ladder) => (
            <li key={ladder.id}>{setWords(ladder, wording)}</li>
          ))}
        </ul>
      )}
      {rules.mayChange && <TryForm {...part} />}
      {preview !== null && <Preview {...part} preview={preview} />}
    </>
  );
}

/** Asks only, so that it can be looked at as often as one likes. */
function TryForm({ visit, iso3, institutions, preview }: LaddersProps) {
  const { wording, address } = visit;
  const words = wording.say.watchRule.ladders;
  const asked = (name: string): string => address.query.get(name) ?? '';
  return (
    <details class="change" open={preview !== null}>
      <summary>{words.plan}</summary>
      <form
        class="act"
        method="get"
        autocomplete="off"
        action={pageUrl(wording.language, statePath(iso3, '/watch-rules'))}
      >
        <Choice name="kind" label={words.kind} chosen={asked('kind') || 'deadline'}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Choice>
        <InstitutionChoice
          name="institution"
          label={words.institution}
          none={words.everybody}
          institutions={institutions}
          chosen={asked('institution')}
        />
        <Field
          name="rungs"
          label={words.rungs}
          hint={words.rungsHint}
          longest={300}
          required={false}
          value={asked('rungs')}
        />
        <Choice name="monthlyAfter" label={words.monthly} chosen={asked('monthlyAfter') || 'yes'}>
          <option value="yes">{words.yes}</option>
          <option value="no">{words.no}</option>
        </Choice>
        <DayField
          name="validFrom"
          label={words.validFrom}
          hint={words.validFromHint}
          required={false}
          value={asked('validFrom')}
        />
        <DayField name="validUntil" label={words.validUntil} required={false} value={asked('validUntil')} />
        <button class="button" type="submit">
          {words.see}
        </button>
      </form>
    </details>
  );
}

function Preview({ preview, rules, visit, iso3 }: LaddersProps & { readonly preview: LadderPreviewView }) {
  const { wording, address } = visit;
  const { ladders: words, problems } = wording.say.watchRule;
  if (preview.problem !== null)
    return <Failed>{problems[preview.problem.code] ?? preview.problem.message}</Failed>;
  const days = (list: readonly string[]): string =>
    list.length === 0 ? words.noMore : list.map((day) => wording.shortDate(day)).join('; ');
  return (
    <>
      <h3>{words.preview}</h3>
      {preview.items.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table class="list stacked">
          <thead>
            <tr>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.then}</th>
            </tr>
          </thead>
          <tbody>
            {preview.items.map((item, index) => (
              <tr key={index}>
                <td class="what">
                  {item.recommendation === null ? (
                    words.condition
                  ) : (
                    <a href={pageUrl(wording.language, recommendationPath(iso3, item.recommendation))}>
                      {item.title}
                    </a>
                  )}
                  {`, ${item.institution === null ? '' : `${item.institution}, `}${words.due(wording.date(item.anchor))}`}
                </td>
                <td data-label={words.now}>{days(item.now)}</td>
                <td data-label={words.then}>{days(item.then)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rules.mayChange && (
        <ActForm visit={visit} action={statePath(iso3, '/watch-rules/ladder')} button={words.confirm}>
          {['kind', 'institution', 'rungs', 'monthlyAfter', 'validFrom', 'validUntil'].map((name) => (
            <input key={name} type="hidden" name={name} value={address.query.get(name) ?? ''} />
          ))}
          <RuleReason wording={wording} />
        </ActForm>
      )}
    </>
  );
}

function ladderWords(ladder: SetLadder['ladder'], wording: Wording): string {
  const words = wording.say.watchRule.ladders;
  if (ladder === null) return words.none;
  const days = ladder.rungs.map((rung) => wording.number(rung)).join(', ');
  return ladder.monthlyAfter ? `${days}, ${words.thenMonthly}` : days;
}

function setWords(set: SetLadder, wording: Wording): string {
  const words = wording.say.watchRule.ladders;
  const from = wording.date(set.validFrom);
  const term =
    set.validUntil === null ? words.from(from) : words.fromUntil(from, wording.date(set.validUntil));
  const who = set.institution?.name ?? words.everybody;
  const kind = words.kinds[set.kind] ?? set.kind;
  return `${kind}, ${who}, ${term}: ${ladderWords(set.ladder, wording)}. ${saidBy(set.reason, set.person, wording)}`;
}
