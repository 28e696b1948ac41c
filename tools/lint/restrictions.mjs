/** Restrictions by syntax, each with what to use instead. `eslint.config.mjs` says where each holds. */

export const ownErrors = [
  {
    selector: 'NewExpression[callee.name=/^(Error|TypeError|RangeError|AggregateError)$/]',
    message:
      'Use UserError, OperationalError or UnexpectedError of #domain, with a stable code. A room that may not import #domain declares its own subclass of Error with a code.',
  },
];

export const environment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only libs/config reads the environment: take the value from its frozen settings object.',
  },
  {
    selector: 'VariableDeclarator[init.name="process"]',
    message: 'Only libs/config reads the environment: take the value from its frozen settings object.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Use the global `process`, and take settings from libs/config.',
  },
];

const clockMessage = 'Take the Clock as a parameter: rules and use cases never read the machine.';
const zoneMessage =
  "This depends on the machine's time zone: use civil dates, or `new Date(Date.UTC(…))` with the getUTC… methods.";

export const machineClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clockMessage },
  { selector: 'CallExpression[callee.name="Date"]', message: clockMessage },
  {
    selector: 'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
    message: clockMessage,
  },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: clockMessage },
  { selector: 'NewExpression[callee.name="Date"][arguments.length>1]', message: zoneMessage },
  { selector: 'MemberExpression[object.name="Date"][property.name="parse"]', message: zoneMessage },
  {
    selector:
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]',
    message: zoneMessage,
  },
];

export const houseStyle = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: one thing has one name in every file.',
  },
  { selector: 'TSEnumDeclaration', message: "Use a union of string literals: 'a' | 'b'." },
  {
    selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]',
    message: 'Name the interface by what it is, without the prefix I.',
  },
];

export const wholeTests = [
  {
    selector:
      'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip|todo|failing)$/]',
    message:
      'A suite runs whole: mend the test or remove it. What depends on the machine says so in one line.',
  },
];
