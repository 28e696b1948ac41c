import { Sought } from '../../form/sought.js';
import { pageUrl, recommendationPath } from '../../router/address.js';
import { AddValue, DecideAll } from './decide-forms.js';
import type { ItemProps } from './item-props.js';
import { MarkedWords, marksIn } from './marked-words.js';
import { SuggestedValue } from './suggested-value.js';

/** The text with its telling words on one side, what they speak for on the other. */
export function ItemSuggestions(props: ItemProps) {
  const { item, iso3, choices, mayDecide, sought, wording } = props;
  const words = wording.say.classification;
  return (
    <section class="suggestion" id={`item-${item.code}`} aria-label={item.code}>
      <div class="suggestion-text">
        <p class="overline">
          <b>{wording.code(item.code)}</b>{' '}
          <a href={pageUrl(wording.language, recommendationPath(iso3, item.id))}>
            {item.title === item.code ? (
              wording.say.recommendation.paragraph(wording.code(item.code))
            ) : (
              <Sought text={item.title} words={sought} />
            )}
          </a>
        </p>
        {item.headings.length > 0 && (
          <p class="suggestion-around">
            <b>{words.heading}</b>{' '}
            {item.headings.map((heading, index) => (
              <span key={index}>
                {index > 0 && ' › '}
                <MarkedWords
                  text={heading}
                  language={item.textLanguage}
                  marks={marksIn(item, 'heading', index)}
                  sought={sought}
                />
              </span>
            ))}
          </p>
        )}
        {item.chapeau !== null && (
          <p class="suggestion-around">
            <b>{words.chapeau}</b>{' '}
            <MarkedWords
              text={item.chapeau}
              language={item.textLanguage}
              marks={marksIn(item, 'chapeau')}
              sought={sought}
            />
          </p>
        )}
        <p class="pair-text">
          <MarkedWords
            text={item.text}
            language={item.textLanguage}
            marks={marksIn(item, 'text')}
            sought={sought}
          />
        </p>
      </div>
      <div class="suggestion-values">
        {item.values.length === 0 && <p class="note">{words.none}</p>}
        {item.values.length > 0 &&
          choices.aspects.map(({ aspect, name, values }) => {
            const standing = item.values.filter((value) => value.aspect === aspect);
            return (
              <div class="suggestion-aspect" key={aspect}>
                <h3>{name}</h3>
                {standing.length === 0 && <p class="note">{words.noneOf}</p>}
                <ul>
                  {standing.map((value) => (
                    <SuggestedValue key={value.code} {...props} value={value} offered={values} />
                  ))}
                </ul>
              </div>
            );
          })}
        {mayDecide && item.undecided > 0 && <DecideAll {...props} />}
        {mayDecide && <AddValue {...props} />}
      </div>
    </section>
  );
}
