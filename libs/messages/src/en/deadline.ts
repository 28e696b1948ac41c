/** Why a date is what it is, in words that stay beside it. */
export const deadlineEn = {
  printed: (statement: string) => `Printed in the document: “${statement}”`,
  printedDay: 'The day is printed in the document.',
  delay: (statement: string, adoptedOn: string) =>
    `Counted from the adoption on ${adoptedOn}, with the delay that the document prints: “${statement}”`,
  noRule: 'The document prints no day, and no rule is known for it. The committee has to say when.',
  noAdoption: 'The document prints no day, and the day of its adoption is not known.',
  communicated: (words: string) => `Communicated by the committee: ${words}`,
};
