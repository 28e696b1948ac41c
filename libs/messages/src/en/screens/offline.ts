/** The page that a browser shows where it cannot reach us. `{}` stands for the time that it fills in. */
export const offlineEn = {
  documentTitle: 'No connection',
  title: 'Vigía cannot be reached',
  lede: 'There is no connection, or it broke. Nothing that you typed into a form that keeps what is typed is lost.',
  sent: 'What you sent last may not have arrived. It is kept on this device. Open the form again when the connection is back, restore what you typed, and send it: if it did arrive, the form says so.',
  toForm: 'Back to the form',
  again: 'Try again',
  kept: 'Kept on this device',
  keptWhat: 'Each stands ready in its form, which opens when the connection is back.',
  keptAt: 'kept at {}',
  keptOfLink: 'A form that a mail led to: open the link in that mail again',
};
