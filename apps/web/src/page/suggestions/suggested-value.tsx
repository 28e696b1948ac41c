import type { Wording } from '../../wording/wording.js';
import { DecideValue, ReplaceValue } from './decide-forms.js';
import type { Value, ValueProps } from './item-props.js';

/** One value: what it is, why, what was said of it, and what can be said. */
export function SuggestedValue(props: ValueProps) {
  const { value, mayDecide, wording } = props;
  return (
    <li class={`suggested suggested-${value.state}`}>
      <p>
        <b>{value.aspect === 'sdg_target' ? `${value.code} ${value.name}` : value.name}</b>{' '}
        <span class="suggested-state">{standing(value, wording)}</span>
      </p>
      <p class="note">{why(value, wording)}</p>
      {mayDecide && (
        <div class="suggested-acts">
          <DecideValue {...props} />
          <ReplaceValue {...props} />
        </div>
      )}
    </li>
  );
}

function standing({ state, decidedBy, decidedOn, insteadOf }: Value, wording: Wording): string {
  const words = wording.say.classification;
  if (decidedBy === null || decidedOn === null)
    return state === 'undecided' ? words.states.undecided : words.recorded;
  const said = words.decided(words.states[state], decidedBy, wording.date(decidedOn));
  return insteadOf === null ? said : `${said} ${words.insteadOf(insteadOf)}`;
}

/** The words themselves, each once: nobody has to believe a rule. */
function why({ words: telling }: Value, wording: Wording): string {
  const words = wording.say.classification;
  if (telling.length === 0) return words.byPerson;
  const said = { text: words.quoted, heading: words.inHeading, chapeau: words.inChapeau } as const;
  return `${words.because([...new Set(telling.map((word) => said[word.place](word.words)))].join(', '))}.`;
}
