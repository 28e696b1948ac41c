import { splitAtVerb } from './verb.js';

interface OfficialTextProps {
  readonly text: string;
  readonly verb?: string;
  readonly language: string;
}

/** The Committee's own words, with the verb that carries them. */
export function OfficialText({ text, verb = '', language }: OfficialTextProps) {
  const parts = verb === '' ? { before: text, verb: '', after: '' } : splitAtVerb(text, verb, language);
  return (
    <span lang={language}>
      {parts.before}
      {parts.verb !== '' && <b class="verb">{parts.verb}</b>}
      {parts.after}
    </span>
  );
}
