import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (value: number, one: string, many: string): string =>
  value === 0 ? `None ${one}` : `${capital(words(value))} ${value === 1 ? one : many}`;

/** The page that speaks to children. Short sentences, and no figure that counts children. */
export const childrenEn = {
  link: 'For children',
  documentTitle: (state: string) => `For children: ${state}`,
  kicker: 'The page for children',
  title: (state: string) => `${state} promised to protect you. What has it done?`,
  lede: (year: string, state: string, total: number) =>
    `In ${year} a group of experts of the United Nations asked ${state} to do ${words(total)} ${total === 1 ? 'thing' : 'things'} so that nobody buys, sells or exploits children.`,
  ledeWithoutYear: (state: string, total: number) =>
    `A group of experts of the United Nations asked ${state} to do ${words(total)} ${total === 1 ? 'thing' : 'things'} so that nobody buys, sells or exploits children.`,
  nothingYet: 'Nobody has written down here yet what was asked.',
  countTitle: (total: number, done: number) =>
    total > 0 && total === done
      ? `All ${words(total)} things are done`
      : `Of ${words(total)} ${total === 1 ? 'thing' : 'things'}, ${done === 0 ? 'none is' : `${words(done)} ${done === 1 ? 'is' : 'are'}`} done`,
  countHow: 'Each mark is one thing that was asked.',
  counted: {
    implemented: (value: number) => `${count(value, 'is', 'are')} done.`,
    on_track: (value: number) => `${count(value, 'is', 'are')} going well.`,
    awaiting_review: (value: number) => `${count(value, 'is', 'are')} being checked.`,
    at_risk: (value: number) => `${count(value, 'is', 'are')} at risk.`,
    overdue: (value: number) => `${count(value, 'is', 'are')} late.`,
    no_data: (value: number) =>
      value === 0 ? 'There is something to know about each one.' : `About ${words(value)} nobody knows.`,
  },
  meaning: {
    at_risk: 'If nobody does more, these may be late.',
    overdue: 'Somebody had to answer by a certain day, and did not.',
    no_data: 'Nobody has told us enough. That does not mean that all is well, or that it is not.',
  },
  who: 'Who watches that it is done?',
  whoText:
    'The ombudsperson’s office, which protects people’s rights, looks at what was done and says what it thinks. The experts of the United Nations ask again later. You may ask too.',
  whatTheySaid: 'See what they have said',
  allThings: 'See every thing that was asked',
  helpTitle: 'If somebody hurts you or offers you something strange',
  notYourFault: 'It is not your fault.',
  help: 'Tell a grown-up whom you trust: at home, at school, at a health centre. You can also go to the ombudsperson’s office, alone or with somebody. If you are in danger now, call the emergency number.',
  noNumber: 'There is no number of a help line here: a wrong one would harm, and nobody has checked one yet.',
  helpLine: {
    call: 'You can call and talk to somebody:',
    callOne: (number: string, name: string) => `Call ${number}: ${name}`,
    free: 'The call is free.',
    charged: 'The call may cost something.',
    spoken: 'They speak:',
    web: 'Its page on the web',
    checked: (day: string) => `We called this number on ${day} and it was right.`,
    old: (day: string) =>
      `We last called this number on ${day}. It may have changed: if nobody answers, tell a grown-up.`,
    also: 'Or tell a grown-up whom you trust: at home, at school, at a health centre. If you are in danger now, call the emergency number.',
  },
  leave: 'Leave this page quickly',
  leaveTo: 'https://en.wikipedia.org/',
  leaveNote:
    'The button opens an encyclopaedia. This page stays in the history of the device; you can delete it there. The page sets nothing to follow you.',
};
