/** What a recommendation asks, in plain words beside the official text. */
export const plainTextEn = {
  title: 'In plain words',
  note: (day: string) =>
    `Not official: written by the secretariat and confirmed on ${day}. Only the text of the Committee counts.`,
  forms: {
    title: 'Plain words for this recommendation',
    lede: 'Short sentences, everyday words, one thought each. What you write is a draft that only you and the ombudsperson see. It is public once a person has read it beside the official text and confirmed it.',
    languages: { en: 'English', es: 'Spanish' } as Record<string, string>,
    none: 'There is nothing in this language yet; the public page shows nothing.',
    standing: (day: string, by: string) => `Public since ${day}, confirmed by ${by}.`,
    draft: (day: string, by: string) => `Draft of ${day}, by ${by}. It is not public.`,
    write: (language: string) => `Write in ${language}`,
    text: 'Plain words',
    textHint: 'At most 2,000 letters. Add nothing that the official text does not say.',
    save: 'Save the draft',
    confirm: 'I have read it beside the official text: make it public',
    withdraw: 'Withdraw it',
  },
  done: {
    plain_written: 'The draft was saved. Nobody else sees it until it is confirmed.',
    plain_confirmed: 'It is public now, marked as not official.',
    plain_withdrawn: 'It was withdrawn and is public no more.',
  } as Record<string, string>,
  problems: {
    'form.version': 'Open the page again: the draft is confirmed from there.',
    'plain_text.changed': 'Somebody changed the draft meanwhile. Read it again below, then confirm.',
    'plain_text.none': 'Nothing is public in this language any more.',
  } as Record<string, string>,
};
