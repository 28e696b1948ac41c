/** How the public hears by mail of what is published. */
export const followEn = {
  link: 'Follow by mail',
  documentTitle: 'Follow by mail',
  title: (topic: string) => `Follow “${topic}” by mail`,
  lede: 'At most one mail a day, with what was published about it since the last one. A day without news brings no mail.',
  email: 'Mail address',
  language: 'Language of the mails',
  languages: { en: 'English', es: 'Español' } as Record<string, string>,
  trap: 'Leave this field empty',
  button: 'Send the mail that confirms it',
  privacy:
    'First one mail asks this address to confirm; until then nothing else comes, and after seven days without an answer the address is deleted. It is used for nothing else, shown to nobody, and deleted when you stop.',
  feed: 'Without an address: the feed (Atom)',
  asked:
    'If this address can get mail, one is on its way to it within a few minutes. Open it and confirm. If nothing comes, look among unwanted mail, or ask again tomorrow.',
  back: 'Back to the page',
  confirm: {
    documentTitle: 'Confirm',
    title: (topic: string) => `Follow “${topic}” by mail?`,
    lede: (state: string) =>
      `With this button the address that got the mail follows it in ${state}: at most one mail a day.`,
    button: 'Confirm',
    done: (topic: string) => `You follow “${topic}” by mail`,
    doneWhat:
      'The next mail comes the day after something is published about it. Each mail has a link that ends it.',
    unknown: 'something that is no longer on record',
    see: 'See the page',
  },
  end: {
    documentTitle: 'Stop following by mail',
    title: (count: number, state: string) =>
      count === 1
        ? `This address follows one thing in ${state}`
        : `This address follows ${count} things in ${state}`,
    stop: 'Stop',
    stopNamed: (topic: string) => `Stop following ${topic}`,
    all: 'Stop all, and delete the address',
    doneSome: 'That is ended. The rest goes on.',
    doneTitle: 'Nothing is sent any more',
    done: (state: string) =>
      `This address follows nothing in ${state}. It was deleted with everything that was kept of it.`,
  },
  gone: 'This link no longer serves',
  goneWhy:
    'It was cut off, is too old, or what it was for has ended. Open the newest mail, or ask again on the page of what you want to follow.',
  problems: {
    'subscription.too_many':
      'Much was asked for from your network today. Ask again tomorrow, or take the feed: it needs no address.',
    'subscription.topic_unknown':
      'There is nothing of that name to follow. Go back to its page and ask from there.',
  } as Record<string, string>,
};
